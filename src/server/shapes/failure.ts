// What went wrong and when it is tried again.

import { z } from '@hono/zod-openapi'
import { countShape, failureKindShape, instantShape } from './plain.ts'
import { itemRowShape } from './item.ts'
import { feedRowShape } from './feed.ts'

export const failedJobShape = z
  .object({
    id: z.string(),
    name: z.string().openapi({ example: 'preserve.item' }),
    /** What the job is about, so that the desk can link to it. */
    subject: z.object({ kind: z.enum(['item', 'feed', 'capture', 'reading', 'other']), id: z.string().nullable() }),
    attempts: countShape,
    failedAt: instantShape.nullable(),
    reason: z.string(),
    /** null = not by itself: only when a person asks. */
    nextTryAt: instantShape.nullable(),
  })
  .openapi('FailedJob')

export const failuresShape = z
  .object({
    jobs: z.array(failedJobShape),
    items: z.array(itemRowShape),
    feeds: z.array(feedRowShape.extend({ outletName: z.string() })),
    /** How many items fail by each kind, worst first. */
    kinds: z.array(z.object({ failure: failureKindShape, count: countShape })),
  })
  .openapi('Failures')

export const retryParamsShape = z.object({ id: z.string().min(1).max(100) })

export type FailedJob = z.infer<typeof failedJobShape>
export type Failures = z.infer<typeof failuresShape>
