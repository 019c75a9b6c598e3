// Test support: items with captures and readings, in a few words.

import type { Capture } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { Reading, ReadingId } from '../domain/reading.ts'
import { addCapture } from '../store/captures.ts'
import { noteToCompare } from '../store/copies-waiting.ts'
import type { Db } from '../store/db.ts'
import { addNewItems, findItem, markItemCaptured, markItemRead } from '../store/items.ts'
import { saveReading } from '../store/readings.ts'
import { aTestOutlet, type TestOutlet } from '../store/test-items.ts'
import type { CopyDocument } from './copies/document.ts'

let places = 0

/** An item of an outlet of its own, read, and waiting to be compared. */
export async function addReadItem(db: Db, document: CopyDocument, outlets: Map<string, TestOutlet>): Promise<ItemId> {
  const host = new URL(document.url ?? 'https://outlet.example/').hostname
  const outlet = outlets.get(host) ?? (await aTestOutlet(db, host))
  outlets.set(host, outlet)
  const at = document.published?.at ?? 0
  const url = document.url ?? `https://${host}/${document.id}`
  const entry = { url, guid: null, title: document.title, summary: null, author: null, publishedAt: at, language: null }
  const [added] = await addNewItems(db, outlet, [entry], at)
  if (!added) throw new Error('the item was there already')
  await readAnew(db, added.id, document, at)
  return added.id
}

/** A further version of an item. */
export async function readAnew(
  db: Db,
  itemId: ItemId,
  { text, title, language, published }: Omit<CopyDocument, 'id'>,
  at: number,
  state: Reading['state'] = 'whole',
): Promise<ReadingId> {
  const item = await findItem(db, itemId)
  if (!item) throw new Error('no such item')
  const capture = aCapture(itemId, item.url, at)
  await addCapture(db, capture)
  await markItemCaptured(db, itemId)
  const edtf = published ? new Date(published.at).toISOString() : null
  const reading: Reading = {
    ...emptyReading,
    id: newId<'reading'>(at),
    captureId: capture.id,
    readAt: at,
    state,
    title,
    text,
    language,
    published: edtf === null ? null : { edtf, literal: null, calendar: 'gregorian', from: 'meta' },
  }
  const readingId = await saveReading(db, reading, itemId)
  await markItemRead(db, itemId, { readingId, language, orderAt: at })
  await noteToCompare(db, { itemId, readingId })
  return readingId
}

function aCapture(itemId: ItemId, url: string, at: number): Capture {
  return {
    id: newId<'capture'>(at),
    itemId,
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: [],
    contentType: 'text/html',
    requestedAt: at,
    digest: String(places),
    size: 1,
    decodedSize: 1,
    remoteAddress: null,
    place: { file: 'a.warc.gz', offset: 100 * places++, length: 100 },
    tool: 'test',
  }
}

const emptyReading = {
  reader: 'test-reader 1',
  reason: null,
  byline: [],
  updated: null,
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
} as const
