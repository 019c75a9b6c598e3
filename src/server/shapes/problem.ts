// RFC 9457 problem details: how every endpoint says no.

import { z } from '@hono/zod-openapi'

export const problemShape = z
  .object({
    type: z
      .string()
      .openapi({ description: 'A URI reference naming the kind of problem', example: '/problems/not-found' }),
    title: z.string().openapi({ example: 'Not found' }),
    status: z.number().int(),
    detail: z.string().openapi({ description: 'What happened, why, and what to do next' }),
    code: z.string().openapi({ description: 'Permanent name of the failure', example: 'not-found' }),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'Which fields of the request were wrong' }),
    current: z.unknown().optional().openapi({
      description:
        'For `conflict`: the record as it is now, in the shape in which it is read; for triage a TriageConflict',
    }),
    yours: z.unknown().optional().openapi({ description: 'For `conflict` on a version: what was sent' }),
  })
  .openapi('Problem')

export type Problem = z.infer<typeof problemShape>
