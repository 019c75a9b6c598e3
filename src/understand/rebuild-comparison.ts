// Looks for copies among all items anew, in this process. Nothing is read from the network or the archive.

import { compareAllAnew, countToCompare } from '../store/copies-waiting.ts'
import { compareItems, type CompareTools } from './compare-items.job.ts'
import { inTransaction } from '../store/in-transaction.ts'

export type RebuildComparisonTools = CompareTools & {
  readonly onProgress?: (compared: number) => void
  readonly stop?: AbortSignal
}

/** It gives way to nobody. */
const LONG_AGO = { since: -Infinity }

/** Returns how many items were compared. Safe to stop: what is left waits for the next desk. */
export async function rebuildComparison(tools: RebuildComparisonTools): Promise<number> {
  const { db, onProgress, stop } = tools
  await inTransaction(db, (tx) => compareAllAnew(tx, null))
  const all = await countToCompare(db)
  for (let left = all; left > 0 && !stop?.aborted;) {
    const deed = await compareItems(tools, LONG_AGO)
    await inTransaction(db, async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
    left = await countToCompare(db)
    onProgress?.(all - left)
  }
  return all - (await countToCompare(db))
}
