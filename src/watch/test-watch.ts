// Test support: saved searches, readings that wait for the alerts, and a queue that is the real one.

import { newId } from '../domain/id.ts'
import type { Alert, Channel, Digest } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Reading } from '../domain/reading.ts'
import { noteToWatch } from '../store/alert-hits.ts'
import { addCapture } from '../store/captures.ts'
import type { Db } from '../store/db.ts'
import type { Deed } from '../store/deed.ts'
import { markItemCaptured, markItemRead } from '../store/items.ts'
import { saveReading } from '../store/readings.ts'
import { addAlert, addSearch } from '../store/saved-searches.ts'

let places = 0

/** An alert on a query, made at `now`. */
export async function anAlert(
  db: Db,
  {
    query,
    channel,
    digest = { kind: 'at-once' },
    now,
  }: { query: string; channel: Channel; digest?: Digest; now: number },
): Promise<Alert> {
  const searchId = newId<'search'>(now)
  const order = 'newest' as const
  await addSearch(db, { id: searchId, name: 'Ports', query, order, version: 1, createdAt: now, changedAt: now })
  const alert: Alert = { id: newId(now), searchId, channel, digest, state: 'on', version: 1, since: now }
  await addAlert(db, alert, channel.kind === 'webhook' ? `whsec_${Buffer.from('secret').toString('base64')}` : null)
  return alert
}

/** The item is captured and read, as the reader's job leaves it. Returns whether somebody watches. */
export async function readItem(db: Db, itemId: ItemId, text: string, now: number): Promise<boolean> {
  const captureId = newId<'capture'>(now)
  const place = { file: 'test.warc.gz', offset: 1000 * places++, length: 1 }
  const page = { url: 'https://courrier.example/', finalUrl: 'https://courrier.example/', redirects: [], headers: [] }
  const bytes = { digest: captureId, size: 1, decodedSize: 1, remoteAddress: null, tool: 'test', place }
  await addCapture(db, { ...page, ...bytes, id: captureId, itemId, status: 200, contentType: null, requestedAt: now })
  await markItemCaptured(db, itemId)
  const reading: Reading = { ...emptyReading, id: newId(now), captureId, readAt: now, title: text.slice(0, 40), text }
  return db.transaction().execute(async (tx) => {
    const readingId = await saveReading(tx, reading, itemId, now)
    await markItemRead(tx, itemId, { readingId, language: 'fr', orderAt: now })
    return noteToWatch(tx, { itemId, readingId })
  })
}

const emptyReading: Omit<Reading, 'id' | 'captureId' | 'readAt' | 'title' | 'text'> = {
  reader: 'test 1',
  state: 'whole',
  reason: null,
  byline: [],
  published: null,
  updated: null,
  language: 'fr',
  languageConfidence: 1,
  direction: 'ltr',
  blocks: [],
  canonicalUrl: null,
  siteName: null,
  section: null,
  tags: [],
  leadImage: null,
  charset: 'utf-8',
  notes: [],
}

/** Ends a job as the corridor does. */
export async function saveDeed(db: Db, deed: Deed): Promise<void> {
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
}
