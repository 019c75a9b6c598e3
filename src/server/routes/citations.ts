// What leaves the desk of an excerpt: its citation in three forms, and Web Annotations.

import { createRoute, z } from '@hono/zod-openapi'
import { exportAnnotation, exportCollection } from '../../desk/excerpts/export-annotations.ts'
import { displayCitation, printCitation } from '../../desk/excerpts/print-citation.ts'
import { newId } from '../../domain/id.ts'
import { listExcerpts } from '../../store/excerpts.ts'
import type { Api } from '../api.ts'
import { getExcerpt, loadAnnotatedPage, loadCitation } from '../present/excerpts.ts'
import { annotationShape, citationFormShape, citationShape, excerptExportQueryShape } from '../shapes/excerpt.ts'
import type { ServerTools } from '../tools.ts'
import { readFilter } from './excerpts.ts'
import { idParamsShape, jsonAnswer, problemAnswer, readId } from './route-parts.ts'

const tags = ['excerpts']
const JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const MOST_EXPORTED = 5_000

const annotationAnswer = {
  description: 'A Web Annotation, or an AnnotationCollection (W3C Recommendation, 23 February 2017)',
  content: { 'application/ld+json': { schema: annotationShape } },
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
  summary: 'Many excerpts as a collection of Web Annotations',
  request: { query: excerptExportQueryShape },
  responses: { 200: annotationAnswer, ...problemAnswer },
})

export function addCitationRoutes(api: Api, { db, now, about }: ServerTools): void {
  const generator = `dragoman ${about.version}`

  api.openapi(citationRoute, async (c) => {
    const excerpt = await getExcerpt(db, readId(c.req.valid('param').id))
    const citation = await loadCitation(db, excerpt)
    const { form } = c.req.valid('query')
    const text = printCitation(citation, form, excerpt.translation)
    const shown = { ...citation, authors: [...citation.authors] }
    return c.json({ form, text, display: displayCitation(citation, form, excerpt.translation), citation: shown }, 200)
  })

  api.openapi(exportRoute, async (c) => {
    const query = c.req.valid('query')
    const excerpts = await listExcerpts(db, readFilter(query), MOST_EXPORTED)
    const items = []
    for (const excerpt of excerpts) items.push({ excerpt, page: await loadAnnotatedPage(db, excerpt) })
    const label = query.basket ?? query.tag ?? 'Excerpts'
    const collection = exportCollection(items, { id: newId(now()), label, generator, at: now() })
    return c.json(collection, 200, download('excerpts.jsonld'))
  })

  api.openapi(annotationRoute, async (c) => {
    const excerpt = await getExcerpt(db, readId(c.req.valid('param').id))
    const annotation = exportAnnotation(excerpt, await loadAnnotatedPage(db, excerpt), generator)
    return c.json(annotation, 200, download('excerpt.jsonld'))
  })
}

function download(name: string): Record<string, string> {
  return { 'content-type': JSON_LD, 'content-disposition': `attachment; filename="${name}"` }
}
