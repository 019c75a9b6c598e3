import assert from 'node:assert/strict'
import type { FeedId, ItemId } from '../../domain/feed.ts'
import type { CaptureId } from '../../domain/capture.ts'
import type { NewJob } from '../../domain/job.ts'
import { testOnEachDatabase } from '../each-database.ts'
import { createTableQueue } from './table-queue.ts'

const now = 1_700_000_000_000
const item = (id: string, lane: string, runAt = now): NewJob => ({
  name: 'preserve.item',
  data: { itemId: id as ItemId },
  key: `item:${id}`,
  lane,
  runAt,
})
const all = { laned: 100, laneless: 100 }

testOnEachDatabase('one host is never worked on twice at a time', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example'), item('2', 'a.example'), item('3', 'b.example')])
  const claimed = await queue.claim(now, all)
  assert.deepEqual(claimed.map((job) => job.lane).sort(), ['a.example', 'b.example'])
  assert.deepEqual(await queue.claim(now, all), [])
})

testOnEachDatabase('a host rests after each job until it is free again', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example'), item('2', 'a.example')])
  const [first] = await queue.claim(now, all)
  assert.ok(first)
  await queue.finish(db, [{ job: first, freeAt: now + 4000 }])
  assert.deepEqual(await queue.claim(now + 3999, all), [])
  assert.equal(await queue.nextDueAt(), now + 4000)
  assert.equal((await queue.claim(now + 4000, all)).length, 1)
})

testOnEachDatabase('two waiting jobs with one key are one job, and the earlier time wins', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example', now + 60_000)])
  await queue.enqueue(db, [item('1', 'a.example', now + 90_000)])
  await queue.enqueue(db, [item('1', 'a.example', now)])
  assert.equal((await queue.counts(now))['preserve.item'].waiting, 1)
  assert.equal((await queue.claim(now, all)).length, 1)
})

testOnEachDatabase('a job whose worker died is given back, and its host with it', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example')])
  const [lost] = await queue.claim(now, all)
  assert.ok(lost)
  assert.equal(await queue.release(now), 0, 'a lease that still runs is respected')
  assert.equal(await queue.release(Number.MAX_SAFE_INTEGER), 1)
  const [found] = await queue.claim(now, all)
  assert.equal(found?.id, lost.id)
})

testOnEachDatabase('work that needs no host does not wait for one, and has its own limit', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [
    item('1', 'a.example'),
    { name: 'read.capture', data: { captureId: 'c1' as CaptureId }, runAt: now },
    { name: 'read.capture', data: { captureId: 'c2' as CaptureId }, runAt: now },
  ])
  const claimed = await queue.claim(now, { laned: 0, laneless: 1 })
  assert.deepEqual(
    claimed.map((job) => job.name),
    ['read.capture'],
  )
})

testOnEachDatabase('a result and the end of its job roll back together', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example')])
  const [job] = await queue.claim(now, all)
  assert.ok(job)
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await queue.finish(tx, [{ job, freeAt: now }])
      await queue.enqueue(tx, [{ name: 'collect.feed', data: { feedId: 'f' as FeedId } }])
      throw new Error('the disk is full')
    }),
  )
  const counts = await queue.counts(now)
  assert.equal(counts['preserve.item'].running, 1)
  assert.equal(counts['collect.feed'].waiting, 0)
})

testOnEachDatabase('a buried job waits for a person, who may revive it', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example')])
  const [job] = await queue.claim(now, all)
  assert.ok(job)
  await queue.bury(db, job, { error: 'the page is cursed', freeAt: now })
  assert.deepEqual(await queue.claim(now + 1e9, all), [])
  assert.equal((await queue.failures(10))[0]?.error, 'the page is cursed')
  assert.equal(await queue.revive(db, job.id, now), true)
  assert.equal((await queue.claim(now, all)).length, 1)
})

testOnEachDatabase('a failed attempt is counted and comes again at its time', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example')])
  const [job] = await queue.claim(now, all)
  assert.ok(job)
  await queue.retry(db, job, { runAt: now + 10_000, error: 'no luck', freeAt: now })
  assert.deepEqual(await queue.claim(now + 9_999, all), [])
  const [again] = await queue.claim(now + 10_000, all)
  assert.equal(again?.attempts, 1)
})

testOnEachDatabase('a waiting job can be dropped by its key', async (db) => {
  const queue = createTableQueue(db)
  await queue.enqueue(db, [item('1', 'a.example')])
  assert.equal(await queue.drop(db, 'item:1'), true)
  assert.equal(await queue.drop(db, 'item:1'), false)
  assert.deepEqual(await queue.claim(now, all), [])
})
