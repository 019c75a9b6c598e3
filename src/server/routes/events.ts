// Live progress, as server-sent events.

import { createRoute, z } from '@hono/zod-openapi'
import { DeskError } from '../../domain/errors.ts'
import type { Api } from '../api.ts'
import { streamEvents } from '../event-stream.ts'
import { itemsEventShape, progressEventShape, translationsEventShape, triageEventShape } from '../shapes/event.ts'
import type { ServerTools } from '../tools.ts'
import { problemAnswer } from './route-parts.ts'

const MOST_LISTENERS = 64

const listen = createRoute({
  method: 'get',
  path: '/api/events',
  operationId: 'streamEvents',
  tags: ['events'],
  summary: 'What is happening now',
  description:
    'Server-sent events, each with JSON in `data`: `progress` with a ProgressEvent, `items` with an ItemsEvent, `triage` with a TriageEvent, `translations` with a TranslationsEvent.',
  responses: {
    200: {
      description: 'A stream that does not end',
      content: {
        'text/event-stream': {
          schema: z.union([progressEventShape, itemsEventShape, triageEventShape, translationsEventShape]),
        },
      },
    },
    ...problemAnswer,
  },
})

export function addEventRoutes(api: Api, tools: ServerTools, closing: AbortSignal): void {
  api.openapi(listen, (c) => {
    if (tools.events.listeners() >= MOST_LISTENERS) {
      throw new DeskError('conflict', 'Too many pages listen already. Close some windows of the desk and reload.')
    }
    const signal = AbortSignal.any([closing, c.req.raw.signal])
    return new Response(streamEvents(tools.events, signal), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    })
  })
}
