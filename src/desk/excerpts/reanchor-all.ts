// After all readings were made again: every excerpt looked for in the version it was cut from, and in the latest one.

import type { CaptureId } from '../../domain/capture.ts'
import type { ItemId } from '../../domain/feed.ts'
import { findLatestCaptureId } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { listExcerpts, listExcerptedItems } from '../../store/excerpts.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { findReadingOf } from '../../store/readings.ts'
import { reanchorExcerpts } from './reanchor-excerpts.ts'

export type ReanchorAllTools = { readonly db: Db; readonly now: () => number; readonly stop?: AbortSignal }

const MOST = 10_000

/** How many excerpts do not stand where they stood. Safe to stop and to run again. */
export async function reanchorAll({ db, now, stop }: ReanchorAllTools): Promise<number> {
  let astray = 0
  for (const itemId of await listExcerptedItems(db)) {
    if (stop?.aborted) break
    astray += await reanchorItem(db, itemId, now())
  }
  return astray
}

async function reanchorItem(db: Db, itemId: ItemId, now: number): Promise<number> {
  const cited = new Set<CaptureId>((await listExcerpts(db, { itemId }, MOST)).map(({ captureId }) => captureId))
  const latest = await findLatestCaptureId(db, itemId)
  if (latest) cited.add(latest)
  await inTransaction(db, async (tx) => {
    for (const captureId of [...cited].sort()) {
      const reading = await findReadingOf(tx, captureId)
      if (reading) await reanchorExcerpts(tx, reading, now)
    }
  })
  return (await listExcerpts(db, { itemId }, MOST)).filter(({ anchoring }) => anchoring !== 'held').length
}
