// Test support: a page with captured and read versions, and an excerpt of it.

import assert from 'node:assert/strict'
import type { Capture } from '../../domain/capture.ts'
import type { Excerpt } from '../../domain/excerpt.ts'
import type { ItemId } from '../../domain/feed.ts'
import { newId } from '../../domain/id.ts'
import type { Reading } from '../../domain/reading.ts'
import { addCapture } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { addExcerpt } from '../../store/excerpts.ts'
import { saveReading } from '../../store/readings.ts'
import { aTestOutlet, someTestItems, TEST_NOW } from '../../store/test-items.ts'
import { makeExcerpt, type ExcerptWish } from './make-excerpt.ts'

let places = 0

export type TestPage = { readonly itemId: ItemId; readonly reading: Reading }

export async function aTestPage(db: Db, text: string): Promise<TestPage> {
  const outlet = await aTestOutlet(db, `h${Math.floor(Math.random() * 1e9)}.example`)
  const [itemId] = await someTestItems(db, outlet, 1)
  assert.ok(itemId)
  return { itemId, reading: await aTestVersion(db, itemId, text, TEST_NOW) }
}

/** One more version of a page, captured and read. */
export async function aTestVersion(db: Db, itemId: ItemId, text: string, at: number): Promise<Reading> {
  const url = 'https://al-manara.example/1'
  const capture: Capture = {
    id: newId(at),
    itemId,
    url,
    finalUrl: url,
    redirects: [],
    status: 200,
    headers: [],
    contentType: 'text/html',
    requestedAt: at,
    digest: 'ab'.repeat(32),
    size: 10,
    decodedSize: 10,
    remoteAddress: null,
    place: { file: 'a.warc.gz', offset: 10 * places++, length: 10 },
    tool: 'dragoman test',
  }
  await addCapture(db, capture)
  return readAgain(db, itemId, { ...aReading, id: newId(at), captureId: capture.id, readAt: at }, text)
}

/** A reading in the place of the one before, as a better reader makes it. */
export async function readAgain(db: Db, itemId: ItemId, reading: Reading, text: string): Promise<Reading> {
  const next = { ...reading, text }
  return { ...next, id: await saveReading(db, next, itemId) }
}

const aReading = {
  text: '',
  reader: 'test-reader 1',
  state: 'whole' as const,
  reason: null,
  title: 'A title',
  byline: [],
  published: null,
  updated: null,
  language: 'en',
  languageConfidence: 1,
  direction: 'ltr' as const,
  blocks: [],
  canonicalUrl: null,
  siteName: null,
  section: null,
  tags: [],
  leadImage: null,
  charset: 'utf-8',
  notes: [],
}

/** An excerpt of the words given, kept. */
export async function anExcerpt(
  db: Db,
  { itemId, reading }: TestPage,
  words: string,
  wish: Partial<ExcerptWish> = {},
): Promise<Excerpt> {
  const start = reading.text.indexOf(words)
  const made = makeExcerpt(
    reading,
    { pieces: [{ kind: 'range', start, end: start + words.length }], ...wish },
    { id: newId(TEST_NOW), by: 'M. Okafor', at: TEST_NOW },
  )
  assert.ok(made.kind === 'made')
  await db.transaction().execute((tx) => addExcerpt(tx, itemId, made.excerpt))
  return made.excerpt
}
