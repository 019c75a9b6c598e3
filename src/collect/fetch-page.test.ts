import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { FailedFetch, FetchedPage } from './fetch-page.ts'
import { openSite, to } from './test-site.ts'

const url = 'http://paper.example/rss'

function page(result: FetchedPage | FailedFetch): FetchedPage {
  if (result.kind === 'failed') assert.fail(`${result.failure}: ${result.reason}`)
  return result
}

test('redirects are walked across hosts, and every step is told', async (t) => {
  const { fetch } = await openSite(t, {
    'paper.example/rss': to('/feed', 301),
    'paper.example/feed': to('http://feeds.example/f#top', 308),
    'feeds.example/f': 'the feed',
  })
  const result = page(await fetch({ url }))
  assert.equal(result.url, 'http://feeds.example/f')
  assert.equal(result.text, 'the feed')
  assert.deepEqual(result.hops, [
    { url, status: 301, location: 'http://paper.example/feed' },
    { url: 'http://paper.example/feed', status: 308, location: 'http://feeds.example/f' },
  ])
})

test('redirects that come back, or never end, are left', async (t) => {
  const endless = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`paper.example/${i}`, to(`/${i + 1}`)]))
  const site = await openSite(t, { 'paper.example/rss': to('/b'), 'paper.example/b': to('/rss'), ...endless })
  for (const start of [url, 'http://paper.example/0']) {
    const result = await site.fetch({ url: start })
    assert.equal(result.kind === 'failed' && result.failure, 'redirect-loop')
  }
  assert.ok(site.asked.length <= 8)
})

test('permission is asked for at every step, before anything is sent', async (t) => {
  const deeds: string[] = []
  const { fetch, asked } = await openSite(
    t,
    { 'paper.example/rss': to('http://closed.example/x'), 'closed.example/x': 'secret' },
    {
      mayFetch: async (address) => {
        deeds.push(`may ${address}`)
        return address.includes('closed')
          ? { allowed: false, failure: 'refused-by-robots', reason: 'Disallow: /x' }
          : { allowed: true }
      },
    },
  )
  const result = await fetch({ url })
  assert.deepEqual(result, {
    kind: 'failed',
    failure: 'refused-by-robots',
    reason: 'Disallow: /x',
    retryAfterSeconds: null,
  })
  assert.deepEqual(deeds, [`may ${url}`, 'may http://closed.example/x'])
  assert.deepEqual(asked, ['paper.example/rss'])
})

test('a redirect into a private network is refused', async (t) => {
  const { fetch } = await openSite(t, { 'paper.example/rss': to('http://169.254.169.254/latest/meta-data') })
  const result = await fetch({ url })
  assert.equal(result.kind === 'failed' && result.failure, 'refused-address')
})

test('gzip is undone, as a coding and as a file', async (t) => {
  const zipped = gzipSync('<urlset/>')
  const { fetch } = await openSite(t, {
    'paper.example/coded': { headers: { 'content-encoding': 'gzip' }, body: zipped },
    'paper.example/sitemap.xml.gz': { headers: { 'content-type': 'application/gzip' }, body: zipped },
    'paper.example/both.gz': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(zipped) },
  })
  for (const path of ['coded', 'sitemap.xml.gz', 'both.gz'])
    assert.equal(page(await fetch({ url: `http://paper.example/${path}` })).text, '<urlset/>')
})

test('a body that unpacks without end is too large', async (t) => {
  const bomb = gzipSync(Buffer.alloc(5_000_000))
  const { fetch } = await openSite(
    t,
    { 'paper.example/rss': { headers: { 'content-encoding': 'gzip' }, body: bomb } },
    { maxBytes: 100_000 },
  )
  const result = await fetch({ url })
  assert.equal(result.kind === 'failed' && result.failure, 'too-large')
})

test('feeds in windows-1256, koi8-r, gb18030 and shift_jis become the letters they were', async (t) => {
  // Bytes written out, because the platform decodes these charsets but does not write them.
  const samples: readonly (readonly [string, string, number[]])[] = [
    ['windows-1256', 'خبر', [0xce, 0xc8, 0xd1]],
    ['koi8-r', 'мир', [0xcd, 0xc9, 0xd2]],
    ['gb18030', '新闻', [0xd0, 0xc2, 0xce, 0xc5]],
    ['shift_jis', '日本', [0x93, 0xfa, 0x96, 0x7b]],
  ]
  const routes = Object.fromEntries(
    samples.map(([charset, , bytes]) => {
      const body = Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${charset}"?><rss><channel><title>`),
        Buffer.from(bytes),
        Buffer.from('</title></channel></rss>'),
      ])
      return [`paper.example/${charset}`, { headers: { 'content-type': 'application/rss+xml' }, body }] as const
    }),
  )
  const { fetch } = await openSite(t, routes)
  for (const [charset, words] of samples)
    assert.match(
      page(await fetch({ url: `http://paper.example/${charset}` })).text,
      new RegExp(`<title>${words}</title>`),
    )
})

test('an answer of 404 is a page with its status; a host that does not exist is a failure', async (t) => {
  const { fetch } = await openSite(t, { 'paper.example/other': 'x' })
  assert.equal(page(await fetch({ url })).status, 404)
  assert.equal((await fetch({ url: 'ftp://paper.example/x' })).kind, 'failed')
})
