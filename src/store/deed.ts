// What a job leaves behind. A handler asks the world and decides; it writes nothing itself.
// The corridor writes the bytes, then everything else together with the job's end in one transaction,
// so that a kill at any moment leaves either all of it or a tail of bytes that nobody was told about.

import type { ArchivePlace } from '../domain/capture.ts'
import type { WarcDraft } from '../lib/warc/warc-record.ts'
import type { Tx } from './db.ts'
import type { SearchDocument } from './search/search-index.ts'

/** What was written outside the records before a deed is saved. */
export type Written = {
  /** `places[i]` is where `records[i]` lies. */
  readonly places: readonly ArchivePlace[]
  /** False when the index could not take the documents: then they must be indexed later. */
  readonly isIndexed: boolean
}

export type Deed = {
  /** One line for the progress display and the log: what came of it. */
  readonly outcome: string
  /** True when something went wrong that a person may want to know; the job itself has ended well. */
  readonly trouble?: boolean
  /** Records to preserve, written in this order before `save` is called. */
  readonly records?: readonly WarcDraft[]
  /** What can be searched from now on; put into the index before `save` is called, many deeds at once. */
  readonly documents?: readonly SearchDocument[]
  /** Saves the results and enqueues what follows. It may be called again when the transaction around it failed. */
  readonly save?: (tx: Tx, written: Written) => Promise<void>
  /** Tidies up outside the records once they are saved. It may be skipped by a kill, so nothing may rest on it. */
  readonly after?: () => Promise<void>
  /** When the job's lane may be used again, milliseconds UTC; at once when absent. */
  readonly freeAt?: number
}

/** A job that found nothing left to do: its subject was removed or done while it waited. */
export const nothingToDo: Deed = { outcome: 'nothing to do' }
