import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Feed, PollOutcome } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import { pollFeed } from './poll-feed.ts'
import { openSite, to } from './test-site.ts'

const now = Date.UTC(2026, 10, 21, 12)
const rss =
  '<rss version="2.0"><channel><title>Paper</title><ttl>90</ttl><item><title>One</title><link>http://paper.example/1</link></item></channel></rss>'

function aFeed(changes: Partial<Feed> = {}): Feed {
  return {
    id: newId(now),
    outletId: newId(now),
    url: 'http://paper.example/rss',
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

function fetched(outcome: PollOutcome): Extract<PollOutcome, { kind: 'fetched' }> {
  if (outcome.kind !== 'fetched') assert.fail(JSON.stringify(outcome))
  return outcome
}

test('a poll gives entries, validators, a digest and the wish of the publisher', async (t) => {
  const site = await openSite(t, {
    'paper.example/rss': { headers: { etag: '"a"', 'last-modified': 'Sat, 21 Nov 2026 00:00:00 GMT' }, body: rss },
  })
  const outcome = fetched(await pollFeed(aFeed(), site, now))
  assert.deepEqual(
    outcome.entries.map((entry) => entry.url),
    ['http://paper.example/1'],
  )
  assert.deepEqual(
    [outcome.title, outcome.etag, outcome.lastModified, outcome.ttlMinutes],
    ['Paper', '"a"', 'Sat, 21 Nov 2026 00:00:00 GMT', 90],
  )
  assert.match(outcome.bodyDigest, /^[0-9a-f]{64}$/)
})

test('validators are sent, and 304 is unchanged', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': { status: 304 } })
  assert.deepEqual(await pollFeed(aFeed({ etag: '"a"', lastModified: 'then' }), site, now), { kind: 'unchanged' })
  assert.equal(site.lastHeaders()['if-none-match'], '"a"')
  assert.equal(site.lastHeaders()['if-modified-since'], 'then')
})

test('no validators are sent to a publisher who reuses them', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': rss })
  await pollFeed(aFeed({ etag: '"a"', lastModified: 'then', conditionalGet: false }), site, now)
  assert.equal(site.lastHeaders()['if-none-match'], undefined)
  assert.equal(site.lastHeaders()['if-modified-since'], undefined)
})

test('the same body again is unchanged, without any validators', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': rss })
  const { bodyDigest } = fetched(await pollFeed(aFeed(), site, now))
  assert.deepEqual(await pollFeed(aFeed({ bodyDigest }), site, now), { kind: 'unchanged' })
})

test('a permanent redirect to a feed is a move; a temporary one, or one to a page, is not', async (t) => {
  const site = await openSite(t, {
    'paper.example/rss': to('/new', 301),
    'paper.example/temporary': to('/new', 302),
    'paper.example/mixed': to('/temporary', 308),
    'paper.example/home': to('/', 301),
    'paper.example/': '<html><body>Welcome</body></html>',
    'paper.example/new': rss,
  })
  const pollAt = (path: string) => pollFeed(aFeed({ url: `http://paper.example/${path}` }), site, now)
  assert.deepEqual(await pollAt('rss'), { kind: 'moved', to: 'http://paper.example/new' })
  assert.equal((await pollAt('temporary')).kind, 'fetched')
  assert.equal((await pollAt('mixed')).kind, 'fetched')
  const home = await pollAt('home')
  assert.equal(home.kind === 'failed' && home.failure, 'not-a-feed')
})

test('410 is gone; 404 is only a failure', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': { status: 410 } })
  assert.equal((await pollFeed(aFeed(), site, now)).kind, 'gone')
  const missing = await pollFeed(aFeed({ url: 'http://paper.example/missing' }), site, now)
  assert.equal(missing.kind === 'failed' && missing.failure, 'http-status')
})

test('Retry-After is read as seconds and as a date', async (t) => {
  const later = new Date(now + 3_600_000).toUTCString()
  const site = await openSite(t, {
    'paper.example/rss': { status: 429, headers: { 'retry-after': '120' } },
    'paper.example/date': { status: 503, headers: { 'retry-after': later } },
    'paper.example/words': { status: 503, headers: { 'retry-after': 'soon' } },
  })
  const wishAt = async (path: string) => {
    const outcome = await pollFeed(aFeed({ url: `http://paper.example/${path}` }), site, now)
    return outcome.kind === 'failed' ? outcome.retryAfterSeconds : 'no failure'
  }
  assert.deepEqual([await wishAt('rss'), await wishAt('date'), await wishAt('words')], [120, 3_600, null])
})

const part = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>http://paper.example/${path}</loc></url>`).join('')}</urlset>`
const index = (count: number) =>
  `<sitemapindex>${Array.from({ length: count }, (_, i) => `<sitemap><loc>http://paper.example/part-${i}.xml</loc></sitemap>`).join('')}</sitemapindex>`

test('of a sitemap index the likeliest parts are read, a few only, and a part that fails is told', async (t) => {
  const parts = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`paper.example/part-${i}.xml`, part(`story-${i}`)]),
  )
  const site = await openSite(t, {
    ...parts,
    'paper.example/map': { headers: { etag: '"x"' }, body: index(40) },
    'paper.example/part-38.xml': { status: 500 },
  })
  const outcome = fetched(await pollFeed(aFeed({ kind: 'sitemap', url: 'http://paper.example/map' }), site, now))
  assert.deepEqual(
    outcome.entries.map((entry) => entry.url),
    [39, 37, 36, 35].map((i) => `http://paper.example/story-${i}`),
  )
  assert.equal(site.asked.length, 6)
  assert.match(outcome.notes.join(), /part-38\.xml.*500.*35 parts of the index were not asked for/)
  assert.equal(outcome.etag, null, 'the validators of an index say nothing of its parts')
})

test('an index is read again although it did not change itself, and is unchanged when its parts are', async (t) => {
  const site = await openSite(t, { 'paper.example/map': index(1), 'paper.example/part-0.xml': part('a') })
  const feed = aFeed({ kind: 'sitemap', url: 'http://paper.example/map' })
  const { bodyDigest } = fetched(await pollFeed(feed, site, now))
  assert.deepEqual(await pollFeed({ ...feed, bodyDigest }, site, now), { kind: 'unchanged' })
})

test('an index that leads to itself ends', async (t) => {
  const site = await openSite(t, {
    'paper.example/part-0.xml': index(3),
    'paper.example/part-1.xml': index(3),
    'paper.example/part-2.xml': index(3),
  })
  await pollFeed(aFeed({ kind: 'sitemap', url: 'http://paper.example/part-0.xml' }), site, now)
  assert.ok(site.asked.length <= 6)
})

test('a listing is polled by its selector', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': '<h2><a href="/1">One</a></h2><p><a href="/2">Two</a></p>' })
  const outcome = fetched(await pollFeed(aFeed({ kind: 'listing', selector: 'h2 a' }), site, now))
  assert.deepEqual(
    outcome.entries.map((entry) => entry.url),
    ['http://paper.example/1'],
  )
})

test('what is added by hand is never polled', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': rss })
  assert.deepEqual(await pollFeed(aFeed({ kind: 'single' }), site, now), { kind: 'unchanged' })
  assert.deepEqual(site.asked, [])
})
