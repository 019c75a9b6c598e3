import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newFeed } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { FetchedPage } from './fetch-page.ts'
import { pollFeed } from './poll-feed.ts'

const NOW = Date.UTC(2026, 10, 21)

function aListing(bodyDigest: string | null) {
  const about = { id: newId<'feed'>(NOW), outletId: newId<'outlet'>(NOW), url: 'https://paper.example/news' }
  const rest = {
    kind: 'listing',
    title: null,
    selector: '.story a',
    conditionalGet: true,
    intervalMinutes: 60,
  } as const
  return { ...newFeed({ ...about, ...rest, nextPollAt: null, createdAt: NOW }), bodyDigest }
}

/** A list of pages, each with two stories and a link to `next`. */
async function poll(bodyDigest: string | null, next: (page: number) => string) {
  const asked: string[] = []
  const fetch = async ({ url }: { url: string }): Promise<FetchedPage> => {
    asked.push(url)
    const page = Number(new URL(url).searchParams.get('page') ?? 1)
    const stories = [1, 2].map((no) => `<div class="story"><a href="/s-${page}-${no}">Story ${page} ${no}</a></div>`)
    const text = `<html><body>${stories.join('')}<a rel="nofollow next" href="${next(page)}">older</a></body></html>`
    const bytes = new TextEncoder().encode(text)
    return { kind: 'page', url, hops: [], status: 200, headers: [], bytes, text, contentType: 'text/html', notes: [] }
  }
  const outcome = await pollFeed(aListing(bodyDigest), { fetch }, NOW)
  assert.ok(outcome.kind === 'fetched')
  return { asked, entries: outcome.entries.length }
}

test('the first look at a list follows it a few pages back, a later one a single page', async () => {
  const next = (page: number) => `/news?page=${page + 1}`
  assert.deepEqual(await poll(null, next).then(({ asked, entries }) => [asked.length, entries]), [6, 12])
  assert.deepEqual(await poll('before', next).then(({ asked, entries }) => [asked.length, entries]), [2, 4])
})

test('a list that leads in a circle, elsewhere, or nowhere is not followed on', async () => {
  assert.equal((await poll(null, () => '/news?page=1')).asked.length, 2)
  for (const next of ['https://other.example/news', 'javascript:alert(1)', 'http://[', 'ftp://paper.example/'])
    assert.equal((await poll(null, () => next)).asked.length, 1, next)
})
