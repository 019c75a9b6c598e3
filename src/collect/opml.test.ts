import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOpml, writeOpml, type Opml, type OpmlReading } from './opml.ts'

const now = Date.UTC(2026, 10, 21)

function read(text: string): Extract<OpmlReading, { kind: 'read' }> {
  const reading = parseOpml(text)
  if (reading.kind !== 'read') assert.fail(reading.reason)
  return reading
}

const list: Opml = {
  title: 'Feeds & "more" <here>',
  outlets: [
    {
      name: 'المنارة',
      homepage: 'https://al-manara.example/',
      languages: ['ar'],
      folders: ['Gulf', 'Dailies'],
      feeds: [
        { url: 'https://al-manara.example/rss?a=1&b=2', title: 'أخبار "اليوم"', kind: 'syndication', selector: null },
        { url: 'https://al-manara.example/world', title: null, kind: 'listing', selector: 'main > h2 a[href^="/x"]' },
      ],
    },
    {
      name: 'No page',
      homepage: null,
      languages: [],
      folders: [],
      feeds: [{ url: 'https://paper.example/news.xml', title: 'n', kind: 'news-sitemap', selector: null }],
    },
  ],
}

test('what is written is read back as it was', () => {
  const { kind: _kind, notes, ...back } = read(writeOpml(list, now))
  assert.deepEqual(notes, [])
  assert.deepEqual(
    {
      ...back,
      outlets: back.outlets.map((outlet) => ({
        ...outlet,
        homepage: outlet.name === 'No page' ? null : outlet.homepage,
      })),
    },
    list,
  )
})

const wrap = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>T</title></head><body>${body}</body></opml>`
const feed = (title: string, url: string, more = '') => `<outline text="${title}" type="rss" xmlUrl="${url}" ${more}/>`

test('feeds of one host are one outlet, named by what their titles share', () => {
  const { outlets } = read(
    wrap(
      `<outline text="News">${feed('The Dial: World', 'https://dial.example/w')}${feed('The Dial: Trade', 'https://www.dial.example/t')}</outline>${feed('Other', 'https://other.example/f')}`,
    ),
  )
  assert.deepEqual(
    outlets.map((outlet) => [outlet.name, outlet.folders, outlet.feeds.length]),
    [
      ['The Dial', ['News'], 2],
      ['Other', [], 1],
    ],
  )
})

test('the page that a feed names tells its outlet, wherever the feed lies', () => {
  const { outlets } = read(
    wrap(
      feed('A', 'https://feeds.example/a', 'htmlUrl="https://a.example/"') +
        feed('B', 'https://feeds.example/b', 'htmlUrl="https://b.example/"'),
    ),
  )
  assert.deepEqual(
    outlets.map((outlet) => outlet.homepage),
    ['https://a.example/', 'https://b.example/'],
  )
})

test('addresses that cannot be watched, and repeats, are told and left out', () => {
  const reading = read(
    wrap(
      feed('bad', 'javascript:alert(1)') +
        feed('file', 'file:///etc/passwd') +
        feed('ok', 'feed://ok.example/f') +
        feed('ok', 'http://ok.example/f'),
    ),
  )
  assert.deepEqual(
    reading.outlets.flatMap((outlet) => outlet.feeds.map((one) => one.url)),
    ['http://ok.example/f'],
  )
  assert.equal(reading.notes.length, 3)
})

test('a list cut short or badly written gives what it holds', () => {
  const whole = wrap(Array.from({ length: 20 }, (_, i) => feed(`F & ${i}`, `https://f${i}.example/?a=1&b=2`)).join(''))
  assert.equal(read(whole).outlets.length, 20)
  const cut = read(whole.slice(0, whole.length / 2))
  assert.ok(cut.outlets.length > 5 && cut.outlets.length < 20)
  assert.match(cut.notes.join(), /cut short/)
})

test('what is no OPML is told; entities and endless folders do no harm', () => {
  assert.equal(parseOpml('<rss></rss>').kind, 'not-opml')
  assert.equal(parseOpml('').kind, 'not-opml')
  read(wrap('<outline text="x">'.repeat(200_000)))
  const bomb = read(`<!DOCTYPE opml [<!ENTITY a "aaaa">]>${wrap(feed('&a;', 'https://a.example/'))}`)
  assert.equal(bomb.outlets[0]?.name, '&a;')
})
