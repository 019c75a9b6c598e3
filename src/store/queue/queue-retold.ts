// A translation that says something else than before puts its page into the search index anew. The job is added by whoever
// writes the translation, in the same transaction: no way of making, correcting or reviewing one can forget it.

import type { ReadingId } from '../../domain/reading.ts'
import type { Db } from '../db.ts'
import { indexTranslationJob } from './new-jobs.ts'
import { createTableQueue } from './table-queue.ts'

type Head = { readonly title: string | null; readonly lead: string | null }

/** Adds the job where title or lead are others than they were. For an open transaction. */
export async function queueRetold(tx: Db, readingId: ReadingId, before: Head, after: Head, now: number): Promise<void> {
  if (before.title === after.title && before.lead === after.lead) return
  await createTableQueue(tx).enqueue(tx, [indexTranslationJob(readingId, now)])
}
