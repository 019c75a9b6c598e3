// The translation memory and the glossary: asked, and as files in and out.

import { createRoute, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { DeskError } from '../../domain/errors.ts'
import { decodeText } from '../../lib/charset.ts'
import { removeTerm } from '../../store/glossary.ts'
import { readGlossaryCsv, writeGlossaryCsv } from '../../translate/glossary/glossary-csv.ts'
import { importGlossary, keepTerm, loadGlossary } from '../../translate/glossary/keep-glossary.ts'
import { readTbx, writeTbx } from '../../translate/glossary/tbx.ts'
import { describeMemory, exportMemory, importMemory } from '../../translate/memory/exchange-memory.ts'
import { findFuzzy } from '../../translate/memory/translation-memory.ts'
import type { Api } from '../api.ts'
import { languageShape } from '../shapes/plain.ts'
import {
  glossaryImportShape,
  glossaryShape,
  memoryImportShape,
  memoryMatchesShape,
  memoryShape,
  termShape,
} from '../shapes/translation.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, jsonBody, notFound, problemAnswer, signedBy } from './route-parts.ts'

const tags = ['translations']
const dryRunQuery = z.object({ dryRun: z.enum(['true', 'false']).optional() })
const formatQuery = z.object({ format: z.enum(['csv', 'tbx']) })
const fileAnswer = (description: string) => ({
  description,
  content: { 'application/octet-stream': { schema: z.string() } },
})
const fileBody = { required: true, content: { 'application/octet-stream': { schema: z.string() } } }
const get = (path: string, operationId: string, summary: string) =>
  ({ method: 'get', path, operationId, tags, summary }) as const

const memoryRoute = createRoute({
  ...get('/api/memory', 'describeMemory', 'How many sentences the memory knows'),
  responses: { 200: jsonAnswer(memoryShape, 'By languages'), ...problemAnswer },
})
const matchRoute = createRoute({
  ...get('/api/memory/matches', 'findMatches', 'Sentences of the memory that are alike'),
  request: { query: z.object({ from: languageShape, to: languageShape, text: z.string().min(1).max(5_000) }) },
  responses: { 200: jsonAnswer(memoryMatchesShape, 'The best first'), ...problemAnswer },
})
const exportRoute = createRoute({
  ...get('/api/memory/tmx', 'exportMemory', 'The whole memory as TMX 1.4b'),
  responses: { 200: fileAnswer('The file'), ...problemAnswer },
})
const importRoute = createRoute({
  method: 'post',
  path: '/api/memory/tmx',
  operationId: 'importMemory',
  tags,
  summary: 'Learn what a TMX file holds; the body is the file',
  request: { query: dryRunQuery, body: fileBody },
  responses: { 200: jsonAnswer(memoryImportShape, 'What was learnt'), ...problemAnswer },
})
const glossaryRoute = createRoute({
  ...get('/api/glossary', 'listTerms', 'The agreed terms'),
  responses: { 200: jsonAnswer(glossaryShape, 'The terms'), ...problemAnswer },
})
const putTermRoute = createRoute({
  method: 'put',
  path: '/api/glossary/terms',
  operationId: 'saveTerm',
  tags,
  summary: 'Add a term, or change the one of its key',
  request: { body: jsonBody(termShape) },
  responses: { 200: jsonAnswer(termShape, 'The term'), ...problemAnswer },
})
const removeTermRoute = createRoute({
  method: 'delete',
  path: '/api/glossary/terms',
  operationId: 'removeTerm',
  tags,
  summary: 'Take a term out',
  request: { query: z.object({ key: z.string().min(1).max(400) }) },
  responses: { 204: { description: 'It is gone' }, ...problemAnswer },
})
const glossaryExportRoute = createRoute({
  ...get('/api/glossary/file', 'exportGlossary', 'The glossary as a spreadsheet or as TBX'),
  request: { query: formatQuery },
  responses: { 200: fileAnswer('The file'), ...problemAnswer },
})
const glossaryImportRoute = createRoute({
  method: 'post',
  path: '/api/glossary/file',
  operationId: 'importGlossary',
  tags,
  summary: 'Bring in terms; the body is the file',
  request: { query: formatQuery.extend(dryRunQuery.shape), body: fileBody },
  responses: { 200: jsonAnswer(glossaryImportShape, 'Row by row what was done, or would be'), ...problemAnswer },
})

export function addMemoryRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  api.openapi(memoryRoute, async (c) => c.json({ pairs: await describeMemory(db) }, 200))
  api.openapi(matchRoute, async (c) => {
    const { from, to, text } = c.req.valid('query')
    return c.json({ matches: await findFuzzy(db, { from, to }, text) }, 200)
  })
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
    return c.json(await importMemory(db, body, { file: await signedBy(tools, undefined), now: now(), dryRun }), 200)
  })
}

export function addGlossaryRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools
  const by = async () => ({ signedBy: await signedBy(tools, undefined), now: now() })
  api.openapi(glossaryRoute, async (c) => {
    const terms = (await loadGlossary(db)).map((term) => ({ ...term, names: [...term.names] }))
    return c.json({ terms, total: terms.length }, 200)
  })
  api.openapi(putTermRoute, async (c) => {
    const term = c.req.valid('json')
    await keepTerm(db, term, await by())
    return c.json(term, 200)
  })
  api.openapi(removeTermRoute, async (c) => {
    if (!(await removeTerm(db, c.req.valid('query').key))) throw notFound('term')
    return c.body(null, 204)
  })
  api.openapi(glossaryExportRoute, async (c) => {
    const { format } = c.req.valid('query')
    const terms = await loadGlossary(db)
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-tbx+xml; charset=utf-8'
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="glossary.${format}"` }
    return c.body(format === 'csv' ? writeGlossaryCsv(terms) : writeTbx(terms), 200, headers) as never
  })
  api.openapi(glossaryImportRoute, async (c) => {
    const { format, dryRun: wish } = c.req.valid('query')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const file =
      format === 'csv'
        ? readGlossaryCsv(decodeText(bytes, { contentType: null, kind: 'text' }).text)
        : await readTbx([bytes])
    if (file.kind === 'not-a-glossary') throw new DeskError('bad-input', file.reason)
    const dryRun = wish === 'true'
    const { rows, problems } = await importGlossary(db, file, { ...(await by()), dryRun })
    return c.json({ dryRun, rows: [...rows], problems: [...problems] }, 200)
  })
}
