// Shows new readings to the alerts, many at once. Safe to run twice, to be killed, and to be asked about a page that was
// read again or translated: an alert finds an item once, held by the key of the table, and only items that came after it
// was made.

import type { Alert } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import {
  addHits,
  findKnownHits,
  isAnyToWatch,
  listToWatch,
  markWatched,
  type WaitingReading,
} from '../store/alert-hits.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { openDelivery } from '../store/deliveries.ts'
import { findItems, type StoredItem } from '../store/items.ts'
import { deliverJob, watchJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReadings } from '../store/readings.ts'
import { listAlerts, listSearches } from '../store/saved-searches.ts'
import { loadDocuments } from '../store/search/page-document.ts'
import type { SearchDocument } from '../store/search/search-index.ts'
import { openQueryReader } from '../store/search/read-query.ts'
import { areSameHeads, listHeads } from '../store/translated-heads.ts'
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
  const documents = await loadDocuments(db, [...items.values()], readings)
  const watches = await listWatches(db)
  const read = await openQueryReader(
    db,
    watches.map(({ search }) => search.query),
  )
  const found = await findMatches(watches, documents, read)
  const matches = found.map((match) => ({
    ...match,
    itemIds: match.itemIds.filter((id) => isAfter(match, items.get(id))),
  }))
  return {
    outcome: `${documents.length} new pages shown to the alerts, ${matches.flatMap(({ itemIds }) => itemIds).length} found`,
    async save(tx) {
      for (const match of matches) await saveMatch(tx, tools, match)
      await markWatched(tx, await withoutRetold(tx, waiting, documents))
      if (await isAnyToWatch(tx)) await tools.queue.enqueue(tx, [watchJob(tools.now())])
    },
  }
}

/** What was translated since it was shown says something else by now, and is shown once more. */
async function withoutRetold(
  tx: Tx,
  waiting: readonly WaitingReading[],
  shown: readonly SearchDocument[],
): Promise<WaitingReading[]> {
  const heads = await listHeads(
    tx,
    waiting.map(({ readingId }) => readingId),
  )
  const shownOf = new Map(shown.map(({ id, translations = [] }) => [id, translations]))
  return waiting.filter(({ itemId, readingId }) => areSameHeads(shownOf.get(itemId) ?? [], heads.get(readingId) ?? []))
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
