// Captures: the evidence, the preserved page, the record as a file, and a check of the bytes.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { Capture } from '../../domain/capture.ts'
import { findCapture } from '../../store/captures.ts'
import { listCustodyOf } from '../../store/custody.ts'
import type { Db } from '../../store/db.ts'
import { findReadingOf } from '../../store/readings.ts'
import type { Api } from '../api.ts'
import { showCapture } from '../present/capture-detail.ts'
import { answerPreservedPage } from '../preserved-page.ts'
import { preservedPageHeaders } from '../security/headers.ts'
import { captureDetailShape, verificationShape } from '../shapes/capture.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId } from './route-parts.ts'

const tags = ['captures']
const bytesShape = z.string().openapi({ format: 'binary' })

const showRoute = createRoute({
  method: 'get',
  path: '/api/captures/{id}',
  operationId: 'readCapture',
  tags,
  summary: 'All evidence of one visit',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(captureDetailShape, 'The evidence'), ...problemAnswer },
})

const pageRoute = createRoute({
  method: 'get',
  path: '/api/captures/{id}/page',
  operationId: 'showPreservedPage',
  tags,
  summary: 'The preserved page',
  description:
    "In a frame of the desk: the page, under a policy that lets it run nothing and fetch nothing. Asked for in any other way: the page's bytes, content coding undone, as a file.",
  request: { params: idParamsShape },
  responses: {
    200: {
      description: 'The page',
      content: { 'text/html': { schema: bytesShape }, 'application/octet-stream': { schema: bytesShape } },
    },
    ...problemAnswer,
  },
})

const recordRoute = createRoute({
  method: 'get',
  path: '/api/captures/{id}/record',
  operationId: 'downloadRecord',
  tags,
  summary: 'The WARC record, as it lies in the archive',
  request: { params: idParamsShape },
  responses: {
    200: { description: 'A WARC file of one record', content: { 'application/warc': { schema: bytesShape } } },
    ...problemAnswer,
  },
})

const verifyRoute = createRoute({
  method: 'post',
  path: '/api/captures/{id}/verification',
  operationId: 'verifyCapture',
  tags,
  summary: 'Read the bytes again and compare digests',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(verificationShape, 'Whether the evidence holds'), ...problemAnswer },
})

export function addCaptureRoutes(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(showRoute, async (c) => {
    const capture = await getCapture(db, c.req.valid('param').id)
    return c.json(showCapture(capture, await listCustodyOf(db, capture.id)), 200)
  })

  api.openapi(pageRoute, async (c) => {
    const capture = await getCapture(db, c.req.valid('param').id)
    const page = await tools.readPage(capture)
    if (page.kind === 'unreadable') throw new DeskError('evidence-fails', page.reason)
    const reading = await findReadingOf(db, capture.id)
    const charset = reading?.charset ?? null
    return answerPreservedPage(
      { capture, body: page.body, charset, text: reading?.text ?? null },
      c.req.header('sec-fetch-dest'),
    )
  })

  api.openapi(recordRoute, async (c) => {
    const capture = await getCapture(db, c.req.valid('param').id)
    const record = await tools.readRecord(capture)
    const isPacked = record[0] === 0x1f && record[1] === 0x8b
    return new Response(new Uint8Array(record), {
      headers: {
        ...preservedPageHeaders,
        'content-type': 'application/warc',
        'content-disposition': `attachment; filename="capture-${capture.id}.warc${isPacked ? '.gz' : ''}"`,
      },
    })
  })

  api.openapi(verifyRoute, async (c) => {
    const capture = await getCapture(db, c.req.valid('param').id)
    return c.json(await tools.verifyCapture(capture), 200)
  })
}

async function getCapture(db: Db, id: string): Promise<Capture> {
  const capture = await findCapture(db, readId(id))
  if (!capture) throw notFound('capture')
  return capture
}
