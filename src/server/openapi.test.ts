// The description at /api/openapi.json, held to OpenAPI 3.0.3 where a client made from it would break.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDesk, type TestDesk } from './test-desk.ts'

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: unknown }
type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, { readonly description?: string }>>
}
type Described = Operation & { readonly path: string; readonly name: string }

let desk: TestDesk
let description: { readonly paths: Record<string, Record<string, Operation>> }
let operations: readonly Described[]

before(async () => {
  desk = await openTestDesk()
  const answer = await desk.ask('/api/openapi.json')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  description = (await answer.json()) as typeof description
  operations = Object.entries(description.paths).flatMap(([path, ways]) =>
    Object.entries(ways).map(([method, operation]) => ({ ...operation, path, name: `${method} ${path}` })),
  )
})
after(() => desk.close())

test('every operation has a name of its own, a verb and what it is about', () => {
  assert.ok(operations.length >= 27, `${operations.length} operations`)
  for (const { name, operationId } of operations) assert.match(operationId ?? '', /^[a-z]+(?:[A-Z][a-z]+)*$/, name)
  const ids = operations.map(({ operationId }) => operationId)
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  )
})

test('every operation says what it does, under which noun, and how it may fail', () => {
  for (const { name, summary, tags, responses } of operations) {
    assert.ok(summary, name)
    assert.equal(tags?.length, 1, name)
    assert.ok('default' in responses, name)
    for (const [status, { description: words }] of Object.entries(responses)) assert.ok(words, `${name} ${status}`)
  }
})

test('the parameters of a path are those that are described, each required, and none comes twice', () => {
  for (const { name, path, parameters = [] } of operations) {
    const inPath = parameters.filter((parameter) => parameter.in === 'path')
    const named = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1])
    assert.deepEqual(inPath.map((parameter) => parameter.name).toSorted(), named.toSorted(), name)
    for (const parameter of inPath) assert.equal(parameter.required, true, `${name} ${parameter.name}`)
    for (const parameter of parameters) assert.ok(parameter.schema, `${name} ${parameter.name}`)
    const keys = parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
    assert.equal(new Set(keys).size, keys.length, name)
  }
})

test('every shape that is referred to is there, and types are those of OpenAPI 3.0', () => {
  const types = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object'])
  walk(description, '#', (part, place) => {
    const { $ref, type, items } = part
    if (typeof $ref === 'string') assert.ok(resolve($ref) !== undefined, `${place} → ${$ref}`)
    if (!place.endsWith('/properties') && type !== undefined) {
      assert.ok(typeof type === 'string' && types.has(type), `${place} is a ${JSON.stringify(type)}`)
      if (type === 'array') assert.ok(items, `${place} has no items`)
    }
  })
})

function walk(part: unknown, place: string, look: (part: Record<string, unknown>, place: string) => void): void {
  if (typeof part !== 'object' || part === null) return
  if (!Array.isArray(part)) look(part as Record<string, unknown>, place)
  for (const [key, inner] of Object.entries(part)) walk(inner, `${place}/${key}`, look)
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], description)
}
