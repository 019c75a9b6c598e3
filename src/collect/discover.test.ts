import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discover, type Discovery } from './discover.ts'
import { openSite, to } from './test-site.ts'

const now = Date.UTC(2026, 10, 21, 12)

function found(discovery: Discovery): Extract<Discovery, { kind: 'found' }> {
  if (discovery.kind === 'failed') assert.fail(discovery.reason)
  return discovery
}

const rss = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>المنارة</title><language>ar</language>${titles
    .map(
      (title, i) =>
        `<item><title>${title}</title><link>http://al-manara.example/${title}</link><pubDate>2026-11-${10 + i}</pubDate></item>`,
    )
    .join('')}</channel></rss>`
const newsMap = `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://al-manara.example/n</loc>
  <news:news><news:title>خبر</news:title><news:publication_date>2026-11-20</news:publication_date></news:news></url></urlset>`
const html = { 'content-type': 'text/html; charset=utf-8' }
const home = `<!doctype html><html lang="ar-SA"><head><title>المنارة | الرئيسية</title>
  <meta property="og:site_name" content="المنارة">
  <script type="application/ld+json">{"@type":"NewsMediaOrganization","name":"المنارة","alternateName":"Al Manara"}</script>
  <link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" href="/rss">
  <link rel="alternate" type="application/json" href="/wp-json/x"></head>
  <body>${[1, 2, 3, 4].map((i) => `<article><h2 class="title"><a href="/2026/11/story-${i}">وزير الخارجية يستقبل الوفد رقم ${i}</a></h2></article>`).join('')}</body></html>`

test('from an address alone: the feeds, the news sitemap, the list of links, and the outlet', async (t) => {
  const site = await openSite(t, {
    'al-manara.example/': { headers: html, body: home },
    'al-manara.example/rss': rss('أول', 'ثان'),
    'al-manara.example/comments/feed/': rss('تعليق'),
    'al-manara.example/robots.txt': 'Sitemap: /news.xml\nSitemap: http://al-manara.example/missing.xml',
    'al-manara.example/news.xml': newsMap,
  })
  const discovery = found(await discover('http://al-manara.example', site, now))
  assert.deepEqual(discovery.outlet, {
    name: 'Al Manara',
    nameAsPrinted: 'المنارة',
    homepage: 'http://al-manara.example/',
    languages: ['ar'],
    country: null,
  })
  assert.deepEqual(
    discovery.feeds.map((feed) => [feed.kind, feed.how, feed.count, feed.recommended]),
    [
      ['syndication', 'named in the page', 2, true],
      ['news-sitemap', 'named in robots.txt', 1, false],
      ['listing', 'links on the front page', 4, false],
      ['syndication', 'named in the page', 1, false],
    ],
  )
  const [best] = discovery.feeds
  assert.equal(best?.url, 'http://al-manara.example/rss')
  assert.equal(best?.newestAt, Date.UTC(2026, 10, 11))
  assert.deepEqual(
    best?.samples.map((sample) => sample.title),
    ['ثان', 'أول'],
  )
  assert.deepEqual(best?.languages, ['ar'])
  assert.match(discovery.notes.join(), /missing\.xml.*404/)
  assert.ok(!site.asked.includes('al-manara.example/wp-json/x'))
  assert.ok(discovery.feeds.find((feed) => feed.kind === 'listing')?.selector)
})

test('a bare host name is tried, and nothing named means that the usual places are', async (t) => {
  const site = await openSite(t, {
    'paper.example/': '<html><body>Hello</body></html>',
    'paper.example/rss.xml': rss('a'),
    'paper.example/sitemap.xml': '<urlset><url><loc>/x</loc></url></urlset>',
  })
  const discovery = found(await discover('paper.example', site, now))
  assert.deepEqual(
    discovery.feeds.map((feed) => [feed.url, feed.how]),
    [
      ['http://paper.example/rss.xml', 'tried the usual place'],
      ['http://paper.example/sitemap.xml', 'tried the usual place'],
    ],
  )
})

test('the address of a feed itself is enough', async (t) => {
  const site = await openSite(t, { 'paper.example/rss': rss('a'), 'paper.example/': '<title>Paper</title>' })
  const discovery = found(await discover('http://paper.example/rss', site, now))
  assert.deepEqual([discovery.feeds[0]?.how, discovery.outlet.name], ['the address itself', 'Paper'])
})

test('a page that lists feeds is looked through; the same feed under two addresses is one', async (t) => {
  const site = await openSite(t, {
    'paper.example/': '<a href="/rss">RSS</a>',
    'paper.example/rss': {
      headers: html,
      body: '<html><a href="/rss/world.xml">World</a><a href="/world/feed/">also</a><a href="/rss/trade.xml">Trade</a></html>',
    },
    'paper.example/rss/world.xml': rss('w'),
    'paper.example/world/feed/': to('/rss/world.xml'),
    'paper.example/rss/trade.xml': rss('x', 'y'),
  })
  const discovery = found(await discover('http://paper.example/', site, now))
  assert.deepEqual(
    discovery.feeds.map((feed) => feed.url),
    ['http://paper.example/rss/world.xml', 'http://paper.example/rss/trade.xml'],
  )
})

test('an outlet is asked a limited number of times, however much it names', async (t) => {
  const linksTo = (path: string) =>
    Array.from({ length: 300 }, (_, i) => `<link rel="alternate" type="application/rss+xml" href="${path}/${i}">`).join(
      '',
    )
  const pages = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [
      `paper.example/feed/${i}`,
      { headers: html, body: `<html>${linksTo(`/feed/${i}`)}</html>` },
    ]),
  )
  const maps = Array.from({ length: 300 }, (_, i) => `Sitemap: /sitemap-${i}.xml`).join('\n')
  const site = await openSite(t, { 'paper.example/': linksTo('/feed'), 'paper.example/robots.txt': maps, ...pages })
  const discovery = found(await discover('http://paper.example/', site, now))
  assert.deepEqual(discovery.feeds, [])
  assert.ok(site.asked.length <= 35, String(site.asked.length))
})

test('what is no address, or cannot be reached, is told', async (t) => {
  const site = await openSite(t, { 'paper.example/': 'x' })
  for (const address of ['', 'http://', 'not an address', 'file:///etc/passwd', 'http://10.0.0.1/']) {
    const discovery = await discover(address, site, now)
    assert.equal(discovery.kind === 'failed' && discovery.failure, 'refused-address', address)
  }
})

test('an address that answers with an error says so, and the front page is looked at in its place', async (t) => {
  const { fetch, asked } = await openSite(t, {
    'paper.example/gone': { status: 404, body: '<title>Not here</title>' },
    'paper.example/': '<title>The Paper</title><link rel="alternate" type="application/rss+xml" href="/news.rss">',
    'paper.example/news.rss':
      '<rss version="2.0"><channel><title>P</title><item><title>A</title><link>http://paper.example/a</link></item></channel></rss>',
  })
  const found = await discover('http://paper.example/gone', { fetch }, 0)
  assert.ok(found.kind === 'found')
  assert.ok(found.notes.includes('http://paper.example/gone answered 404.'), found.notes.join())
  assert.equal(found.feeds[0]?.url, 'http://paper.example/news.rss')
  const dead = await discover('http://paper.example/nothing', { fetch }, 0)
  assert.ok(dead.kind === 'found' && dead.notes.some((note) => note.includes('/nothing answered 404')))
  assert.ok(asked.includes('paper.example/'))
})
