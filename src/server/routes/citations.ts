// What leaves the desk of excerpts: citations in three forms, Web Annotations, pages to read, lists for reference managers.

import { createRoute, z } from '@hono/zod-openapi'
import { citationHtml } from '../../desk/excerpts/citation-html.ts'
import { exportAnnotation } from '../../desk/excerpts/export-annotations.ts'
import { joinPieces, printPieces, showPieces } from '../../desk/excerpts/print-citation.ts'
import { DeskError } from '../../domain/errors.ts'
import type { ExcerptId } from '../../domain/excerpt.ts'
import { findExcerpts, listExcerpts } from '../../store/excerpts.ts'
import type { Api } from '../api.ts'
import { ANNOTATION_TYPE, exportExcerpts, type Exported } from '../export-excerpts.ts'
import { loadCitation } from '../present/citations.ts'
import { loadAnnotatedPage } from '../present/annotated-pages.ts'
import { getExcerpt } from '../present/excerpts.ts'
import { readExcerptFilter } from '../read-excerpt-filter.ts'
import { excerptExportQueryShape, excerptsToExportShape } from '../shapes/excerpt-collection.ts'
import { annotationShape, citationFormShape, citationShape } from '../shapes/citation.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, problemAnswer, readId } from './route-parts.ts'

const tags = ['excerpts']
/** More than anybody reads; a file of them all would not fit into memory everywhere. */
const MOST_EXPORTED = 20_000

const annotationAnswer = {
  description: 'A Web Annotation (W3C Recommendation, 23 February 2017)',
  content: { 'application/ld+json': { schema: annotationShape } },
}

const exportAnswer = {
  description: 'A collection of Web Annotations, or the excerpts in the format asked for',
  content: {
    'application/ld+json': { schema: annotationShape },
    'text/html': { schema: z.string() },
    'text/markdown': { schema: z.string() },
    'text/plain': { schema: z.string() },
    'application/vnd.citationstyles.csl+json': { schema: z.array(annotationShape) },
    'application/x-research-info-systems': { schema: z.string() },
  },
}

const citationRoute = createRoute({
  method: 'get',
  path: '/api/excerpts/{id}/citation',
  operationId: 'citeExcerpt',
  tags,
  summary: 'The source reference of an excerpt',
  description: 'Made from the records as they are; the descriptor is the one valid on the day of publication.',
  request: { params: idParamsShape, query: z.object({ form: citationFormShape.default('digest') }) },
  responses: { 200: jsonAnswer(citationShape, 'The citation'), ...problemAnswer },
})

const annotationRoute = createRoute({
  method: 'get',
  path: '/api/excerpts/{id}/annotation',
  operationId: 'exportExcerpt',
  tags,
  summary: 'One excerpt as a Web Annotation',
  request: { params: idParamsShape },
  responses: { 200: annotationAnswer, ...problemAnswer },
})

const exportRoute = createRoute({
  method: 'get',
  path: '/api/excerpts/export',
  operationId: 'exportExcerpts',
  tags,
  summary: 'The excerpts of a basket, a tag or any filter; those of one basket in its order',
  request: { query: excerptExportQueryShape },
  responses: { 200: exportAnswer, ...problemAnswer },
})

const exportChosenRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/export',
  operationId: 'exportChosenExcerpts',
  tags,
  summary: 'The excerpts named, in the order given',
  request: { body: jsonBody(excerptsToExportShape) },
  responses: { 200: exportAnswer, ...problemAnswer },
})

export function addCitationRoutes(api: Api, { db, now, about }: ServerTools): void {
  const generator = `dragoman ${about.version}`

  api.openapi(citationRoute, async (c) => {
    const excerpt = await getExcerpt(db, readId(c.req.valid('param').id))
    const citation = await loadCitation(db, excerpt)
    const { form } = c.req.valid('query')
    const pieces = printPieces(citation, form, excerpt.translation)
    const shown = { ...citation, authors: [...citation.authors] }
    const html = citationHtml(pieces, citation)
    return c.json({ form, text: joinPieces(pieces), display: showPieces(pieces), html, citation: shown }, 200)
  })

  api.openapi(exportRoute, async (c) => {
    const { as, form, ...query } = c.req.valid('query')
    const filter = readExcerptFilter(query)
    const [basket] = filter.baskets?.length === 1 ? filter.baskets : []
    const order = basket === undefined || basket === null ? 'newest' : 'basket'
    const excerpts = await listExcerpts(db, filter, MOST_EXPORTED + 1, { order })
    if (excerpts.length > MOST_EXPORTED)
      throw new DeskError(
        'bad-input',
        `These are more than ${MOST_EXPORTED} excerpts. Narrow them by a basket or a tag.`,
      )
    const label = basket ?? query.tag?.join(', ') ?? 'Excerpts'
    return download(await exportExcerpts(db, excerpts, { as, form, label, generator, at: now() }))
  })

  api.openapi(exportChosenRoute, async (c) => {
    const { as, form, excerpts: chosen } = c.req.valid('json')
    const ids = [...new Set(chosen.map((id): ExcerptId => readId(id)))]
    const found = new Map((await findExcerpts(db, ids)).map((excerpt) => [excerpt.id, excerpt]))
    const excerpts = ids.flatMap((id) => found.get(id) ?? [])
    return download(await exportExcerpts(db, excerpts, { as, form, label: 'Excerpts', generator, at: now() }))
  })

  api.openapi(annotationRoute, async (c) => {
    const excerpt = await getExcerpt(db, readId(c.req.valid('param').id))
    const annotation = exportAnnotation(excerpt, await loadAnnotatedPage(db, excerpt), generator)
    const disposition = 'attachment; filename="excerpt.jsonld"'
    return c.json(annotation, 200, { 'content-type': ANNOTATION_TYPE, 'content-disposition': disposition })
  })
}

/** HTML is handed over as a file too: words of pages are not shown under the address of the desk. */
function download({ name, contentType, body }: Exported): Response {
  const headers = {
    'content-type': contentType,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
  }
  return new Response(body, { headers })
}
