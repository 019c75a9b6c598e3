// Web Annotations brought in: of another desk, or of any program that quotes what it annotates.

import { createRoute, z } from '@hono/zod-openapi'
import type { HonoRequest } from 'hono'
import { readAnnotations } from '../../desk/excerpts/import-annotations.ts'
import { keepAnnotations } from '../../desk/excerpts/keep-annotations.ts'
import { DeskError } from '../../domain/errors.ts'
import { decodeText } from '../../lib/charset.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { tryTransaction } from '../../store/try-transaction.ts'
import type { Api } from '../api.ts'
import { annotationsImportedShape } from '../shapes/excerpt-collection.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer, signedBy } from './route-parts.ts'

const importRoute = createRoute({
  method: 'post',
  path: '/api/excerpts/import',
  operationId: 'importExcerpts',
  tags: ['excerpts'],
  summary: 'Bring in Web Annotations, each by itself',
  description:
    'The body is the JSON-LD itself, or a form with it as `file`. With `dryRun=true` nothing is kept, and the answer says what would be. Nothing that is here is overwritten.',
  request: {
    query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: {
      required: true,
      content: {
        'application/ld+json': { schema: { type: 'object' } },
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
        },
      },
    },
  },
  responses: { 200: jsonAnswer(annotationsImportedShape, 'What became of each'), ...problemAnswer },
})

const MOST = 10_000

export function addExcerptImportRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(importRoute, async (c) => {
    const file = readAnnotations(readJson(await readText(c.req)))
    if (file.kind === 'unreadable') throw new DeskError('bad-input', file.reason)
    const { annotations } = file
    if (annotations.length > MOST)
      throw new DeskError('bad-input', `There are ${annotations.length} annotations in it; bring in ${MOST} at a time.`)
    const dryRun = c.req.valid('query').dryRun === 'true'
    const signed = { by: await signedBy(tools, undefined), at: now() }
    const run = dryRun ? tryTransaction : inTransaction
    const outcomes = await run(db, (tx) => keepAnnotations(tx, annotations, signed))
    const added = outcomes.filter(({ kind }) => kind === 'new').length
    return c.json({ dryRun, added, outcomes: outcomes.map((outcome, at) => ({ ...outcome, number: at + 1 })) }, 200)
  })
}

async function readText(request: HonoRequest): Promise<string> {
  const contentType = request.header('content-type') ?? null
  if (!contentType?.toLowerCase().startsWith('multipart/form-data'))
    return decodeText(new Uint8Array(await request.arrayBuffer()), { contentType: null, kind: 'text' }).text
  const file = (await request.formData()).get('file')
  if (!(file instanceof File)) throw new DeskError('bad-input', 'Choose the file that holds the annotations.')
  return decodeText(await file.bytes(), { contentType: null, kind: 'text' }).text
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new DeskError('bad-input', 'This is no JSON. Web Annotations are JSON-LD, in files as .jsonld or .json.', {
      cause: error,
    })
  }
}
