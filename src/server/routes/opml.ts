// Lists of feeds, in and out.

import { createRoute, z } from '@hono/zod-openapi'
import type { HonoRequest } from 'hono'
import { importOpml } from '../../collect/import-opml.ts'
import { gatherForOpml } from '../../collect/export-opml.ts'
import { parseOpml, writeOpml } from '../../collect/opml.ts'
import { DeskError } from '../../domain/errors.ts'
import { decodeText } from '../../lib/charset.ts'
import type { Api } from '../api.ts'
import { opmlImportShape, type OpmlImport } from '../shapes/opml.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'
import { inTransaction } from '../../store/in-transaction.ts'

const tags = ['opml']

const exportRoute = createRoute({
  method: 'get',
  path: '/api/opml',
  operationId: 'exportOpml',
  tags,
  summary: 'All outlets with their feeds, as OPML 2.0',
  responses: { 200: { description: 'The list', content: { 'text/x-opml': { schema: z.string() } } }, ...problemAnswer },
})

const importRoute = createRoute({
  method: 'post',
  path: '/api/opml',
  operationId: 'importOpml',
  tags,
  summary: 'Bring in a list of feeds',
  description:
    'The body is the OPML itself, or a form with it as `file`. With `dryRun=true` nothing is kept, and the answer says what would be.',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: {
      required: true,
      content: {
        'text/x-opml': { schema: z.string() },
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
        },
      },
    },
  },
  responses: { 200: jsonAnswer(opmlImportShape, 'What is new and what is known'), ...problemAnswer },
})

export function addOpmlRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(exportRoute, async (c) => {
    const text = writeOpml({ title: 'Dragoman', outlets: await gatherForOpml(db) }, now())
    return c.body(text, 200, {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="dragoman.opml"',
    })
  })

  api.openapi(importRoute, async (c) => {
    const list = parseOpml(await readList(c.req))
    if (list.kind === 'not-opml') throw new DeskError('bad-input', list.reason)
    const dryRun = c.req.valid('query').dryRun === 'true'
    const done = await inTransaction(db, (tx) => importOpml(tx, queue, list.outlets, { dryRun, now: now() }))
    if (!dryRun) tools.wake()
    const outlets = done.outlets.map((outlet) => ({ ...outlet, feeds: outlet.feeds.map((feed) => ({ ...feed })) }))
    return c.json({ dryRun, outlets, ...countNew(outlets), notes: [...list.notes, ...done.notes] }, 200)
  })
}

/** The list in whatever charset it comes, as the body or as the one file of a form. */
async function readList(request: HonoRequest): Promise<string> {
  const contentType = request.header('content-type') ?? null
  if (!contentType?.toLowerCase().startsWith('multipart/form-data')) {
    return decodeText(new Uint8Array(await request.arrayBuffer()), { contentType, kind: 'xml' }).text
  }
  const file = (await request.formData()).get('file')
  if (!(file instanceof File)) throw new DeskError('bad-input', 'Choose the file that holds the list.')
  return decodeText(await file.bytes(), { contentType: null, kind: 'xml' }).text
}

function countNew(outlets: OpmlImport['outlets']) {
  const feeds = outlets.flatMap((outlet) => outlet.feeds)
  const newFeeds = feeds.filter((feed) => feed.kind === 'new').length
  return {
    newOutlets: outlets.filter((outlet) => outlet.kind === 'new').length,
    newFeeds,
    knownFeeds: feeds.length - newFeeds,
  }
}
