import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Feed, PollOutcome } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import { decideNextPoll } from './decide-next-poll.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2026, 10, 21, 12)

function aFeed(changes: Partial<Feed> = {}): Feed {
  return {
    id: newId(now),
    outletId: newId(now),
    url: 'https://paper.example/rss',
    kind: 'syndication',
    title: null,
    selector: null,
    state: 'watching',
    conditionalGet: true,
    etag: null,
    lastModified: null,
    bodyDigest: null,
    intervalMinutes: 60,
    nextPollAt: null,
    lastPolledAt: null,
    lastNewItemAt: null,
    failures: 0,
    health: { kind: 'never-polled' },
    version: 1,
    createdAt: now,
    ...changes,
  }
}

const fetched = (ttlMinutes: number | null = null): PollOutcome => ({
  kind: 'fetched',
  entries: [],
  title: null,
  notes: [],
  etag: null,
  lastModified: null,
  bodyDigest: '',
  ttlMinutes,
})
const failed = (changes: Partial<Extract<PollOutcome, { kind: 'failed' }>> = {}): PollOutcome => ({
  kind: 'failed',
  failure: 'timeout',
  reason: 'No answer.',
  retryAfterSeconds: null,
  ...changes,
})
const every = (gap: number, count = 60): number[] => Array.from({ length: count }, (_, i) => now - i * gap)

test('a feed of which nothing is known yet is asked at the interval it has', () => {
  assert.equal(decideNextPoll(aFeed(), fetched(), { arrivals: [], now }).nextPollAt, now + hour)
})

test('the interval follows the outlet: half its usual gap, between ten minutes and a day', () => {
  const intervalFor = (gap: number): number =>
    decideNextPoll(aFeed(), fetched(), { arrivals: every(gap), now }).intervalMinutes
  assert.equal(intervalFor(2 * hour), 60)
  assert.equal(intervalFor(2 * minute), 10)
  assert.equal(intervalFor(7 * day), 24 * 60)
})

test('a feed that has fallen silent is asked more slowly, but once a day at least', () => {
  const arrivals = every(hour).map((time) => time - 5 * day)
  assert.equal(decideNextPoll(aFeed(), { kind: 'unchanged' }, { arrivals, now }).intervalMinutes, 6 * 60)
  assert.equal(
    decideNextPoll(aFeed(), { kind: 'unchanged' }, { arrivals: arrivals.map((time) => time - 900 * day), now })
      .intervalMinutes,
    24 * 60,
  )
})

test('silence against the own rhythm is told, with the usual gap', () => {
  const arrivals = every(hour, 300).map((time) => time - 5 * day)
  assert.deepEqual(decideNextPoll(aFeed(), { kind: 'unchanged' }, { arrivals, now }).health, {
    kind: 'quiet',
    since: now - 5 * day,
    usualGapHours: 1,
  })
})

test('the publisher who wishes to be asked less often is obeyed', () => {
  assert.equal(decideNextPoll(aFeed(), fetched(180), { arrivals: every(20 * minute), now }).intervalMinutes, 180)
  assert.equal(decideNextPoll(aFeed(), fetched(999_999), { arrivals: [], now }).intervalMinutes, 24 * 60)
})

test('a good poll forgets the failures', () => {
  const feed = aFeed({ failures: 5, health: { kind: 'failing', failure: 'dns', reason: 'x', since: now - day } })
  const plan = decideNextPoll(feed, { kind: 'unchanged' }, { arrivals: [], now })
  assert.equal(plan.failures, 0)
  assert.deepEqual(plan.health, { kind: 'well' })
})

test('failures double the wait, up to one knock a month, for ever', () => {
  let feed = aFeed()
  const waits: number[] = []
  for (let round = 0; round < 40; round++) {
    const plan = decideNextPoll(feed, failed(), { arrivals: [], now })
    waits.push((plan.nextPollAt ?? 0) - now)
    feed = { ...feed, ...plan }
  }
  assert.deepEqual(waits.slice(0, 3), [2 * hour, 4 * hour, 8 * hour])
  assert.ok(waits.every((wait, i) => i === 0 || wait >= (waits[i - 1] ?? 0)))
  assert.equal(waits.at(-1), 30 * day)
  assert.equal(feed.state, 'watching')
})

test('since when a feed fails is kept through further failures', () => {
  const first = decideNextPoll(aFeed(), failed(), { arrivals: [], now: now - day })
  const second = decideNextPoll({ ...aFeed(), ...first }, failed({ failure: 'dns', reason: 'No such host.' }), {
    arrivals: [],
    now,
  })
  assert.deepEqual(second.health, { kind: 'failing', failure: 'dns', reason: 'No such host.', since: now - day })
})

test('a publisher who asks for two days gets two days; one who asks for a year gets a week', () => {
  const waitFor = (retryAfterSeconds: number): number =>
    (decideNextPoll(aFeed(), failed({ failure: 'http-status', retryAfterSeconds }), { arrivals: [], now }).nextPollAt ??
      0) - now
  assert.equal(waitFor(172_800), 2 * day)
  assert.equal(waitFor(31_536_000), 7 * day)
  assert.equal(waitFor(1), 2 * hour)
})

test('a full disk of ours is no failure of the feed', () => {
  const plan = decideNextPoll(aFeed(), failed({ failure: 'disk-full' }), { arrivals: [], now })
  assert.equal(plan.failures, 0)
  assert.equal(plan.nextPollAt, now + hour)
})

test('a feed that is gone is not asked again', () => {
  const plan = decideNextPoll(aFeed(), { kind: 'gone', reason: '410' }, { arrivals: [], now })
  assert.deepEqual([plan.state, plan.nextPollAt, plan.health.kind], ['gone', null, 'gone'])
})

test('a feed that has moved is asked at its new place at once, but not in a circle', () => {
  const moved: PollOutcome = { kind: 'moved', to: 'https://paper.example/new' }
  assert.equal(decideNextPoll(aFeed({ lastPolledAt: now - hour }), moved, { arrivals: [], now }).nextPollAt, now)
  assert.equal(
    decideNextPoll(aFeed({ lastPolledAt: now - minute }), moved, { arrivals: [], now }).nextPollAt,
    now + hour,
  )
})
