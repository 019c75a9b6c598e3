// Every kind of work that waits in the queue, and what it needs to know. Jobs carry ids, not objects.

import type { DeliveryId } from './alert.ts'
import type { CaptureId } from './capture.ts'
import type { FeedId, ItemId } from './feed.ts'
import type { Id } from './id.ts'
import type { ReadingId } from './reading.ts'

export type Jobs = {
  'collect.feed': { readonly feedId: FeedId }
  /** `again`: a person or a schedule asks for a further version of a page that is kept already. */
  'preserve.item': { readonly itemId: ItemId; readonly again?: boolean }
  /** A file that a person handed over; its bytes wait in the spool under the name `spooled`. */
  'preserve.file': {
    readonly itemId: ItemId
    readonly spooled: string
    readonly name: string
    readonly contentType: string | null
    /** Where the person says it comes from. */
    readonly url: string | null
    /** What the bytes are, when they are no file of a person. */
    readonly source?: string
  }
  /** The words of a feed, of an outlet whose pages are not visited. */
  'preserve.entry': { readonly itemId: ItemId; readonly words: FeedEntryWords }
  'preserve.image': { readonly itemId: ItemId; readonly url: string }
  'read.capture': { readonly captureId: CaptureId }
  'index.reading': { readonly readingId: ReadingId }
  /** A translation of a page that is searchable says something else: it is put into the index anew. */
  'index.translation': { readonly readingId: ReadingId }
  /** Looks for copies among the items that wait to be compared, many at once. `since`: it has given way since then. */
  'understand.copies': { readonly since?: number }
  /**
   * Translates a reading. `extent`: title and lead, all of it, or only what earlier texts of the page have words for.
   * `tries`: failures in a row before. `after`: sentences before this one were looked at by the part before.
   */
  'translate.reading': {
    readonly readingId: ReadingId
    readonly to: string
    readonly extent: 'lead' | 'whole' | 'carry'
    readonly tries: number
    readonly after?: number
  }
  /** Shows what was read since to the alerts, many pages at once. */
  'watch.items': Record<string, never>
  'watch.deliver': { readonly deliveryId: DeliveryId }
  /** Tells the search index of items that have another outlet since a merge or split. */
  'index.move': { readonly moveId: Id<'move'>; readonly after?: ItemId }
  /** Looks for the excerpts of a page in a reading that is new or was made again. */
  'desk.reanchor': { readonly readingId: ReadingId }
}

/** What a feed said of one page. */
export type FeedEntryWords = {
  readonly title: string | null
  readonly summary: string | null
  readonly author: string | null
  readonly publishedAt: number | null
  readonly language: string | null
}

export type JobName = keyof Jobs
export type JobId = Id<'job'>

export const jobNames: readonly JobName[] = [
  'collect.feed',
  'preserve.item',
  'preserve.file',
  'preserve.entry',
  'preserve.image',
  'read.capture',
  'index.reading',
  'index.translation',
  'understand.copies',
  'translate.reading',
  'watch.items',
  'watch.deliver',
  'index.move',
  'desk.reanchor',
]

/** A job that waits or runs, with its payload typed by its name. */
export type JobOf<Name extends JobName> = {
  readonly id: JobId
  readonly name: Name
  readonly data: Jobs[Name]
  readonly lane: string | null
  readonly attempts: number
}
export type Job = { [Name in JobName]: JobOf<Name> }[JobName]

export type NewJob = {
  [Name in JobName]: {
    readonly name: Name
    readonly data: Jobs[Name]
    /** Two waiting jobs with one key are one job; the earlier time wins. */
    readonly key?: string
    /** Jobs of one lane run one at a time and at its pace: the host name, for work on the network. */
    readonly lane?: string
    /** Milliseconds UTC; at once when absent. */
    readonly runAt?: number
  }
}[JobName]
