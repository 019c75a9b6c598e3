// A feed is one way in which an outlet's pages are noticed; an item is an address it promised.

import type { Id } from './id.ts'
import type { OutletId } from './outlet.ts'

export type FeedId = Id<'feed'>
export type ItemId = Id<'item'>

/**
 * - `syndication`: RSS, Atom, RDF or JSON Feed
 * - `sitemap`, `news-sitemap`: sitemaps.org XML or text, or an index of them
 * - `listing`: a page whose links are chosen by a CSS selector
 * - `single`: addresses and files added by hand; never polled
 */
export type FeedKind = 'syndication' | 'sitemap' | 'news-sitemap' | 'listing' | 'single'

export type FeedState = 'watching' | 'paused' | 'gone'

/** Why a poll went wrong, as a permanent name; the sentence beside it is for people. */
export type FailureKind =
  | 'refused-by-robots'
  | 'refused-address'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'redirect-loop'
  | 'too-large'
  | 'truncated'
  | 'http-status'
  | 'not-a-feed'
  | 'unreadable'
  | 'disk-full'
  | 'internal'

export type FeedHealth =
  | { readonly kind: 'never-polled' }
  | { readonly kind: 'well' }
  | { readonly kind: 'quiet'; readonly since: number; readonly usualGapHours: number }
  | { readonly kind: 'failing'; readonly failure: FailureKind; readonly reason: string; readonly since: number }
  | { readonly kind: 'gone'; readonly reason: string; readonly since: number }

export type Feed = {
  readonly id: FeedId
  readonly outletId: OutletId
  readonly url: string
  readonly kind: FeedKind
  readonly title: string | null
  /** CSS selector of the links, for `listing` only. */
  readonly selector: string | null
  readonly state: FeedState
  /** Off for publishers who reuse ETags for changed content. */
  readonly conditionalGet: boolean
  readonly etag: string | null
  readonly lastModified: string | null
  /** Digest of the last body, so that an unchanged body is known without validators. */
  readonly bodyDigest: string | null
  readonly intervalMinutes: number
  readonly nextPollAt: number | null
  readonly lastPolledAt: number | null
  readonly lastNewItemAt: number | null
  /** Failed polls in a row; any good poll resets it. */
  readonly failures: number
  readonly health: FeedHealth
  readonly createdAt: number
  /** Goes up with every change by a person, so that a change made on an old reading is noticed. */
  readonly version: number
}

/** What a feed says of one page. All of it is a promise, none of it evidence. */
export type Entry = {
  readonly url: string
  readonly guid: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly author: string | null
  /** As parsed from the feed, milliseconds UTC; null = not said or not understood. */
  readonly publishedAt: number | null
  readonly language: string | null
}

/** Every way a poll can end. Expected endings are values; only our own bugs throw. */
export type PollOutcome =
  | {
      readonly kind: 'fetched'
      readonly entries: readonly Entry[]
      readonly title: string | null
      readonly notes: readonly string[]
      readonly etag: string | null
      readonly lastModified: string | null
      readonly bodyDigest: string
      /** The publisher's wish not to be asked more often than this. */
      readonly ttlMinutes?: number | null
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | {
      readonly kind: 'failed'
      readonly failure: FailureKind
      readonly reason: string
      readonly retryAfterSeconds: number | null
    }

/**
 * Where an item stands. `failed` is never a claim that the page was deleted:
 * it says that we could not fetch it, why, and when we try again.
 */
export type ItemState = 'promised' | 'captured' | 'read' | 'refused' | 'failed'

export type Item = {
  readonly id: ItemId
  readonly outletId: OutletId
  readonly feedId: FeedId
  readonly url: string
  readonly guid: string | null
  /** The title the feed promised; the reading has the page's own. */
  readonly promisedTitle: string | null
  readonly promisedAt: number | null
  readonly seenAt: number
  readonly state: ItemState
  readonly failure: FailureKind | null
  readonly reason: string | null
}

/** A feed as it stands before its first poll. */
export function newFeed(
  about: Pick<
    Feed,
    | 'id'
    | 'outletId'
    | 'url'
    | 'kind'
    | 'title'
    | 'selector'
    | 'conditionalGet'
    | 'intervalMinutes'
    | 'nextPollAt'
    | 'createdAt'
  >,
): Feed {
  return {
    ...about,
    state: 'watching',
    etag: null,
    lastModified: null,
    bodyDigest: null,
    lastPolledAt: null,
    lastNewItemAt: null,
    failures: 0,
    health: { kind: 'never-polled' },
    version: 1,
  }
}
