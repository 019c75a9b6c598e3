// Saved searches, the alerts that watch them, and what the alerts have said.

import { z } from '@hono/zod-openapi'
import { countShape, cursorShape, idShape, instantShape, timeZoneShape, webAddressShape } from './plain.ts'
import { itemRowShape } from './item.ts'

const nameShape = z.string().trim().min(1, 'Give a name.').max(200)
const queryShape = z.string().trim().min(1, 'Give a query.').max(2000)
const versionShape = countShape.openapi({ description: 'As read: when it has changed since, the answer is 409' })

export const digestShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('at-once') }),
    z.strictObject({ kind: z.literal('hourly') }),
    z.strictObject({ kind: z.literal('daily'), hour: z.number().int().min(0).max(23), timeZone: timeZoneShape }),
  ])
  .openapi('Digest')

export const channelShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('desk') }),
    z.strictObject({ kind: z.literal('email'), to: z.email('Give an e-mail address.').max(320) }),
    z.strictObject({ kind: z.literal('webhook'), url: webAddressShape }),
  ])
  .openapi('Channel')

export const deliveryShape = z
  .object({
    id: idShape,
    alertId: idShape,
    state: z.enum(['waiting', 'sent', 'given-up']),
    items: countShape,
    dueAt: instantShape,
    sentAt: instantShape.nullable(),
    attempts: countShape,
    /** Why the latest attempt failed; null = none has. */
    reason: z.string().nullable(),
    nextTryAt: instantShape.nullable(),
  })
  .openapi('Delivery')

export const alertShape = z
  .object({
    id: idShape,
    searchId: idShape,
    channel: channelShape,
    digest: digestShape,
    state: z.enum(['on', 'off']),
    version: countShape,
    /** Only items that came after this moment are announced. */
    since: instantShape,
    found: countShape.openapi({ description: 'How many items it has found so far' }),
    lastDelivery: deliveryShape.nullable(),
  })
  .openapi('Alert')

export const savedSearchShape = z
  .object({
    id: idShape,
    name: z.string(),
    query: z.string(),
    order: z.enum(['newest', 'relevant']),
    version: countShape,
    createdAt: instantShape,
    changedAt: instantShape,
    alerts: z.array(alertShape),
    /** Why the query finds nothing any more (its outlet was removed…); null = it can be asked. */
    problem: z.string().nullable(),
  })
  .openapi('SavedSearch')

export const savedSearchListShape = z
  .object({
    searches: z.array(savedSearchShape),
    /** Whether the desk can send mail (a mail server is configured); null = it can, else why not. */
    mailProblem: z.string().nullable(),
  })
  .openapi('SavedSearchList')

export const searchToSaveShape = z
  .strictObject({ name: nameShape, query: queryShape, order: z.enum(['newest', 'relevant']).default('newest') })
  .openapi('SearchToSave')

export const savedSearchChangeShape = z
  .strictObject({
    version: versionShape,
    name: nameShape.optional(),
    query: queryShape.optional(),
    order: z.enum(['newest', 'relevant']).optional(),
  })
  .openapi('SavedSearchChange')

export const alertToAddShape = z
  .strictObject({ channel: channelShape, digest: digestShape.default({ kind: 'at-once' }) })
  .openapi('AlertToAdd')

export const alertChangeShape = z
  .strictObject({
    version: versionShape,
    digest: digestShape.optional(),
    state: z.enum(['on', 'off']).optional(),
    newSecret: z.literal(true).optional().openapi({ description: 'For webhooks: make a new signing secret' }),
  })
  .openapi('AlertChange')

/** `secret` signs webhooks (Standard Webhooks, HMAC-SHA256) and is shown this once. */
export const alertMadeShape = alertShape.extend({ secret: z.string().nullable() }).openapi('AlertMade')

export const deliveryListShape = z.object({ deliveries: z.array(deliveryShape) }).openapi('DeliveryList')

/** Something an alert in the desk has found. */
export const noticeShape = z
  .object({
    alertId: idShape,
    searchId: idShape,
    searchName: z.string(),
    foundAt: instantShape,
    seen: z.boolean(),
    item: itemRowShape,
  })
  .openapi('Notice')

export const noticeListShape = z
  .object({ notices: z.array(noticeShape), next: cursorShape.nullable(), unseen: countShape })
  .openapi('NoticeList')

export const noticeQueryShape = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: cursorShape.optional(),
  searchId: idShape.optional(),
})

/** Everything found up to this moment counts as seen. */
export const noticesSeenShape = z
  .strictObject({ until: instantShape, searchId: idShape.optional() })
  .openapi('NoticesSeen')

export type Digest = z.infer<typeof digestShape>
export type Channel = z.infer<typeof channelShape>
export type Delivery = z.infer<typeof deliveryShape>
export type Alert = z.infer<typeof alertShape>
export type SavedSearch = z.infer<typeof savedSearchShape>
export type SavedSearchList = z.infer<typeof savedSearchListShape>
export type SearchToSave = z.input<typeof searchToSaveShape>
export type SavedSearchChange = z.input<typeof savedSearchChangeShape>
export type AlertToAdd = z.input<typeof alertToAddShape>
export type AlertChange = z.input<typeof alertChangeShape>
export type AlertMade = z.infer<typeof alertMadeShape>
export type DeliveryList = z.infer<typeof deliveryListShape>
export type Notice = z.infer<typeof noticeShape>
export type NoticeList = z.infer<typeof noticeListShape>
