// The one shape of every way to notice pages. A new way is one file of this shape and one line in sources.ts.

import type { Entry, FeedKind } from '../../domain/feed.ts'

export type SourceInput = {
  /** The body as text, charset undone. */
  readonly body: string
  /** Where the body came from, after redirects: relative addresses hang on it. */
  readonly url: string
  readonly contentType: string | null
  /** For `listing`: the CSS selector of the links; `null` = guess. */
  readonly selector?: string | null
  /** Milliseconds UTC. A date after it is not believed. */
  readonly now: number
}

export type ParsedFeed =
  | {
      readonly kind: 'parsed'
      readonly title: string | null
      /** BCP 47, as the feed says. */
      readonly language: string | null
      /** Newest first where dates allow, else in the feed's order; at most `mostEntries`. */
      readonly entries: readonly Entry[]
      /** Further addresses to ask for the rest: parts of a sitemap index, the likeliest to hold news first. */
      readonly more: readonly string[]
      /** Oddities in plain sentences, for the person who looks after the feed. */
      readonly notes: readonly string[]
      /** The publisher's wish not to be asked more often than this. */
      readonly ttlMinutes: number | null
    }
  | { readonly kind: 'not-a-feed'; readonly reason: string }

export type Source = {
  readonly kind: Exclude<FeedKind, 'single'>
  /** A quick look, without a full parse: is it worth asking `parse`? */
  readonly looksLike: (body: string, contentType: string | null, url: string) => boolean
  /** Never throws and never hangs, whatever the body. */
  readonly parse: (input: SourceInput) => ParsedFeed
}

/** The most entries that one parse gives; of more, the newest. */
export const mostEntries = 5_000
