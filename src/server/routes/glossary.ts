// The agreed names and terms: found, written, taken out, taken back; as files in and out, and out of the authorities.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import { decodeText } from '../../lib/charset.ts'
import { countTerms, findTerm, findTerms, type SignedTerm, type StoredTerm } from '../../store/glossary.ts'
import { listTermHistory } from '../../store/glossary-history.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { countItemLanguages } from '../../store/translation-work.ts'
import { bringTerms, type TermsBrought, type TermsToBring } from '../../translate/glossary/bring-terms.ts'
import { readGlossaryCsv, writeGlossaryCsv } from '../../translate/glossary/glossary-csv.ts'
import { termKinds, type GlossaryTerm } from '../../translate/glossary/glossary-term.ts'
import {
  dropTerm,
  keepTerm,
  listNamesakes,
  loadGlossary,
  readTerm,
  undoGlossaryDeed,
} from '../../translate/glossary/keep-glossary.ts'
import { makeTerm } from '../../translate/glossary/make-term.ts'
import { readTbx, writeTbx } from '../../translate/glossary/tbx.ts'
import { readAuthorityTerms } from '../../translate/glossary/terms-from-authorities.ts'
import type { Api } from '../api.ts'
import {
  authorityTermsWishShape,
  glossaryCountsShape,
  glossaryDeedShape,
  glossaryImportShape,
  glossaryQueryShape,
  glossaryShape,
  termCheckShape,
  termHistoryShape,
  termSavedShape,
  termWishShape,
  type GlossaryImported,
  type SignedTermView,
  type TermView,
} from '../shapes/glossary.ts'
import { targetLanguage } from '../target-language.ts'
import type { ServerTools } from '../tools.ts'
import {
  definedOnly,
  idParamsShape,
  jsonAnswer,
  jsonBody,
  notFound,
  problemAnswer,
  readId,
  signedBy,
  stale,
} from './route-parts.ts'

const tags = ['glossary']
const get = (path: string, operationId: string, summary: string) =>
  ({ method: 'get', path, operationId, tags, summary }) as const
const post = (path: string, operationId: string, summary: string) =>
  ({ method: 'post', path, operationId, tags, summary }) as const
const keyQuery = z.object({ key: z.string().min(1).max(400) })
const formatQuery = z.object({ format: z.enum(['csv', 'tbx']) })
const file = { 'application/octet-stream': { schema: z.string() } }

const listRoute = createRoute({
  ...get('/api/glossary', 'listTerms', 'The agreed terms, found by words, language and kind'),
  request: { query: glossaryQueryShape },
  responses: { 200: jsonAnswer(glossaryShape, 'A page of the terms'), ...problemAnswer },
})
const countRoute = createRoute({
  ...get('/api/glossary/counts', 'countTerms', 'How many terms there are, by kind and language'),
  responses: { 200: jsonAnswer(glossaryCountsShape, 'The counts'), ...problemAnswer },
})
const saveRoute = createRoute({
  method: 'put',
  path: '/api/glossary/terms',
  operationId: 'saveTerm',
  tags,
  summary: 'Add a term, or change the one of its key',
  request: { body: jsonBody(termWishShape) },
  responses: { 200: jsonAnswer(termSavedShape, 'The term'), ...problemAnswer },
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/api/glossary/terms',
  operationId: 'removeTerm',
  tags,
  summary: 'Take a term out',
  request: {
    query: keyQuery.extend({
      revision: z.coerce.number().int().nonnegative().optional().openapi({ description: 'That you saw' }),
    }),
  },
  responses: {
    200: jsonAnswer(glossaryDeedShape.pick({ deedId: true }), 'The deed, by which it can be taken back'),
    ...problemAnswer,
  },
})
const historyRoute = createRoute({
  ...get('/api/glossary/terms/history', 'listTermHistory', 'Who changed a term, newest first'),
  request: { query: keyQuery },
  responses: { 200: jsonAnswer(termHistoryShape, 'The changes'), ...problemAnswer },
})
const checkRoute = createRoute({
  ...post('/api/glossary/checks', 'checkTerm', 'Whether a term could be kept, and who bears its names already'),
  request: { body: jsonBody(termWishShape.extend({ names: z.array(termWishShape.shape.names.element).max(200) })) },
  responses: { 200: jsonAnswer(termCheckShape, 'What was found'), ...problemAnswer },
})
const undoRoute = createRoute({
  ...post('/api/glossary/deeds/{id}/undo', 'undoGlossaryDeed', 'Take back a change, or all of a file that came in'),
  description: 'Terms that somebody has changed since stay as they are.',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(glossaryDeedShape, 'What was taken back'), ...problemAnswer },
})
const exportRoute = createRoute({
  ...get('/api/glossary/file', 'exportGlossary', 'The glossary as a spreadsheet or as TBX'),
  request: { query: formatQuery },
  responses: { 200: { description: 'The file', content: file }, ...problemAnswer },
})
const importRoute = createRoute({
  ...post('/api/glossary/file', 'importGlossary', 'Bring in terms; the body is the file'),
  request: {
    query: formatQuery.extend({ dryRun: z.enum(['true', 'false']).optional() }),
    body: { required: true, content: file },
  },
  responses: { 200: jsonAnswer(glossaryImportShape, 'Row by row what was done, or would be'), ...problemAnswer },
})
const authoritiesRoute = createRoute({
  ...post('/api/glossary/authorities', 'importAuthorities', 'Make terms of the names of authorities'),
  description: 'An authority with names in two languages makes a term; done again, it brings in what came since.',
  request: { body: jsonBody(authorityTermsWishShape) },
  responses: { 200: jsonAnswer(glossaryImportShape, 'Name by name what was done, or would be'), ...problemAnswer },
})

export function addGlossaryRoutes(api: Api, tools: ServerTools): void {
  addLooks(api, tools)
  addChanges(api, tools)
  addFiles(api, tools)
}

const sign = async (tools: ServerTools, given?: string) => ({
  signedBy: await signedBy(tools, given),
  now: tools.now(),
})

function addLooks(api: Api, { db }: ServerTools): void {
  api.openapi(listRoute, async (c) => {
    const { q, language, kind, order, limit, offset } = c.req.valid('query')
    const { terms, total } = await findTerms(db, definedOnly({ words: q, language, kind, order }), limit, offset)
    return c.json({ terms: terms.map(presentSigned), total }, 200)
  })
  api.openapi(countRoute, async (c) => {
    const { total, kinds, languages } = await countTerms(db)
    const byCount = (a: { count: number }, b: { count: number }): number => b.count - a.count
    return c.json(
      {
        total,
        kinds: termKinds.map((kind) => ({ kind, count: kinds.get(kind) ?? 0 })),
        languages: [...languages].map(([language, count]) => ({ language, count })).toSorted(byCount),
      },
      200,
    )
  })
  api.openapi(historyRoute, async (c) => {
    const changes = await listTermHistory(db, c.req.valid('query').key)
    const shown = changes.map(({ before, after, ...change }) => ({
      ...change,
      before: before && presentStored(before),
      after: after && presentStored(after),
    }))
    return c.json({ changes: shown }, 200)
  })
  api.openapi(checkRoute, async (c) => {
    const { key = '', kind, note, names } = c.req.valid('json')
    const term = makeTerm({ key, kind, note: note ?? '', names })
    // Names are looked for also while the second language is not typed yet.
    const sketch: GlossaryTerm = typeof term === 'string' ? { key, kind, names, note } : term
    const problem = typeof term === 'string' ? term : null
    return c.json({ problem, namesakes: await listNamesakes(db, sketch) }, 200)
  })
}

function addChanges(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(saveRoute, async (c) => {
    const { key = '', kind, names, note, revision, signedBy: given } = c.req.valid('json')
    const term = makeTerm({ key, kind, note: note ?? '', names })
    if (typeof term === 'string') throw new DeskError('bad-input', term)
    const by = await sign(tools, given)
    const deedId = await inTransaction(db, (tx) => keepTerm(tx, term, by, revision))
    const stands = await findTerm(db, term.key)
    if (deedId === null || !stands) throw stale('term', stands ? presentSigned(stands) : null, c.req.valid('json'))
    return c.json({ term: presentSigned(stands), deedId, namesakes: await listNamesakes(db, term) }, 200)
  })
  api.openapi(removeRoute, async (c) => {
    const { key, revision } = c.req.valid('query')
    const by = await sign(tools)
    const end = await inTransaction(db, (tx) => dropTerm(tx, key, by, revision))
    if (end.kind === 'none') throw notFound('term')
    const stands = await findTerm(db, key)
    if (end.kind === 'stale') throw stale('term', stands ? presentSigned(stands) : null, { key, revision })
    return c.json({ deedId: end.deedId }, 200)
  })
  api.openapi(undoRoute, async (c) => {
    const by = await sign(tools)
    const end = await inTransaction(db, (tx) => undoGlossaryDeed(tx, readId(c.req.valid('param').id), by))
    if (!end) throw notFound('deed')
    return c.json(end, 200)
  })
}

function addFiles(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(exportRoute, async (c) => {
    const { format } = c.req.valid('query')
    const terms = await loadGlossary(db)
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-tbx+xml; charset=utf-8'
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="glossary.${format}"` }
    return c.body(format === 'csv' ? writeGlossaryCsv(terms) : writeTbx(terms), 200, headers) as never
  })
  api.openapi(importRoute, async (c) => {
    const { format, dryRun } = c.req.valid('query')
    const terms = await readFile(format, new Uint8Array(await c.req.arrayBuffer()))
    const brought = await bringTerms(db, terms, { ...(await sign(tools)), dryRun: dryRun === 'true' })
    return c.json(presentImport(brought, dryRun === 'true', format === 'csv' ? 'line' : 'entry'), 200)
  })
  api.openapi(authoritiesRoute, async (c) => {
    const { ids, kinds, languages, dryRun, signedBy: given } = c.req.valid('json')
    const wish = {
      ids: ids === null ? null : ids.map((id) => readId<'authority'>(id)),
      kinds,
      languages: languages ?? (await listDeskLanguages(tools)),
    }
    const brought = await bringTerms(db, await readAuthorityTerms(db, wish), { ...(await sign(tools, given)), dryRun })
    return c.json(presentImport(brought, dryRun, 'authority'), 200)
  })
}

async function readFile(format: 'csv' | 'tbx', bytes: Uint8Array): Promise<TermsToBring> {
  const read =
    format === 'csv'
      ? readGlossaryCsv(decodeText(bytes, { contentType: null, kind: 'text' }).text)
      : await readTbx([bytes])
  if (read.kind === 'not-a-glossary') throw new DeskError('bad-input', read.reason)
  return read
}

/** The language translated into, and those of what is read. */
async function listDeskLanguages(tools: ServerTools): Promise<string[]> {
  const items = await countItemLanguages(tools.db, 50)
  return [await targetLanguage(tools), ...items.map(({ language }) => language)]
}

const present = ({ key, kind, names, note }: GlossaryTerm): TermView => ({ key, kind, names: [...names], note })
const presentStored = (term: StoredTerm): TermView => present(readTerm(term))

function presentSigned(term: SignedTerm): SignedTermView {
  const { revision, changedAt, changedBy } = term
  return { ...presentStored(term), revision, changedAt, changedBy }
}

function presentImport(
  { rows, problems, doubts, deedId }: TermsBrought,
  dryRun: boolean,
  unit: GlossaryImported['unit'],
): GlossaryImported {
  return {
    dryRun,
    unit,
    deedId,
    rows: rows.map(({ term, before, ...row }) => ({ ...row, term: present(term), before: before && present(before) })),
    problems: [...problems],
    doubts: [...doubts],
  }
}
