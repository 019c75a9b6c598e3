// A saved search is a question that is asked again and again; an alert asks it of everything that comes in.

import type { Id } from './id.ts'

export type SearchId = Id<'search'>
export type AlertId = Id<'alert'>
export type DeliveryId = Id<'delivery'>

export type SearchOrder = 'newest' | 'relevant'

export type SavedSearch = {
  readonly id: SearchId
  readonly name: string
  readonly query: string
  readonly order: SearchOrder
  readonly version: number
  readonly createdAt: number
  readonly changedAt: number
}

export type Channel =
  | { readonly kind: 'desk' }
  | { readonly kind: 'email'; readonly to: string }
  | { readonly kind: 'webhook'; readonly url: string }

/** When what was found is told. `hour` is an hour of the day in `timeZone` (IANA name). */
export type Digest =
  | { readonly kind: 'at-once' }
  | { readonly kind: 'hourly' }
  | { readonly kind: 'daily'; readonly hour: number; readonly timeZone: string }

export type Alert = {
  readonly id: AlertId
  readonly searchId: SearchId
  readonly channel: Channel
  readonly digest: Digest
  readonly state: 'on' | 'off'
  readonly version: number
  /** Only items that the desk first saw after this moment are announced: a new alert does not tell of old pages. */
  readonly since: number
}

/** `given-up`: it failed too often, or the alert was turned off; a person may try it again. */
export type DeliveryState = 'waiting' | 'sent' | 'given-up'

/** One message, or the one that is to be sent at `dueAt`. */
export type Delivery = {
  readonly id: DeliveryId
  readonly alertId: AlertId
  readonly state: DeliveryState
  readonly items: number
  readonly dueAt: number
  readonly attempts: number
  readonly reason: string | null
  readonly sentAt: number | null
  readonly nextTryAt: number | null
}
