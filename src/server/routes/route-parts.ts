// The pieces that route descriptions share.

import { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { DeskError } from '../../domain/errors.ts'
import { parseId, type Id } from '../../domain/id.ts'
import { readSettings } from '../../store/settings.ts'
import { answerProblem, PROBLEM_TYPE } from '../problem.ts'
import { idShape } from '../shapes/plain.ts'
import { problemShape } from '../shapes/problem.ts'
import type { ServerTools } from '../tools.ts'

export const idParamsShape = z.object({ id: idShape.openapi({ param: { name: 'id', in: 'path' } }) })

/** A JSON answer as OpenAPI describes it. */
export function jsonAnswer<Shape extends z.ZodType>(schema: Shape, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A JSON request body that must be there. */
export function jsonBody<Shape extends z.ZodType>(schema: Shape) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** Every endpoint may end in a problem. */
export const problemAnswer = {
  default: { description: 'A problem (RFC 9457)', content: { [PROBLEM_TYPE]: { schema: problemShape } } },
}

/** An id that has passed its shape, as a domain id. */
export function readId<Of extends string>(text: string): Id<Of> {
  const id = parseId<Of>(text)
  if (id === undefined) throw new DeskError('bad-input', `“${text.slice(0, 60)}” is not an id.`)
  return id
}

/** For a change made on an old reading: nothing was written, and both versions are there to compare. */
export function stale(what: string, current: unknown, yours: unknown): HTTPException {
  const words = `Somebody has changed this ${what} since you opened it. Nothing was overwritten: look at both and decide.`
  return new HTTPException(409, { res: answerProblem('conflict', words, { current, yours }) })
}

/** Who signs: the name given, else the signature of the desk, else that of the configuration. */
export async function signedBy(tools: Pick<ServerTools, 'db' | 'analyst'>, given: string | undefined): Promise<string> {
  return given ?? (await readSettings(tools.db)).signature ?? tools.analyst
}

/** For what an address names and the desk does not have. */
export function notFound(what: string): DeskError {
  return new DeskError('not-found', `There is no such ${what} here. It may have been removed; go back and look again.`)
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

/** The fields that were sent; one that was not must not become `undefined` in the record. */
export function definedOnly<T extends object>(fields: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
}
