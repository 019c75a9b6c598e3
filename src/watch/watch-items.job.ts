// Shows new readings to the alerts, many at once. Safe to run twice, to be killed, and to be asked about a page that was
// read again: an alert finds an item once, held by the key of the table, and only items that came after it was made.

import type { Alert } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import { addHits, findKnownHits, isAnyToWatch, listToWatch, markWatched } from '../store/alert-hits.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { openDelivery } from '../store/deliveries.ts'
import { findItems, type StoredItem } from '../store/items.ts'
import { deliverJob, watchJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReadings } from '../store/readings.ts'
import { listAlerts, listSearches } from '../store/saved-searches.ts'
import { listNamedOutlets } from '../store/search/list-named-outlets.ts'
import { toSearchDocument } from '../store/search/page-document.ts'
import { findMatches, type Match, type Watch } from './find-matches.ts'
import { nextDigest } from './next-digest.ts'

export type WatchTools = { readonly db: Db; readonly queue: Queue; readonly now: () => number }

const AT_ONCE = 200

/** Takes the readings that wait, oldest first, and notes for each alert what it found among them. */
export async function watchItems(tools: WatchTools): Promise<Deed> {
  const { db } = tools
  const waiting = await listToWatch(db, AT_ONCE)
  if (waiting.length === 0) return nothingToDo
  const items = new Map(
    (
      await findItems(
        db,
        waiting.map(({ itemId }) => itemId),
      )
    ).map((item) => [item.id, item]),
  )
  const readings = await findReadings(
    db,
    waiting.map(({ readingId }) => readingId),
  )
  const documents = readings.flatMap((reading) => {
    const item = items.get(reading.itemId)
    return item ? [toSearchDocument(item, reading)] : []
  })
  const found = await findMatches(await listWatches(db), documents, await listNamedOutlets(db))
  const matches = found.map((match) => ({
    ...match,
    itemIds: match.itemIds.filter((id) => isAfter(match, items.get(id))),
  }))
  return {
    outcome: `${documents.length} new pages shown to the alerts, ${matches.flatMap(({ itemIds }) => itemIds).length} found`,
    async save(tx) {
      for (const match of matches) await saveMatch(tx, tools, match)
      await markWatched(tx, waiting)
      if (await isAnyToWatch(tx)) await tools.queue.enqueue(tx, [watchJob(tools.now())])
    },
  }
}

async function listWatches(db: Db): Promise<Watch[]> {
  const searches = new Map((await listSearches(db)).map((search) => [search.id, search]))
  return (await listAlerts(db)).flatMap((alert) => {
    const search = searches.get(alert.searchId)
    return alert.state === 'on' && search ? [{ alert, search }] : []
  })
}

function isAfter({ watch }: Match, item: StoredItem | undefined): boolean {
  return item !== undefined && item.seenAt >= watch.alert.since
}

async function saveMatch(tx: Tx, tools: WatchTools, { watch, itemIds }: Match): Promise<void> {
  const { alert } = watch
  const known = await findKnownHits(tx, alert.id, itemIds)
  const fresh = itemIds.filter((id) => !known.has(id))
  if (fresh.length === 0) return
  const now = tools.now()
  if (alert.channel.kind === 'desk') {
    await addHits(tx, alert, fresh, { now, deliveryId: null })
    return
  }
  await addToDelivery(tx, tools, alert, fresh)
}

async function addToDelivery(tx: Tx, tools: WatchTools, alert: Alert, itemIds: readonly ItemId[]): Promise<void> {
  const now = tools.now()
  let dueAt = nextDigest(alert.digest, now)
  let delivery = await openDelivery(tx, alert.id, dueAt, now)
  while (!delivery.isOpen) {
    dueAt = nextDigest(alert.digest, dueAt)
    delivery = await openDelivery(tx, alert.id, dueAt, now)
  }
  await addHits(tx, alert, itemIds, { now, deliveryId: delivery.id })
  await tools.queue.enqueue(tx, [deliverJob(delivery.id, alert.channel, dueAt)])
}
