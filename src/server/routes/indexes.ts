// Indexes: those that were brought in, described; and those made for a country, an author or a topic, as JSON, HTML or CSV.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { describeIndex } from '../../desk/indexes/describe-index.ts'
import { exportIndex, type IndexForm } from '../../desk/indexes/export-index.ts'
import { findArticlesOn } from '../../desk/indexes/find-topic.ts'
import type { IndexLine, IndexRow } from '../../desk/indexes/index-row.ts'
import { makeIndex, type IndexWish } from '../../desk/indexes/make-index.ts'
import type { ArticleId } from '../../domain/article.ts'
import { findArticleHeads } from '../../store/articles.ts'
import { listIndexRows, type StoredIndexRow } from '../../store/index-works.ts'
import type { Api } from '../api.ts'
import { importedIndexShape, indexFormShape, madeIndexShape, type ImportedIndex } from '../shapes/index-list.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId } from './route-parts.ts'

const tags = ['indexes']

const showRoute = createRoute({
  method: 'get',
  path: '/api/indexes/{id}',
  operationId: 'readIndex',
  tags,
  summary: 'An index that was brought in: its rows, those twice or malformed, empty months, authors that may be one',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(importedIndexShape, 'The index'), ...problemAnswer },
})

function madeRoute<Path extends string>(path: Path, operationId: string, value: z.ZodType<string>, summary: string) {
  return createRoute({
    method: 'get',
    path,
    operationId,
    tags,
    summary,
    request: {
      params: z.object({ value: value.openapi({ param: { name: 'value', in: 'path' } }) }),
      query: indexFormShape,
    },
    responses: {
      200: {
        description: 'The index, newest first; with `form=html` or `form=csv` as a file',
        content: {
          'application/json': { schema: madeIndexShape },
          'text/html': { schema: z.string() },
          'text/csv': { schema: z.string() },
        },
      },
      ...problemAnswer,
    },
  })
}

const countryRoute = madeRoute(
  '/api/indexes/countries/{value}',
  'makeCountryIndex',
  z.string().regex(/^[A-Z]{2}$/),
  'The index of a country',
)
const authorRoute = madeRoute(
  '/api/indexes/authors/{value}',
  'makeAuthorIndex',
  z.string().min(1).max(200),
  'The index of an author',
)
const topicRoute = madeRoute(
  '/api/indexes/topics/{value}',
  'makeTopicIndex',
  z.string().min(1).max(200),
  'The index of a topic',
)

export function addIndexRoutes(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(countryRoute, async (c) => answer(c, tools, { by: 'country', country: c.req.param('value') }))
  api.openapi(authorRoute, async (c) => answer(c, tools, { by: 'author', author: c.req.param('value') }))
  api.openapi(topicRoute, async (c) => {
    const topic = c.req.param('value')
    return answer(c, tools, { by: 'topic', topic, articles: await findArticlesOn(tools.search, topic) })
  })

  api.openapi(showRoute, async (c) => {
    const id = readId<'article'>(c.req.valid('param').id)
    const [head] = await findArticleHeads(db, [id])
    if (head?.kind !== 'index') throw notFound('index')
    return c.json(showIndex(id, head.title, await listIndexRows(db, id)), 200)
  })
}

const types: Readonly<Record<IndexForm, string>> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

async function answer(c: Context, { db }: ServerTools, wish: IndexWish): Promise<Response> {
  const form = indexFormShape.parse({ form: c.req.query('form') }).form
  const { title, lines } = await makeIndex(db, wish)
  const headers: Record<string, string> = { 'content-type': types[form] }
  if (form !== 'json') headers['content-disposition'] = `attachment; filename="index.${form}"`
  return c.body(exportIndex(form, title, lines, linkOf), 200, headers)
}

function linkOf({ articleId }: IndexLine): string | null {
  return articleId === null ? null : `/articles/${articleId}`
}

function showIndex(id: ArticleId, title: string | null, rows: readonly StoredIndexRow[]): ImportedIndex {
  const told = describeIndex(rows as readonly IndexRow[])
  return {
    id,
    title,
    rows: rows.map(({ meansArticle, ...row }) => ({ ...row, authors: [...row.authors], articleId: meansArticle })),
    unique: told.unique,
    duplicates: told.duplicates.length,
    malformed: told.malformed.length,
    months: told.months && { ...told.months, empty: [...told.months.empty] },
    meanings: [...told.meanings],
    authors: [...told.authors],
    authorProposals: [...told.authorProposals],
  }
}
