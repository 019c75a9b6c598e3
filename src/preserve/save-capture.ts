// Saves a capture whose bytes are written: the record, its line in the custody log, and the job that reads it.

import type { ArchivePlace } from '../domain/capture.ts'
import type { Item } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import { addCapture } from '../store/captures.ts'
import type { Tx } from '../store/db.ts'
import { markItemCaptured } from '../store/items.ts'
import { readJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { NewCapture } from './capture-page.ts'
import { recordCustody } from './record-custody.ts'

export type WrittenCapture = {
  readonly item: Pick<Item, 'id'>
  readonly capture: NewCapture
  /** Where its main record lies. */
  readonly place: ArchivePlace | undefined
  readonly robotsRule: string | null
  /** What the bytes are, when no server answered with them. */
  readonly source?: string | undefined
}

/** Who keeps the log, and when. */
export type Keeper = { readonly queue: Queue; readonly actor: string; readonly now: () => number }

export async function saveCapture(
  tx: Tx,
  keeper: Keeper,
  { item, capture, place, robotsRule, source }: WrittenCapture,
): Promise<void> {
  if (!place) throw new Error('the archive gave no place for the main record')
  const now = keeper.now()
  const id = newId<'capture'>(now)
  await addCapture(tx, { ...capture, id, itemId: item.id, place })
  await markItemCaptured(tx, item.id)
  const details = {
    url: capture.url,
    payload: capture.digest,
    bytes: capture.size,
    file: place.file,
    offset: place.offset,
    length: place.length,
    robots: robotsRule,
    tool: capture.tool,
    ...(source === undefined ? {} : { source }),
  }
  await recordCustody(tx, [{ at: now, actor: keeper.actor, deed: 'capture', subject: id, details }])
  await keeper.queue.enqueue(tx, [readJob(id, now)])
}
