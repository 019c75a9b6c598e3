// Single pages and files, added by hand.

import { createRoute, z } from '@hono/zod-openapi'
import { addPage } from '../../collect/add-page.ts'
import { DeskError } from '../../domain/errors.ts'
import type { Api } from '../api.ts'
import { addedShape, fileFieldsShape, pageToAddShape } from '../shapes/addition.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, jsonBody, problemAnswer, readId } from './route-parts.ts'

const tags = ['additions']

const pageRoute = createRoute({
  method: 'post',
  path: '/api/pages',
  operationId: 'addPage',
  tags,
  summary: 'Keep one page by its address',
  request: { body: jsonBody(pageToAddShape) },
  responses: { 202: jsonAnswer(addedShape, 'The item; the visit is in the queue'), ...problemAnswer },
})

const fileRoute = createRoute({
  method: 'post',
  path: '/api/files',
  operationId: 'addFile',
  tags,
  summary: 'Keep a file that a person has: HTML, PDF or text',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: fileFieldsShape.extend({
            file: z
              .custom<File>((value) => value instanceof File, 'Choose a file.')
              .openapi({ type: 'string', format: 'binary' }),
          }),
        },
      },
    },
  },
  responses: { 202: jsonAnswer(addedShape, 'The item; reading it is in the queue'), ...problemAnswer },
})

export function addAdditionRoutes(api: Api, tools: ServerTools): void {
  api.openapi(pageRoute, async (c) => {
    const { url, outletId } = c.req.valid('json')
    const added = await addPage(tools, { url, outletId: outletId === undefined ? null : readId<'outlet'>(outletId) })
    tools.wake()
    return c.json(added, 202)
  })

  api.openapi(fileRoute, async (c) => {
    const { file, url, outletId } = c.req.valid('form')
    if (file.size === 0) throw new DeskError('bad-input', 'The file is empty.')
    const added = await tools.addFile({
      name: file.name,
      contentType: file.type === '' ? null : file.type,
      bytes: await file.bytes(),
      url: url ?? null,
      outletId: outletId === undefined ? null : readId<'outlet'>(outletId),
    })
    tools.wake()
    return c.json(added, 202)
  })
}
