// Feeds: the ways in which an outlet's pages are noticed, with their health and its reason.

import { z } from '@hono/zod-openapi'
import { countShape, failureKindShape, idShape, instantShape, webAddressShape } from './plain.ts'

export const feedKindShape = z.enum(['syndication', 'sitemap', 'news-sitemap', 'listing', 'single'])
export const feedStateShape = z.enum(['watching', 'paused', 'gone'])

export const feedHealthShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('never-polled') }),
    z.object({ kind: z.literal('well') }),
    z.object({ kind: z.literal('quiet'), since: instantShape, usualGapHours: z.number() }),
    z.object({ kind: z.literal('failing'), failure: failureKindShape, reason: z.string(), since: instantShape }),
    z.object({ kind: z.literal('gone'), reason: z.string(), since: instantShape }),
  ])
  .openapi('FeedHealth')

export const feedRowShape = z
  .object({
    id: idShape,
    outletId: idShape,
    url: z.string(),
    kind: feedKindShape,
    title: z.string().nullable(),
    selector: z.string().nullable(),
    state: feedStateShape,
    conditionalGet: z.boolean(),
    intervalMinutes: z.number(),
    nextPollAt: instantShape.nullable(),
    lastPolledAt: instantShape.nullable(),
    lastNewItemAt: instantShape.nullable(),
    failures: countShape,
    health: feedHealthShape,
    createdAt: instantShape,
    version: countShape.openapi({ description: 'Goes up with every change by a person; send it with a change' }),
  })
  .openapi('FeedRow')

/** A new feed, as part of a new outlet or by itself. */
export const feedToAddShape = z
  .strictObject({
    url: webAddressShape,
    kind: z.enum(['syndication', 'sitemap', 'news-sitemap', 'listing']),
    title: z.string().trim().max(300).nullable().default(null),
    selector: z.string().trim().max(1000).nullable().default(null).openapi({ description: 'For `listing` only' }),
    conditionalGet: z.boolean().default(true),
  })
  .openapi('FeedToAdd')

export const feedChangeShape = z
  .strictObject({
    version: countShape.optional().openapi({
      description: 'As read; 409 when a person has changed the feed since. Send it with every edit of a form',
    }),
    state: z.enum(['watching', 'paused']),
    title: z.string().trim().max(300).nullable(),
    selector: z.string().trim().max(1000).nullable(),
    conditionalGet: z.boolean(),
  })
  .partial()
  .openapi('FeedChange')

/** A poll was queued; progress comes over `/api/events`. */
export const queuedShape = z.object({ queued: z.literal(true) }).openapi('Queued')

export type FeedHealth = z.infer<typeof feedHealthShape>
export type FeedRow = z.infer<typeof feedRowShape>
/** What a person sends: fields with defaults may be left out. */
export type FeedToAdd = z.input<typeof feedToAddShape>
export type FeedChange = z.input<typeof feedChangeShape>
export type Queued = z.infer<typeof queuedShape>
