// The hours of an outlet, and its feed in place of its pages, as the jobs keep to them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PollOutcome } from '../domain/feed.ts'
import type { Job } from '../domain/job.ts'
import { usualPolicy, type Policy } from '../domain/policy.ts'
import { openTestDb } from '../store/each-database.ts'
import { testOnEachDatabase } from '../store/each-database.ts'
import { listPolicies, savePolicy } from '../store/policies.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { aTestOutlet, TEST_NOW } from '../store/test-items.ts'
import { collectFeed } from './collect-feed.job.ts'

const fetched: PollOutcome = {
  kind: 'fetched',
  entries: [
    {
      url: 'https://courrier.example/1',
      guid: null,
      title: 'Un <b>titre</b>',
      summary: 'Les mots du fil.',
      author: 'A. Diallo',
      publishedAt: TEST_NOW,
      language: 'fr',
    },
  ],
  title: null,
  notes: [],
  etag: null,
  lastModified: null,
  bodyDigest: 'x',
}

async function pollUnder(policy: Policy): Promise<{ polls: number; jobs: Job[]; later: Job[] }> {
  const { db, close } = await openTestDb()
  const { outletId, feedId } = await aTestOutlet(db, 'courrier.example')
  await savePolicy(db, outletId, { policy, signedBy: 'A. Diallo', signedAt: TEST_NOW }, 0)
  const queue = createTableQueue(db)
  let polls = 0
  const poll = async () => (polls++, fetched)
  const deed = await collectFeed({ db, queue, poll, now: () => TEST_NOW, nextTurn: () => TEST_NOW }, { feedId })
  await db.transaction().execute(async (tx) => deed.save?.(tx, { places: [], isIndexed: true }))
  const claim = (now: number) => queue.claim(now, { laned: 10, laneless: 10 })
  const ends = { polls, jobs: await claim(TEST_NOW), later: await claim(TEST_NOW + 86_400_000) }
  await close()
  return ends
}

test('outside of its hours nobody knocks at an outlet, and the poll waits for them', async () => {
  // TEST_NOW is noon in UTC.
  const hours = { from: 18, until: 6, timeZone: 'UTC' }
  const { polls, jobs, later } = await pollUnder({ ...usualPolicy, hours })
  assert.equal(polls, 0)
  assert.deepEqual(jobs, [])
  assert.deepEqual(
    later.map(({ name }) => name),
    ['collect.feed'],
  )
  assert.equal((await pollUnder({ ...usualPolicy, hours: { ...hours, from: 10 } })).polls, 1)
})

test('where the words of the feed are taken, its pages are not visited', async () => {
  const { jobs } = await pollUnder({ ...usualPolicy, textFrom: 'feed' })
  assert.deepEqual(
    jobs.map(({ name }) => name),
    ['preserve.entry'],
  )
  assert.deepEqual(
    (await pollUnder(usualPolicy)).jobs.map(({ name }) => name),
    ['preserve.item'],
  )
})

testOnEachDatabase('a policy has a history, and of two who set it at once one is told', async (db) => {
  const { outletId } = await aTestOutlet(db, 'courrier.example')
  const set = (paceSeconds: number, version: number) =>
    savePolicy(
      db,
      outletId,
      { policy: { ...usualPolicy, paceSeconds }, signedBy: 'A. Diallo', signedAt: TEST_NOW },
      version,
    )
  assert.equal(await set(5, 0), true)
  assert.equal(await set(7, 0), false)
  assert.equal(await set(9, 1), true)
  assert.deepEqual(
    (await listPolicies(db, outletId)).map(({ policy }) => policy.paceSeconds),
    [9, 5],
  )
})
