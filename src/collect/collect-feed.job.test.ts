// What a poll leaves behind, on a real database: new items once each, and the next poll.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry, Feed, PollOutcome } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import { openTestDb } from '../store/each-database.ts'
import { dayNumber, listArrivalDays, listPollDays } from '../store/feed-days.ts'
import { editFeed, findFeed } from '../store/feeds.ts'
import { listItemsAfter } from '../store/items.ts'
import { addOutlet } from '../store/outlets.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { collectFeed } from './collect-feed.job.ts'
import { subscribeFeed } from './subscribe-feed.ts'

const NOW = Date.UTC(2026, 0, 1)

function promise(url: string): Entry {
  return { url, guid: null, title: 'A story', summary: null, author: null, publishedAt: null, language: null }
}

function fetched(...urls: string[]): PollOutcome {
  return {
    kind: 'fetched',
    entries: urls.map(promise),
    title: null,
    notes: [],
    etag: null,
    lastModified: null,
    bodyDigest: urls.join(),
  }
}

/** A desk with one feed; `poll` polls it with the ending given and says which items there are then. */
async function openDesk() {
  const { db, close } = await openTestDb()
  const queue = createTableQueue(db)
  const outletId = newId<'outlet'>(NOW)
  const outlet = {
    id: outletId,
    name: 'Paper',
    nameAsPrinted: null,
    homepage: 'https://paper.example/',
    domains: ['paper.example'],
  }
  await addOutlet(db, { ...outlet, languages: [], country: null, createdAt: NOW })
  const wish = {
    url: 'https://paper.example/rss',
    kind: 'syndication',
    title: null,
    selector: null,
    conditionalGet: true,
  } as const
  const feed: Feed = await db
    .transaction()
    .execute((tx) => subscribeFeed(tx, queue, { outletId, feed: wish, now: NOW }))
  const poll = async (outcome: PollOutcome) => {
    const deed = await collectFeed(
      { db, queue, poll: async () => outcome, now: () => NOW, nextTurn: () => NOW },
      { feedId: feed.id },
    )
    await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
    return (await listItemsAfter(db, null, 100)).map(({ url }) => url).toSorted()
  }
  const visits = async () => (await queue.counts(NOW))['preserve.item'].waiting
  return { db, queue, feed, poll, visits, close }
}

test('a page promised under many campaign marks and fragments is one item, visited once', async () => {
  const desk = await openDesk()
  const page = 'https://paper.example/story?id=1'
  const items = await desk.poll(
    fetched(`${page}&utm_source=rss`, `${page}#top`, 'https://PAPER.example:443/story?id=1&fbclid=x', page),
  )
  assert.deepEqual(items, [page])
  assert.equal(await desk.visits(), 1)
  await desk.close()
})

test('what a feed has promised before is not an item again', async () => {
  const desk = await openDesk()
  await desk.poll(fetched('https://paper.example/1'))
  assert.deepEqual(await desk.poll(fetched('https://paper.example/2', 'https://paper.example/1?utm_medium=feed')), [
    'https://paper.example/1',
    'https://paper.example/2',
  ])
  assert.equal(await desk.visits(), 2)
  await desk.close()
})

test('a feed that a person pauses while it is asked stays paused, and what it brought is kept', async () => {
  const { db, queue, feed, close } = await openDesk()
  const deed = await collectFeed(
    { db, queue, poll: async () => fetched('https://paper.example/1'), now: () => NOW, nextTurn: () => NOW },
    { feedId: feed.id },
  )
  await editFeed(db, feed.id, { state: 'paused', nextPollAt: null })
  await queue.drop(db, `feed:${feed.id}`)
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  const after = await findFeed(db, feed.id)
  assert.deepEqual([after?.state, after?.nextPollAt, after?.health.kind], ['paused', null, 'well'])
  assert.equal((await listItemsAfter(db, null, 10)).length, 1)
  assert.equal((await queue.counts(NOW))['collect.feed'].waiting, 0)
  await close()
})

test('every day keeps how its polls ended, and why the last one failed', async () => {
  const { db, feed, poll, close } = await openDesk()
  await poll(fetched('https://paper.example/1'))
  await poll({ kind: 'unchanged' })
  await poll({ kind: 'failed', failure: 'timeout', reason: 'It took too long.', retryAfterSeconds: null })
  const day = dayNumber(NOW)
  const lastFailure = { at: NOW, failure: 'timeout', reason: 'It took too long.' }
  assert.deepEqual(await listPollDays(db, [feed.id], day, day), [
    { feedId: feed.id, day, fetched: 1, unchanged: 1, failed: 1, lastFailure },
  ])
  assert.deepEqual(await listArrivalDays(db, [feed.id], day, day), [{ feedId: feed.id, day, items: 1 }])
  await close()
})
