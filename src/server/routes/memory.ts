// The translation memory: looked through, asked, corrected, forgotten, and as a file in and out.

import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { DeskError } from '../../domain/errors.ts'
import type { Db } from '../../store/db.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findMemoryPage, findMemoryUnit } from '../../store/memory-pages.ts'
import { forgetSegment, type MemoryUnit } from '../../store/translation-memory.ts'
import { describeMemory, exportMemory, importMemory } from '../../translate/memory/exchange-memory.ts'
import { segmentNoOf, sourceKeyOf } from '../../translate/memory/memory-key.ts'
import { findFuzzy, teachMemory } from '../../translate/memory/translation-memory.ts'
import type { Api } from '../api.ts'
import { readMemoryCursor, writeMemoryCursor } from '../memory-cursor.ts'
import {
  memoryCorrectionShape,
  memoryImportShape,
  memoryLessonShape,
  memoryMatchesQueryShape,
  memoryMatchesShape,
  memoryPageQueryShape,
  memoryPageShape,
  memorySegmentShape,
  memoryShape,
  type MemorySegment,
} from '../shapes/memory.ts'
import type { ServerTools } from '../tools.ts'
import { definedOnly, jsonAnswer, jsonBody, notFound, problemAnswer, signedBy, stale } from './route-parts.ts'

const tags = ['memory']
const get = (path: string, operationId: string, summary: string) =>
  ({ method: 'get', path, operationId, tags, summary }) as const
const segmentAnswer = { 200: jsonAnswer(memorySegmentShape, 'The sentence'), ...problemAnswer }
const noParams = z.object({
  no: z
    .string()
    .regex(/^\d{1,16}$/)
    .openapi({ param: { name: 'no', in: 'path' }, description: 'The number of a sentence' }),
})

const memoryRoute = createRoute({
  ...get('/api/memory', 'describeMemory', 'How many sentences the memory knows'),
  responses: { 200: jsonAnswer(memoryShape, 'By languages'), ...problemAnswer },
})
const matchRoute = createRoute({
  ...get('/api/memory/matches', 'findMatches', 'Sentences of the memory that are alike'),
  request: { query: memoryMatchesQueryShape },
  responses: { 200: jsonAnswer(memoryMatchesShape, 'The best first'), ...problemAnswer },
})
const pageRoute = createRoute({
  ...get('/api/memory/segments', 'listMemory', 'Sentences of the memory, the newest first'),
  description: 'A page looks at 20,000 sentences at most: when it found less than asked for, go on from `next`.',
  request: { query: memoryPageQueryShape },
  responses: { 200: jsonAnswer(memoryPageShape, 'A page of the list'), ...problemAnswer },
})
const teachRoute = createRoute({
  method: 'put',
  path: '/api/memory/segments',
  operationId: 'teachMemory',
  tags,
  summary: 'Teach the memory a sentence, or put back one that was forgotten',
  request: { body: jsonBody(memoryLessonShape) },
  responses: segmentAnswer,
})
const correctRoute = createRoute({
  method: 'patch',
  path: '/api/memory/segments/{no}',
  operationId: 'correctMemory',
  tags,
  summary: 'Correct what the memory says of a sentence',
  request: { params: noParams, body: jsonBody(memoryCorrectionShape) },
  responses: segmentAnswer,
})
const forgetRoute = createRoute({
  method: 'delete',
  path: '/api/memory/segments/{no}',
  operationId: 'forgetMemory',
  tags,
  summary: 'Forget a sentence',
  request: { params: noParams },
  responses: { 200: jsonAnswer(memorySegmentShape, 'The sentence as it was'), ...problemAnswer },
})
const exportRoute = createRoute({
  ...get('/api/memory/tmx', 'exportMemory', 'The whole memory as TMX 1.4b'),
  responses: {
    200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
    ...problemAnswer,
  },
})
const importRoute = createRoute({
  method: 'post',
  path: '/api/memory/tmx',
  operationId: 'importMemory',
  tags,
  summary: 'Learn what a TMX file holds; the body is the file',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).optional() }),
    body: { required: true, content: { 'application/octet-stream': { schema: z.string() } } },
  },
  responses: { 200: jsonAnswer(memoryImportShape, 'What was learnt, or would be'), ...problemAnswer },
})

export function addMemoryRoutes(api: Api, tools: ServerTools): void {
  addLooks(api, tools)
  addChanges(api, tools)
  addFiles(api, tools)
}

function addLooks(api: Api, { db }: ServerTools): void {
  api.openapi(memoryRoute, async (c) => c.json({ pairs: await describeMemory(db) }, 200))
  api.openapi(matchRoute, async (c) => {
    const { from, to, text, least, limit } = c.req.valid('query')
    const pair = { from, to }
    const matches = await findFuzzy(db, pair, text, { least, limit })
    const numbered = matches.map((match) => ({ ...match, ...pair, no: segmentNoOf(pair, sourceKeyOf(match.source)) }))
    return c.json({ matches: numbered }, 200)
  })
  api.openapi(pageRoute, async (c) => {
    const { from, to, q, limit, before } = c.req.valid('query')
    const place = before === undefined ? null : readMemoryCursor(before)
    const { units, next, looked } = await findMemoryPage(db, definedOnly({ from, to, words: q }), limit, place)
    return c.json({ segments: units.map(present), next: next === null ? null : writeMemoryCursor(next), looked }, 200)
  })
}

function addChanges(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(teachRoute, async (c) => {
    const { from, to, source, target, state, origin } = c.req.valid('json')
    const lesson = { source, target, state, origin: origin ?? (await signedBy(tools, undefined)) }
    const no = segmentNoOf({ from, to }, sourceKeyOf(source))
    await inTransaction(db, (tx) => teachMemory(tx, { from, to }, [lesson], now()))
    const unit = await findMemoryUnit(db, no)
    if (!unit) throw new DeskError('bad-input', 'A sentence must have words in it, on both sides.')
    return c.json(present(unit), 200)
  })
  api.openapi(correctRoute, async (c) => {
    const wish = c.req.valid('json')
    const { no } = c.req.valid('param')
    const origin = await signedBy(tools, undefined)
    const unit = await inTransaction(db, async (tx) => {
      const before = await getUnit(tx, no)
      if (before.changedAt !== wish.changedAt) throw stale('sentence', present(before), wish)
      const { from, to, source } = before
      await teachMemory(tx, { from, to }, [{ source, target: wish.target, state: 'human', origin }], now())
      return getUnit(tx, no)
    })
    return c.json(present(unit), 200)
  })
  api.openapi(forgetRoute, async (c) => {
    const unit = await inTransaction(db, async (tx) => {
      const found = await getUnit(tx, c.req.valid('param').no)
      await forgetSegment(tx, found.no)
      return found
    })
    return c.json(present(unit), 200)
  })
}

async function getUnit(db: Db, no: string): Promise<MemoryUnit> {
  const unit = await findMemoryUnit(db, Number(no))
  if (!unit) throw notFound('sentence')
  return unit
}

function addFiles(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  api.openapi(exportRoute, (c) => {
    c.header('content-type', 'application/x-tmx+xml; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="memory.tmx"')
    return stream(c, async (out) => {
      for await (const piece of exportMemory(db, `dragoman ${tools.about.version}`)) await out.write(piece)
    }) as never
  })
  api.openapi(importRoute, async (c) => {
    const dryRun = c.req.valid('query').dryRun === 'true'
    const body: ReadableStream<Uint8Array> | null = c.req.raw.body
    if (body === null) throw new DeskError('bad-input', 'Choose the TMX file that holds the memory.')
    const result = await importMemory(db, body, { file: await signedBy(tools, undefined), now: now(), dryRun })
    if (result.units === 0) throw new DeskError('bad-input', 'The file holds no translation units: is it TMX?')
    return c.json({ ...result, pairs: [...result.pairs] }, 200)
  })
}

function present({ no, from, to, source, target, state, origin, changedAt }: MemoryUnit): MemorySegment {
  return { no, from, to, source, target, state, origin, changedAt }
}
