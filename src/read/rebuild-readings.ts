// Makes every reading again from its capture, with the reader of today. The captures are not touched.

import type { Capture, CaptureId } from '../domain/capture.ts'
import { newId } from '../domain/id.ts'
import type { PageReading, Reading } from '../domain/reading.ts'
import { findLatestCaptureId, listCapturesAfter } from '../store/captures.ts'
import type { Db } from '../store/db.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { findItem, markItemRead } from '../store/items.ts'
import { saveReading } from '../store/readings.ts'
import { orderOf } from './order-of.ts'

export type RebuildTools = {
  readonly db: Db
  readonly readBytes: (capture: Capture) => Promise<PageReading>
  readonly reader: string
  readonly now: () => number
  /** How many pages are read at the same time. */
  readonly readers: number
  readonly onProgress?: (tally: RebuildTally) => void
  readonly stop?: AbortSignal
}

export type RebuildTally = { readonly read: number; readonly unreadable: number }

const BATCH = 64

/** Safe to stop and to run again: each reading takes the place of the one before. */
export async function rebuildReadings(tools: RebuildTools): Promise<RebuildTally> {
  const tally = { read: 0, unreadable: 0 }
  for (let after: CaptureId | null = null; !tools.stop?.aborted;) {
    const captures: Capture[] = await listCapturesAfter(tools.db, after, BATCH * tools.readers)
    const last = captures.at(-1)
    if (!last) break
    after = last.id
    const pages = await Promise.all(
      captures.map(async (capture) => ({ capture, page: await tools.readBytes(capture) })),
    )
    await inTransaction(tools.db, async (tx) => {
      for (const { capture, page } of pages) await replaceReading(tx, tools, capture, page)
    })
    for (const { page } of pages) tally[page.state === 'unreadable' ? 'unreadable' : 'read']++
    tools.onProgress?.(tally)
  }
  return tally
}

async function replaceReading(tx: Db, tools: RebuildTools, capture: Capture, page: PageReading): Promise<void> {
  const item = await findItem(tx, capture.itemId)
  if (!item) return
  const now = tools.now()
  const reading: Reading = {
    ...page,
    id: newId<'reading'>(now),
    captureId: capture.id,
    reader: tools.reader,
    readAt: now,
  }
  const readingId = await saveReading(tx, reading, item.id)
  const latest = await findLatestCaptureId(tx, item.id)
  if (latest === capture.id)
    await markItemRead(tx, item.id, { readingId, language: page.language, orderAt: orderOf(page, item) })
}
