import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newsSitemap } from './news-sitemap.ts'
import { sitemap } from './sitemap.ts'
import type { ParsedFeed } from './source.ts'
import { recogniseSource } from './sources.ts'

const now = Date.UTC(2026, 10, 21)
const url = 'https://paper.example/sitemap.xml'

function read(body: string): Extract<ParsedFeed, { kind: 'parsed' }> {
  const parsed = sitemap.parse({ body, url, contentType: null, now })
  if (parsed.kind !== 'parsed') assert.fail(parsed.reason)
  return parsed
}

const urlset = (urls: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`
const news = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc>https://paper.example/1</loc><n:news><n:publication><n:name>Paper</n:name><n:language>ar</n:language></n:publication>
  <n:publication_date>2026-11-20T10:00:00+03:00</n:publication_date><n:title>خبر &amp; آخر</n:title></n:news></url></urlset>`

test('a sitemap gives its pages newest first, but the day of a change is no date of publication', () => {
  const feed = read(
    urlset(`<url><loc>https://paper.example/old</loc><lastmod>2026-01-01</lastmod></url>
    <url><loc> https://paper.example/new?a=1&amp;b=2 </loc><lastmod>2026-11-20T10:00:00Z</lastmod></url>`),
  )
  assert.deepEqual(
    feed.entries.map((entry) => [entry.url, entry.publishedAt]),
    [
      ['https://paper.example/new?a=1&b=2', null],
      ['https://paper.example/old', null],
    ],
  )
})

test('a news sitemap gives title, language and date, whatever its prefix', () => {
  const [entry] = read(news).entries
  assert.equal(entry?.title, 'خبر & آخر')
  assert.equal(entry?.language, 'ar')
  assert.equal(entry?.publishedAt, Date.UTC(2026, 10, 20, 7))
})

test('an index gives its parts, those with news first and those of tags last', () => {
  const part = (path: string, day = '') =>
    `<sitemap><loc>https://paper.example/${path}</loc>${day && `<lastmod>${day}</lastmod>`}</sitemap>`
  const feed = read(
    `<sitemapindex>${part('tag-sitemap.xml', '2026-11-21')}${part('posts-2.xml')}${part('posts-10.xml')}${part('posts-3.xml', '2026-11-01')}${part('news.xml')}</sitemapindex>`,
  )
  assert.deepEqual(
    feed.more.map((address) => address.split('/').at(-1)),
    ['news.xml', 'posts-3.xml', 'posts-10.xml', 'posts-2.xml', 'tag-sitemap.xml'],
  )
})

test('a list of addresses is a sitemap; a page of prose is not', () => {
  assert.deepEqual(
    read('https://paper.example/1\r\n\r\nhttps://paper.example/2\n').entries.map((entry) => entry.url),
    ['https://paper.example/1', 'https://paper.example/2'],
  )
  assert.equal(sitemap.parse({ body: 'Some words\nand more', url, contentType: null, now }).kind, 'not-a-feed')
  assert.equal(sitemap.parse({ body: '<html><body>404</body></html>', url, contentType: null, now }).kind, 'not-a-feed')
})

test('a sitemap cut short gives what is whole', () => {
  const feed = read(
    urlset('<url><loc>https://paper.example/1</loc></url><url><loc>https://paper.example/23').slice(0, -9),
  )
  assert.deepEqual(
    feed.entries.map((entry) => entry.url),
    ['https://paper.example/1'],
  )
  assert.match(feed.notes.join(), /cut short/)
})

test('50,000 pages are bounded to the newest', () => {
  const urls = Array.from(
    { length: 50_000 },
    (_, i) =>
      `<url><loc>https://paper.example/${i}</loc><lastmod>${new Date(1.6e12 + i * 60_000).toISOString()}</lastmod></url>`,
  )
  const feed = read(urlset(urls.join('')))
  assert.equal(feed.entries.length, 5_000)
  assert.equal(feed.entries[0]?.url, 'https://paper.example/49999')
})

test('a body is recognised for what it is', () => {
  assert.equal(recogniseSource(news, 'application/xml', url)?.kind, newsSitemap.kind)
  assert.equal(recogniseSource(urlset(''), 'text/html', url)?.kind, 'sitemap')
  assert.equal(recogniseSource('<rss version="2.0"></rss>', null, url)?.kind, 'syndication')
  assert.equal(
    recogniseSource('{"version":"https://jsonfeed.org/version/1","items":[]}', null, url)?.kind,
    'syndication',
  )
  assert.equal(recogniseSource('<!doctype html><html></html>', 'text/html', url), null)
})
