// What the desk as a whole is doing.

import { z } from '@hono/zod-openapi'
import { countShape, instantShape } from './plain.ts'

export const recordCountsShape = z
  .object({
    outlets: countShape,
    feeds: countShape,
    items: countShape,
    captures: countShape,
    readings: countShape,
    indexed: countShape,
  })
  .openapi('RecordCounts')

export const queueCountsShape = z
  .record(z.string(), z.object({ queued: countShape, waiting: countShape, running: countShape, failed: countShape }))
  .openapi('QueueCounts', {
    description:
      'By job name, e.g. `collect.feed`. `queued` is due now; `waiting` also counts what is planned for later',
  })

/** `full`: collecting has stopped until there is room; what is kept stays readable. */
export const diskStateShape = z
  .object({ kind: z.enum(['well', 'low', 'full', 'unknown']), freeBytes: z.number().nullable() })
  .openapi('DiskState')

export const statusShape = z
  .object({
    version: z.string(),
    home: z.string().openapi({ description: 'The folder that holds everything' }),
    /** The name under which this desk signs, unless a person gives another. */
    analyst: z.string(),
    startedAt: instantShape,
    now: instantShape,
    counts: recordCountsShape,
    queue: queueCountsShape,
    disk: diskStateShape,
    archive: z.object({ files: countShape, bytes: z.number() }),
    /** Feeds silent for longer than their own rhythm, and feeds whose latest poll failed. */
    quietFeeds: countShape,
    failingFeeds: countShape,
    /** Feeds never polled so far. */
    waitingFeeds: countShape,
  })
  .openapi('Status')

export type RecordCounts = z.infer<typeof recordCountsShape>
export type QueueCounts = z.infer<typeof queueCountsShape>
export type DiskState = z.infer<typeof diskStateShape>
export type Status = z.infer<typeof statusShape>
