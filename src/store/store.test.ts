// The contract of the records: the same promises on every engine.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capture, CaptureId } from '../domain/capture.ts'
import type { Entry, Feed, FeedId, ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { Outlet, OutletId } from '../domain/outlet.ts'
import type { Reading, ReadingId } from '../domain/reading.ts'
import {
  addCapture,
  acknowledge,
  findLatestCaptureId,
  listCaptures,
  listCapturesAfter,
  readAcknowledged,
} from './captures.ts'
import { openDb, type Db } from './db.ts'
import { testOnEachDatabase } from './each-database.ts'
import { addFeed, changeFeed, findFeed, removeFeed } from './feeds.ts'
import { addNewItems, findItem, markItemCaptured, markItemFailed, markItemRead } from './items.ts'
import { countItems, listItems } from './item-list.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { addOutlet, changeOutlet, findOutletByDomain, removeOutlet } from './outlets.ts'
import { addStatement, listStatements } from './statements.ts'
import { findReading, saveReading } from './readings.ts'

const now = 1_700_000_000_000

function anOutlet(over: Partial<Outlet> = {}): Outlet {
  return {
    id: newId<'outlet'>(now),
    name: 'Le Courrier du Fleuve',
    nameAsPrinted: null,
    homepage: 'https://courrier.example/',
    domains: ['courrier.example'],
    languages: ['fr'],
    country: 'ML',
    createdAt: now,
    ...over,
  }
}

function aFeed(outletId: OutletId, over: Partial<Feed> = {}): Feed {
  return {
    id: newId<'feed'>(now),
    outletId,
    url: 'https://courrier.example/rss',
    kind: 'syndication',
    title: null,
    selector: null,
    state: 'watching',
    conditionalGet: true,
    etag: null,
    lastModified: null,
    bodyDigest: null,
    intervalMinutes: 30,
    nextPollAt: now,
    lastPolledAt: null,
    lastNewItemAt: null,
    failures: 0,
    health: { kind: 'never-polled' },
    version: 1,
    createdAt: now,
    ...over,
  }
}

function anEntry(url: string, publishedAt: number | null = null): Entry {
  return { url, guid: null, title: `Title of ${url}`, summary: null, author: null, publishedAt, language: null }
}

function aCapture(itemId: ItemId, over: Partial<Capture> = {}): Capture {
  return {
    id: newId<'capture'>(now),
    itemId,
    url: 'https://courrier.example/1',
    finalUrl: 'https://courrier.example/1',
    redirects: [],
    status: 200,
    headers: [['Content-Type', 'text/html']],
    contentType: 'text/html',
    requestedAt: now,
    digest: 'ab'.repeat(32),
    size: 3_000_000_000,
    decodedSize: 1,
    remoteAddress: '127.0.0.1',
    place: { file: 'a.warc.gz', offset: Math.floor(Math.random() * 1e12), length: 10 },
    tool: 'Dragoman 0',
    ...over,
  }
}

async function aWatchedOutlet(db: Db): Promise<{ outlet: Outlet; feed: Feed }> {
  const outlet = anOutlet()
  await addOutlet(db, outlet)
  const feed = aFeed(outlet.id)
  await addFeed(db, feed)
  return { outlet, feed }
}

testOnEachDatabase('an outlet is found by any host below its domain, the nearest one first', async (db) => {
  const parent = anOutlet()
  const child = anOutlet({ name: 'Courrier Sport', domains: ['sport.courrier.example'] })
  await addOutlet(db, parent)
  await addOutlet(db, child)
  assert.equal((await findOutletByDomain(db, 'www.courrier.example'))?.id, parent.id)
  assert.equal((await findOutletByDomain(db, 'm.sport.courrier.example'))?.id, child.id)
  assert.equal(await findOutletByDomain(db, 'example'), undefined)
})

testOnEachDatabase('a domain belongs to one outlet', async (db) => {
  await addOutlet(db, anOutlet())
  await assert.rejects(addOutlet(db, anOutlet({ name: 'Another' })), { code: 'conflict' })
})

testOnEachDatabase('a change touches only the fields it names', async (db) => {
  const outlet = anOutlet()
  await addOutlet(db, outlet)
  await changeOutlet(db, outlet.id, { country: 'NE' })
  const found = await findOutletByDomain(db, 'courrier.example')
  assert.deepEqual(found, { ...outlet, country: 'NE', version: 2, mergedInto: null })
})

testOnEachDatabase('statements are kept side by side, the latest first', async (db) => {
  const outlet = anOutlet()
  await addOutlet(db, outlet)
  for (const [i, value] of ['daily', 'pro-transition daily'].entries()) {
    await addStatement(db, {
      id: newId<'statement'>(now + i),
      outletId: outlet.id,
      kind: 'descriptor',
      value,
      validFrom: null,
      signedBy: 'A. Diallo',
      signedAt: now + i,
      evidence: null,
    })
  }
  assert.deepEqual(
    (await listStatements(db, [outlet.id])).map((s) => s.value),
    ['pro-transition daily', 'daily'],
  )
})

testOnEachDatabase('a feed comes back as it was kept, and its address is watched once', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  assert.equal(await addFeed(db, aFeed(outlet.id)), false)
  const health = { kind: 'failing', failure: 'timeout', reason: 'no answer in 20 s', since: now } as const
  await changeFeed(db, feed.id, { health, conditionalGet: false, nextPollAt: null })
  assert.deepEqual(await findFeed(db, feed.id), { ...feed, health, conditionalGet: false, nextPollAt: null })
})

testOnEachDatabase('the same entry seen twice is one item, whichever feed brought it', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const other = aFeed(outlet.id, { url: 'https://courrier.example/sitemap.xml', kind: 'sitemap' })
  await addFeed(db, other)
  const entries = [
    anEntry('https://courrier.example/1'),
    anEntry('https://courrier.example/1'),
    anEntry('https://courrier.example/2'),
  ]
  const first = await addNewItems(db, { outletId: outlet.id, feedId: feed.id }, entries, now)
  assert.deepEqual(first.map((i) => i.url).sort(), ['https://courrier.example/1', 'https://courrier.example/2'])
  assert.deepEqual(await addNewItems(db, { outletId: outlet.id, feedId: other.id }, entries, now), [])
})

testOnEachDatabase('pages of items go newest first and neither skip nor repeat', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const entries = Array.from({ length: 25 }, (_, i) => anEntry(`https://courrier.example/${i}`, now - (i % 5) * 1000))
  await addNewItems(db, { outletId: outlet.id, feedId: feed.id }, entries, now)
  const seen: number[] = []
  const ids = new Set<string>()
  let before: { orderAt: number; id: ItemId } | undefined
  for (;;) {
    const page = await listItems(db, {}, 7, before)
    for (const item of page) {
      seen.push(item.orderAt)
      ids.add(item.id)
    }
    const last = page.at(-1)
    if (!last) break
    before = last
  }
  assert.equal(ids.size, 25)
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => b - a),
  )
  assert.equal((await countItems(db, { outlets: [outlet.id] })).count, 25)
})

testOnEachDatabase('a language stands for its variants, and for no other language', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const languages = ['zh', 'zh-Hans', 'zh-Hant', 'zha', 'yue']
  const entries = languages.map((language) => anEntry(`https://courrier.example/${language}`))
  const added = await addNewItems(db, { outletId: outlet.id, feedId: feed.id }, entries, now)
  for (const [at, language] of languages.entries()) {
    const id = added[at]?.id
    assert.ok(id)
    await db.updateTable('items').set({ language }).where('id', '=', id).execute()
  }
  const listed = async (language: string) =>
    (await listItems(db, { languages: [language] }, 9)).map((item) => item.language).sort()
  assert.deepEqual(await listed('zh'), ['zh', 'zh-Hans', 'zh-Hant'])
  assert.deepEqual(await listed('zh-Hant'), ['zh-Hant'])
  assert.deepEqual(await listed('%'), [])
  assert.equal((await countItems(db, { languages: ['zh'] })).count, 3)
})

testOnEachDatabase('an entry dated in the future is ordered by when it was seen', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  await addNewItems(
    db,
    { outletId: outlet.id, feedId: feed.id },
    [anEntry('https://courrier.example/f', now + 1e9)],
    now,
  )
  assert.equal((await listItems(db, {}, 1))[0]?.orderAt, now)
})

testOnEachDatabase('a failed visit never hides a page that was captured before', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const [item] = await addNewItems(
    db,
    { outletId: outlet.id, feedId: feed.id },
    [anEntry('https://courrier.example/1')],
    now,
  )
  assert.ok(item)
  const failure = { state: 'failed', failure: 'http-status', reason: 'HTTP 404' } as const
  await markItemFailed(db, item.id, failure)
  assert.equal((await findItem(db, item.id))?.state, 'failed')
  await markItemCaptured(db, item.id)
  await markItemFailed(db, item.id, failure)
  const found = await findItem(db, item.id)
  assert.equal(found?.state, 'captured')
  assert.equal(found?.reason, 'HTTP 404')
})

testOnEachDatabase('captures are kept whole, every version of a page, in order', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const [item] = await addNewItems(
    db,
    { outletId: outlet.id, feedId: feed.id },
    [anEntry('https://courrier.example/1')],
    now,
  )
  assert.ok(item)
  const first = aCapture(item.id)
  const second = aCapture(item.id, { id: newId<'capture'>(now + 1), requestedAt: now + 1 })
  await addCapture(db, first)
  await addCapture(db, second)
  assert.deepEqual(await listCaptures(db, item.id), [second, first])
  assert.equal(await findLatestCaptureId(db, item.id), second.id)
  assert.deepEqual(
    (await listCapturesAfter(db, first.id, 10)).map((c) => c.id),
    [second.id],
  )
  await acknowledge(db, 'a.warc.gz', 10)
  await acknowledge(db, 'a.warc.gz', 5_000_000_000)
  await acknowledge(db, 'a.warc.gz', 20) // a batch that was tried again late must not give evidence up
  assert.deepEqual([...(await readAcknowledged(db))], [['a.warc.gz', 5_000_000_000]])
})

testOnEachDatabase('a better reading takes the place of the earlier one under the same id', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const [item] = await addNewItems(
    db,
    { outletId: outlet.id, feedId: feed.id },
    [anEntry('https://courrier.example/1')],
    now,
  )
  assert.ok(item)
  const capture = aCapture(item.id)
  await addCapture(db, capture)
  const reading = aReading(capture.id)
  const id = await saveReading(db, reading, item.id)
  const again = await saveReading(
    db,
    { ...reading, id: newId<'reading'>(now + 1), title: 'Better', text: 'نص' },
    item.id,
  )
  assert.equal(again, id)
  const found = await findReading(db, id)
  assert.deepEqual(found, { ...reading, id, title: 'Better', text: 'نص', itemId: item.id, indexedAt: null })
  await markItemRead(db, item.id, { readingId: id, language: 'ar', orderAt: now })
  assert.equal((await findItem(db, item.id))?.language, 'ar')
})

testOnEachDatabase('what has brought evidence cannot be removed, what has not can', async (db) => {
  const { outlet, feed } = await aWatchedOutlet(db)
  const idle = aFeed(outlet.id, { id: newId<'feed'>(now + 1), url: 'https://courrier.example/idle' })
  await addFeed(db, idle)
  await addNewItems(db, { outletId: outlet.id, feedId: feed.id }, [anEntry('https://courrier.example/1')], now)
  assert.equal(await removeFeed(db, feed.id as FeedId), 'has-items')
  assert.equal(await removeFeed(db, idle.id), 'removed')
  assert.equal(await removeOutlet(db, outlet.id), 'has-items')
})

testOnEachDatabase('migrating a current home does nothing, and a newer home is refused untouched', async (db) => {
  assert.equal(await migrate(db), 0)
  await db
    .updateTable('facts')
    .set({ value: String(schemaVersion + 1) })
    .where('name', '=', 'schema')
    .execute()
  await assert.rejects(migrate(db), { code: 'home-too-new' })
})

test('a file that is no database is refused with a word on what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-test-'))
  const { writeFile } = await import('node:fs/promises')
  const path = join(folder, 'desk.db')
  await writeFile(path, 'this is no database, it only says so '.repeat(200))
  await assert.rejects(async () => migrate(await openDb({ kind: 'sqlite', path })), { code: 'home-broken' })
  await rm(folder, { recursive: true })
})

function aReading(captureId: CaptureId): Reading {
  return {
    id: newId<'reading'>(now) as ReadingId,
    captureId,
    reader: 'dragoman-reader 0',
    readAt: now,
    state: 'whole',
    reason: null,
    title: 'First',
    byline: ['A. Writer'],
    published: { edtf: '2023-09-16', literal: '۲۵ شهریور ۱۴۰۲', calendar: 'persian', from: 'text' },
    updated: null,
    language: 'fa',
    languageConfidence: 0.9,
    direction: 'rtl',
    text: 'متن',
    blocks: [{ kind: 'paragraph', start: 0, end: 3 }],
    canonicalUrl: null,
    siteName: null,
    section: null,
    tags: [],
    leadImage: null,
    charset: 'utf-8',
    notes: [],
  }
}

testOnEachDatabase(
  'no text that came from outside can bring a NUL into the records, nor make a question fail',
  async (db) => {
    const outlet = anOutlet({ name: 'Le Courrier\0 du Fleuve', nameAsPrinted: '\0' })
    const feed = aFeed(outlet.id, { title: 'Tout\0' })
    await addOutlet(db, outlet)
    await addFeed(db, feed)
    const entry = { url: 'https://courrier.example/nul', guid: 'g\0', title: 'Le\0 port', summary: null, author: null }
    const [added] = await addNewItems(
      db,
      { outletId: outlet.id, feedId: feed.id },
      [{ ...entry, publishedAt: now, language: null }],
      now,
    )
    const item = await findItem(db, (added?.id ?? '') as ItemId)
    assert.deepEqual([item?.promisedTitle, item?.guid], ['Le port', 'g'])
    assert.equal((await findFeed(db, feed.id))?.title, 'Tout')
    assert.equal((await findOutletByDomain(db, 'courrier.example'))?.name, 'Le Courrier du Fleuve')
    assert.equal((await countItems(db, { languages: ['\0'] })).count, 0)
  },
)
