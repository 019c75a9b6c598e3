// Test support: outlets, feeds and items in a few words.

import assert from 'node:assert/strict'
import { newFeed, type FeedId, type ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'
import { addFeed } from './feeds.ts'
import { addNewItems } from './items.ts'
import { addOutlet } from './outlets.ts'

export const TEST_NOW = Date.UTC(2026, 10, 21, 12)

export type TestOutlet = { readonly outletId: OutletId; readonly feedId: FeedId; readonly host: string }

/** An outlet with one feed. */
export async function aTestOutlet(db: Db, host: string, country: string | null = null): Promise<TestOutlet> {
  const outletId = newId<'outlet'>(TEST_NOW)
  const feedId = newId<'feed'>(TEST_NOW)
  await addOutlet(db, {
    id: outletId,
    name: host,
    nameAsPrinted: null,
    homepage: `https://${host}/`,
    domains: [host],
    languages: ['fr'],
    country,
    createdAt: TEST_NOW,
  })
  const feed = { id: feedId, outletId, url: `https://${host}/feed.xml`, kind: 'syndication' as const }
  await addFeed(
    db,
    newFeed({
      ...feed,
      title: null,
      selector: null,
      conditionalGet: true,
      intervalMinutes: 60,
      nextPollAt: null,
      createdAt: TEST_NOW,
    }),
  )
  return { outletId, feedId, host }
}

/** As many items as asked for, an hour apart, the newest first. */
export async function someTestItems(db: Db, outlet: TestOutlet, count: number, now = TEST_NOW): Promise<ItemId[]> {
  const entries = Array.from({ length: count }, (_, no) => ({
    url: `https://${outlet.host}/${no}-${now}`,
    guid: null,
    title: `Title ${no}`,
    summary: null,
    author: null,
    publishedAt: now - no * 3_600_000,
    language: null,
  }))
  const added = await addNewItems(db, outlet, entries, now)
  assert.equal(added.length, count)
  return added.map(({ id }) => id)
}
