// Imported articles: browse them, look at one, and move its boundaries.

import { createRoute, type z } from '@hono/zod-openapi'
import { finishImports } from '../../desk/articles/finish-imports.ts'
import { moveBoundaries, tryBoundaries, undoRevision } from '../../desk/articles/revise-article.ts'
import { countryName } from '../../desk/authorities/country-names.ts'
import { titleKey } from '../../desk/references/fold-title.ts'
import { countArticleFacets } from '../../store/article-facets.ts'
import { countArticles, listArticles, type ArticleFilter } from '../../store/articles.ts'
import type { Api } from '../api.ts'
import { readItemCursor, writeItemCursor } from '../cursor.ts'
import { findFindings } from '../present/article-findings.ts'
import { loadArticleDetail, showArticleRow } from '../present/article-rows.ts'
import {
  articleDetailShape,
  articleFacetsShape,
  articleFilterShape,
  articleListQueryShape,
  articleListShape,
  findingListShape,
  revisionToAddShape,
  revisionUndoShape,
} from '../shapes/article.ts'
import type { ServerTools } from '../tools.ts'
import { definedOnly, idParamsShape, jsonAnswer, jsonBody, problemAnswer, readId, signedBy } from './route-parts.ts'

const tags = ['articles']

const listRoute = createRoute({
  method: 'get',
  path: '/api/articles',
  operationId: 'listArticles',
  tags,
  summary: 'Imported articles, newest first',
  request: { query: articleListQueryShape },
  responses: { 200: jsonAnswer(articleListShape, 'A page of the list'), ...problemAnswer },
})

const facetsRoute = createRoute({
  method: 'get',
  path: '/api/articles/facets',
  operationId: 'countArticles',
  tags,
  summary: 'What articles can be browsed by, with counts',
  request: { query: articleFilterShape },
  responses: { 200: jsonAnswer(articleFacetsShape, 'The counts'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/articles/{id}',
  operationId: 'readArticle',
  tags,
  summary: 'One article: print, blocks, what was recovered, references both ways, names, history',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(articleDetailShape, 'The article'), ...problemAnswer },
})

const findingsRoute = createRoute({
  method: 'get',
  path: '/api/articles/{id}/findings',
  operationId: 'checkArticle',
  tags,
  summary: 'What the checks find in it',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(findingListShape, 'The places, in the order of print'), ...problemAnswer },
})

const reviseRoute = createRoute({
  method: 'post',
  path: '/api/articles/{id}/revisions',
  operationId: 'reviseArticle',
  tags,
  summary: 'Move boundaries between blocks',
  description: 'The document is read again from the new boundaries. 409 when `revision` is no longer the latest.',
  request: { params: idParamsShape, body: jsonBody(revisionToAddShape) },
  responses: {
    200: jsonAnswer(articleDetailShape, 'With `dryRun`: the article as it would be'),
    201: jsonAnswer(articleDetailShape, 'The article as it is now'),
    ...problemAnswer,
  },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/articles/{id}/undo',
  operationId: 'undoRevision',
  tags,
  summary: 'Go one revision back',
  description: 'Adds a revision that says what stood before. 409 when there is nothing to undo.',
  request: { params: idParamsShape, body: jsonBody(revisionUndoShape) },
  responses: { 201: jsonAnswer(articleDetailShape, 'The article as it is now'), ...problemAnswer },
})

export function addArticleRoutes(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(listRoute, async (c) => {
    const { limit, before, ...wish } = c.req.valid('query')
    const filter = readFilter(wish)
    const cursor = before === undefined ? undefined : readItemCursor(before)
    const page = await listArticles(db, filter, limit, cursor && { orderAt: cursor.orderAt, id: readId(cursor.id) })
    const last = page.length === limit ? page.at(-1) : undefined
    const next = last ? writeItemCursor({ orderAt: last.orderAt, id: readId(last.id) }) : null
    return c.json({ articles: page.map(showArticleRow), next, total: await countArticles(db, filter) }, 200)
  })

  api.openapi(facetsRoute, async (c) => {
    const facets = await countArticleFacets(db, readFilter(c.req.valid('query')))
    const countries = facets.countries.map((one) => ({ ...one, name: countryName(one.country) }))
    const { total, issues, years, months, outlets, authors, kinds } = facets
    const times = { issues: [...issues], years: [...years], months: [...months] }
    const lists = { outlets: [...outlets], authors: [...authors], kinds: [...kinds] }
    return c.json({ total, ...times, ...lists, countries }, 200)
  })

  api.openapi(showRoute, async (c) => c.json(await loadArticleDetail(db, readId(c.req.valid('param').id)), 200))

  api.openapi(findingsRoute, async (c) => {
    const findings = await findFindings(db, readId(c.req.valid('param').id))
    return c.json({ findings, total: findings.length }, 200)
  })

  addRevisionRoutes(api, tools)
}

function readFilter(wish: z.output<typeof articleFilterShape>): ArticleFilter {
  const { author, authority, outlet, file, ...plain } = wish
  return {
    ...definedOnly(plain),
    ...(author !== undefined && { author: titleKey(author) }),
    ...(authority !== undefined && { authority: readId<'authority'>(authority) }),
    ...(outlet !== undefined && { outlet: readId<'outlet'>(outlet) }),
    ...(file !== undefined && { file: readId<'import'>(file) }),
  }
}

function addRevisionRoutes(api: Api, tools: ServerTools): void {
  const { db, search, now } = tools
  const sign = async (given: string | undefined, why: string | undefined) => ({
    signedBy: await signedBy(tools, given),
    now: now(),
    why: why ?? null,
  })

  api.openapi(reviseRoute, async (c) => {
    const articleId = readId<'article'>(c.req.valid('param').id)
    const { revision, blocks, kind, why, signedBy: given, dryRun } = c.req.valid('json')
    const move = { articleId, revision, blocks: blocks.map(definedBlock), ...(kind !== undefined && { kind }) }
    if (dryRun === true) {
      const seen = await tryBoundaries(db, move, await sign(given, why), (tx) => loadArticleDetail(tx, articleId))
      return c.json(seen, 200)
    }
    await moveBoundaries(db, move, await sign(given, why))
    await finishImports({ db, search }, now())
    return c.json(await loadArticleDetail(db, articleId), 201)
  })

  api.openapi(undoRoute, async (c) => {
    const articleId = readId<'article'>(c.req.valid('param').id)
    const { revision, why, signedBy: given } = c.req.valid('json')
    await undoRevision(db, { articleId, revision }, await sign(given, why))
    await finishImports({ db, search }, now())
    return c.json(await loadArticleDetail(db, articleId), 201)
  })
}

type SentBlock = Parameters<typeof moveBoundaries>[1]['blocks'][number]

function definedBlock({ ordinal, ...block }: Omit<SentBlock, 'ordinal'> & { ordinal?: number | undefined }): SentBlock {
  return ordinal === undefined ? block : { ...block, ordinal }
}
