// In: a home that is reading the sample press. Out: the excerpts that somebody at the invented desk has cut, each as soon as
// its page has been read, so that the demo shows a basket, its citations, and what becomes of an excerpt whose page changes.

import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { makeExcerpt } from '../desk/excerpts/make-excerpt.ts'
import { readTypedExcerpt } from '../desk/excerpts/read-typed.ts'
import { newId } from '../domain/id.ts'
import { sampleBasket, sampleExcerpts, type SampleExcerpt } from '../sample/sample-excerpts.ts'
import type { Db } from '../store/db.ts'
import { addExcerpt, countExcerpts } from '../store/excerpts.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { findItemByUrl } from '../store/items.ts'
import { findReading } from '../store/readings.ts'
import { openRecords } from '../tools.ts'

const BY = 'human, sample'
const KNOCK_MS = 500
/** Beyond it a page is not coming; the demo does without its excerpt. */
const PATIENCE_MS = 5 * 60_000

/** Cuts what can be cut now, and waits for the rest until all is cut or `stop` fires. A home that has excerpts is left alone. */
export async function cutSampleExcerpts(config: Config, stop: AbortSignal, patienceMs = PATIENCE_MS): Promise<number> {
  const records = await openRecords(config)
  try {
    if ((await countExcerpts(records.db, { withdrawn: 'with' })) > 0) return 0
    let left = sampleExcerpts
    for (const end = Date.now() + patienceMs; ;) {
      left = await cutWhatIsRead(records.db, left, Date.now())
      if (left.length === 0 || stop.aborted || Date.now() >= end) return sampleExcerpts.length - left.length
      await wait(KNOCK_MS, undefined, { signal: stop }).catch(() => undefined)
    }
  } finally {
    await records.close()
  }
}

/** @returns those whose page has not been read yet */
async function cutWhatIsRead(db: Db, samples: readonly SampleExcerpt[], now: number): Promise<SampleExcerpt[]> {
  const left: SampleExcerpt[] = []
  for (const [order, sample] of samples.entries()) {
    // A millisecond apart, so that the basket keeps their order.
    if (!(await cutOne(db, sample, now + order))) left.push(sample)
  }
  return left
}

async function cutOne(db: Db, sample: SampleExcerpt, at: number): Promise<boolean> {
  const item = await findItemByUrl(db, sample.url)
  const reading = item?.readingId ? await findReading(db, item.readingId) : undefined
  if (!item || !reading) return false
  const { original, translation, speaker = null, tags, note = null } = sample
  const read = readTypedExcerpt(reading.text, original)
  if (read.kind === 'not-there') return false
  const words = { language: 'en', text: translation, state: 'human', by: BY, at } as const
  const wish = { pieces: read.pieces, translation: words, speaker, tags, note, basket: sampleBasket }
  const made = makeExcerpt(reading, wish, { id: newId(at), by: BY, at })
  if (made.kind === 'refused') return false
  await inTransaction(db, (tx) => addExcerpt(tx, item.id, made.excerpt))
  return true
}
