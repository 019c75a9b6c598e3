// How feeds fare day by day, and what we may have missed.

import { z } from '@hono/zod-openapi'
import { countShape, failureKindShape, idShape, instantShape, isoDayShape, languageShape } from './plain.ts'
import { feedHealthShape } from './feed.ts'

export const healthQueryShape = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) })

const pollsShape = z.object({ fetched: countShape, unchanged: countShape, failed: countShape })

export const feedHealthDetailShape = z
  .object({
    feedId: idShape,
    url: z.string(),
    title: z.string().nullable(),
    health: feedHealthShape,
    /** The middle gap between two arrivals; null = too little is known. */
    usualGapHours: z.number().nullable(),
    /** A longer silence than this is unusual for this feed. */
    quietAfterHours: z.number().nullable(),
    lastArrivalAt: instantShape.nullable(),
    /** One entry for each day asked for, oldest first, UTC. */
    days: z.array(z.object({ day: isoDayShape, items: countShape, polls: pollsShape })),
    lastFailure: z.object({ at: instantShape, failure: failureKindShape, reason: z.string() }).nullable(),
  })
  .openapi('FeedHealthDetail')

export const outletHealthDetailShape = z
  .object({ outletId: idShape, from: isoDayShape, to: isoDayShape, feeds: z.array(feedHealthDetailShape) })
  .openapi('OutletHealthDetail')

export const coverageQueryShape = z.object({ from: isoDayShape.optional(), to: isoDayShape.optional() })

const gapShape = z.object({
  day: isoDayShape,
  items: countShape,
  usual: z.number().openapi({ description: 'The middle of the same weekday over the 8 weeks before' }),
  isGap: z.boolean(),
})

/** What we may have missed. Never a claim that something was published: only that silence is unusual. */
export const coverageShape = z
  .object({
    from: isoDayShape,
    to: isoDayShape,
    /** Feeds silent for longer than their own rhythm, or failing, the longest first. */
    silent: z.array(
      z.object({
        feedId: idShape,
        url: z.string(),
        outlet: z.object({
          id: idShape,
          name: z.string(),
          country: z.string().nullable(),
          languages: z.array(languageShape),
        }),
        why: z.enum(['quiet', 'failing', 'gone']),
        reason: z.string(),
        since: instantShape,
        usualGapHours: z.number().nullable(),
        /** How many items its rhythm would have brought since. */
        mayHaveMissed: countShape.nullable(),
      }),
    ),
    countries: z.array(z.object({ country: z.string().nullable(), outlets: countShape, days: z.array(gapShape) })),
    languages: z.array(z.object({ language: languageShape.nullable(), outlets: countShape, days: z.array(gapShape) })),
    /** Promised pages that could not be had in these days, by reason. */
    lost: z.array(z.object({ failure: failureKindShape, items: countShape })),
  })
  .openapi('Coverage')

export type FeedHealthDetail = z.infer<typeof feedHealthDetailShape>
export type OutletHealthDetail = z.infer<typeof outletHealthDetailShape>
export type Coverage = z.infer<typeof coverageShape>
