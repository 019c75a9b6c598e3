// Lists of feeds, in and out.

import { createRoute, z } from '@hono/zod-openapi'
import { importOpml } from '../../collect/import-opml.ts'
import { parseOpml, writeOpml, type OpmlFeed, type OpmlOutlet } from '../../collect/opml.ts'
import { DeskError } from '../../domain/errors.ts'
import type { Feed } from '../../domain/feed.ts'
import type { Db } from '../../store/db.ts'
import { listFeeds } from '../../store/feeds.ts'
import { listOutlets } from '../../store/outlets.ts'
import type { Api } from '../api.ts'
import { opmlImportShape, type OpmlImport } from '../shapes/opml.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer } from './route-parts.ts'

const tags = ['opml']

const exportRoute = createRoute({
  method: 'get',
  path: '/api/opml',
  tags,
  summary: 'All outlets with their feeds, as OPML 2.0',
  responses: { 200: { description: 'The list', content: { 'text/x-opml': { schema: z.string() } } }, ...problemAnswer },
})

const importRoute = createRoute({
  method: 'post',
  path: '/api/opml',
  tags,
  summary: 'Bring in a list of feeds',
  description: 'The body is the OPML itself. With `dryRun=true` nothing is kept, and the answer says what would be.',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: { required: true, content: { 'text/x-opml': { schema: z.string() } } },
  },
  responses: { 200: jsonAnswer(opmlImportShape, 'What is new and what is known'), ...problemAnswer },
})

export function addOpmlRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(exportRoute, async (c) => {
    const text = writeOpml({ title: 'Dragoman', outlets: await gatherOutlets(db) }, now())
    return c.body(text, 200, {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="dragoman.opml"',
    })
  })

  api.openapi(importRoute, async (c) => {
    const list = parseOpml(await c.req.text())
    if (list.kind === 'not-opml') throw new DeskError('bad-input', list.reason)
    const dryRun = c.req.valid('query').dryRun === 'true'
    const done = await db.transaction().execute((tx) => importOpml(tx, queue, list.outlets, { dryRun, now: now() }))
    if (!dryRun) tools.wake()
    const outlets = done.outlets.map((outlet) => ({ ...outlet, feeds: outlet.feeds.map((feed) => ({ ...feed })) }))
    return c.json({ dryRun, outlets, ...countNew(outlets), notes: [...list.notes, ...done.notes] }, 200)
  })
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

async function gatherOutlets(db: Db): Promise<OpmlOutlet[]> {
  const feeds = Map.groupBy(await listFeeds(db), (feed) => feed.outletId)
  return (await listOutlets(db)).map(({ id, name, homepage, languages }) => ({
    name,
    homepage,
    languages,
    folders: [],
    feeds: (feeds.get(id) ?? []).flatMap(toOpmlFeed),
  }))
}

function toOpmlFeed({ url, title, kind, selector }: Feed): OpmlFeed[] {
  return kind === 'single' ? [] : [{ url, title, kind, selector }]
}
