import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ParsedFeed } from './source.ts'
import { syndication } from './syndication.ts'

const now = Date.UTC(2026, 10, 21)
const url = 'https://feeds.paper.example/rss'

function parse(body: string): ParsedFeed {
  return syndication.parse({ body, url, contentType: null, now })
}

function read(body: string): Extract<ParsedFeed, { kind: 'parsed' }> {
  const parsed = parse(body)
  if (parsed.kind !== 'parsed') assert.fail(parsed.reason)
  return parsed
}

const rss = (items: string, head = '<link>https://paper.example/</link>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title>${head}${items}</channel></rss>`

test('RSS 2.0 gives its fields', () => {
  const feed = read(`<?xml version="1.0"?>
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>The &amp;amp; Paper</title><link>https://paper.example/</link><language>en_gb</language><ttl>30</ttl>
      <item>
        <title><![CDATA[Talks <b>open</b>]]></title><link> https://paper.example/1 </link>
        <guid isPermaLink="false">id-1</guid><dc:creator>A. Writer</dc:creator>
        <pubDate>Fri, 20 Nov 2026 10:00:00 +0200</pubDate><description>&lt;p&gt;Two sides.&lt;/p&gt;</description>
      </item></channel></rss>`)
  assert.deepEqual(feed, {
    kind: 'parsed',
    title: 'The & Paper',
    language: 'en-GB',
    ttlMinutes: 30,
    more: [],
    notes: [],
    entries: [
      {
        url: 'https://paper.example/1',
        guid: 'id-1',
        title: 'Talks open',
        summary: 'Two sides.',
        author: 'A. Writer',
        publishedAt: Date.UTC(2026, 10, 20, 8),
        language: 'en-GB',
      },
    ],
  })
})

test('Atom gives its fields, and its links by relation', () => {
  const [entry] =
    read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="html">Le &lt;i&gt;Journal&lt;/i&gt;</title>
    <link rel="self" href="https://journal.example/atom"/>
    <entry><id>tag:journal.example,2026:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <b>accord</b></div></title>
      <link rel="edit" href="https://journal.example/edit/1"/><link rel="enclosure" href="https://journal.example/1.mp3"/>
      <link href="https://journal.example/1"/><author><name>Une Plume</name><email>p@journal.example</email></author>
      <published>2026-11-20T10:00:00Z</published><updated>2026-11-21T10:00:00Z</updated><summary>Bref.</summary></entry></feed>`).entries
  assert.deepEqual(entry, {
    url: 'https://journal.example/1',
    guid: 'tag:journal.example,2026:1',
    title: 'Un accord',
    summary: 'Bref.',
    author: 'Une Plume',
    publishedAt: Date.UTC(2026, 10, 20, 10),
    language: 'fr',
  })
})

test('RDF, Atom 0.3 and JSON Feed are read alike', () => {
  const rdf =
    read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://paper.example/"><title>Paper</title></channel>
    <item rdf:about="https://paper.example/1"><title>One</title><link>https://paper.example/1</link><d:date>2026-11-20</d:date></item></rdf:RDF>`)
  const atom03 = read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">UGFwZXI=</title>
    <entry><title>One</title><link rel="alternate" href="https://paper.example/1"/><issued>2026-11-20</issued></entry></feed>`)
  const json = read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Paper',
      items: [{ id: 7, url: 'https://paper.example/1', title: 'One', date_published: '2026-11-20T00:00:00Z' }],
    }),
  )
  for (const feed of [rdf, atom03, json]) {
    assert.equal(feed.title, 'Paper')
    assert.equal(feed.entries[0]?.url, 'https://paper.example/1')
    assert.equal(feed.entries[0]?.title, 'One')
    assert.equal(feed.entries[0]?.publishedAt, Date.UTC(2026, 10, 20))
  }
})

test('a feed cut anywhere gives only what the whole one gives, never half an address', () => {
  const items = Array.from(
    { length: 8 },
    (_, i) => `<item><title>Title number ${i}</title><link>https://paper.example/story/${i}23</link></item>`,
  )
  const xml = rss(items.join('\n'))
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1',
    items: items.map((_, i) => ({ id: `${i}`, url: `https://paper.example/story/${i}23`, title: `Title number ${i}` })),
  })
  for (const whole of [xml, json]) {
    const all = new Map(read(whole).entries.map((entry) => [entry.url, entry.title]))
    let most = 0
    for (let length = 0; length < whole.length; length++) {
      const cut = parse(whole.slice(0, length))
      for (const entry of cut.kind === 'parsed' ? cut.entries : []) {
        assert.ok(all.has(entry.url), entry.url)
        assert.ok(entry.title === null || entry.title === all.get(entry.url))
      }
      most = Math.max(most, cut.kind === 'parsed' ? cut.entries.length : 0)
    }
    assert.ok(most >= 7)
  }
})

test('half a JSON feed gives the items that are whole', () => {
  const items = Array.from({ length: 10 }, (_, i) => ({
    id: `${i}`,
    url: `https://paper.example/${i}`,
    title: `He said "}]" ${i}`,
  }))
  const whole = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items })
  const half = read(whole.slice(0, whole.length / 2))
  assert.ok(half.entries.length >= 4 && half.entries.length <= 5)
  assert.equal(half.entries[3]?.title, 'He said "}]" 3')
})

test('a cut feed says so', () => {
  assert.match(read(rss('<item><link>https://paper.example/1</link></item>').slice(0, -20)).notes.join(), /cut short/)
})

test('items, links and fields that were never closed are told apart', () => {
  const urls = read(
    rss(
      '<item><title>One<link>https://paper.example/1<pubDate>2026-11-20<item><title>Two</title><link>https://paper.example/2</item>',
    ),
  ).entries
  assert.deepEqual(urls.map((entry) => entry.url).toSorted(), ['https://paper.example/1', 'https://paper.example/2'])
})

test('bare ampersands, wrong end tags, capital letters and words before the XML are forgiven', () => {
  const [entry] = read(
    `Warning: a script failed <br />\n${rss('<ITEM><Title>Fish & chips</Titel></Title><LINK>https://paper.example/1?a=1&b=2</LINK></ITEM>')}`,
  ).entries
  assert.equal(entry?.title, 'Fish & chips')
  assert.equal(entry?.url, 'https://paper.example/1?a=1&b=2')
})

test('entities that a document declares are not expanded, and no file is read', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
    ${rss('<item><title>&b;&c; end</title><link>https://paper.example/1</link></item>').slice(21)}`
  const [entry] = read(bomb).entries
  assert.equal(entry?.title, '&b;&c; end')
})

test('of 50,000 entries the newest 5,000 are kept, and the rest is told', () => {
  const items = Array.from(
    { length: 50_000 },
    (_, i) =>
      `<item><title>T${i}</title><link>https://paper.example/${i}</link><pubDate>${new Date(1.6e12 + i * 60_000).toUTCString()}</pubDate></item>`,
  )
  const feed = read(rss(items.join('')))
  assert.equal(feed.entries.length, 5_000)
  assert.equal(feed.entries[0]?.title, 'T49999')
  assert.equal(feed.entries.at(-1)?.title, 'T45000')
  assert.match(feed.notes.join(), /45000 entries more/)
})

test('an identifier that several pages share is not used; a page promised twice is one entry', () => {
  const feed = read(
    rss(
      '<item><guid>same</guid><link>https://paper.example/1</link></item><item><guid>same</guid><link>https://paper.example/2</link></item>' +
        '<item><guid>x</guid><link>https://paper.example/2#comments</link></item>',
    ),
  )
  assert.deepEqual(
    feed.entries.map(({ url: page, guid }) => [page, guid]),
    [
      ['https://paper.example/1', null],
      ['https://paper.example/2', null],
    ],
  )
  assert.equal(feed.notes.length, 2)
})

test('relative addresses hang on xml:base, else on the site, else on the feed', () => {
  const item = '<item><link>/news/1</link></item>'
  assert.equal(read(rss(item)).entries[0]?.url, 'https://paper.example/news/1')
  assert.equal(read(rss(item, '')).entries[0]?.url, 'https://feeds.paper.example/news/1')
  assert.equal(
    read(rss('<item xml:base="https://other.example/a/"><link>b</link></item>')).entries[0]?.url,
    'https://other.example/a/b',
  )
})

test('only addresses of web pages are taken; an identifier may be one when nothing else is', () => {
  const feed = read(
    rss(
      '<item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title><link>file:///etc/passwd</link></item>' +
        '<item><title>c</title><guid>https://paper.example/c</guid></item><item><title>d</title><guid isPermaLink="false">https://paper.example/d</guid></item>' +
        '<item><title>e</title><link>https://user:secret@paper.example/e</link></item>',
    ),
  )
  assert.deepEqual(
    feed.entries.map((entry) => entry.url),
    ['https://paper.example/c', 'https://paper.example/e'],
  )
  assert.match(feed.notes.join(), /3 entries without the address/)
})

test('a date from the future is not believed', () => {
  const feed = read(
    rss('<item><link>https://paper.example/1</link><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item>'),
  )
  assert.equal(feed.entries[0]?.publishedAt, null)
  assert.match(feed.notes.join(), /1 entry dated more than a day ahead/)
})

test('titles lose markup and NUL and keep their direction marks', () => {
  const [entry] = read(
    rss(
      '<item><title>\u202bخبر\u0000 <script>x</script><b>عاجل</b>\u202c</title><link>https://paper.example/1</link></item>',
    ),
  ).entries
  assert.equal(entry?.title?.includes('\u0000'), false)
  assert.equal(entry?.title?.includes('<'), false)
  assert.ok(entry?.title?.startsWith('\u202bخبر'))
})

test('what is no feed is called what it is', () => {
  const reasonOf = (body: string): string => {
    const parsed = parse(body)
    return parsed.kind === 'not-a-feed' ? parsed.reason : 'parsed'
  }
  assert.match(reasonOf(''), /empty/)
  assert.match(reasonOf('<!DOCTYPE html><html><body><p>Hello</p></body></html>'), /web page/)
  assert.match(reasonOf('<note><to>You</to></note>'), /<note>/)
  assert.match(reasonOf('{"a": 1}'), /no list of items/)
  assert.match(reasonOf('{"a": '), /cannot be read/)
  assert.match(reasonOf('plain words'), /neither XML nor JSON/)
})

test('a feed without entries is a feed', () => {
  assert.deepEqual(read(rss('')).entries, [])
})

test('nesting without end, a million closing tags and a million attributes neither hang nor throw', () => {
  const hostile = [
    rss('<item>'.repeat(100_000)),
    rss('<a>'.repeat(300_000) + '</b>'.repeat(300_000)),
    rss(`<item><description>${'<br>'.repeat(5_000)}</description><link>https://paper.example/1</link></item>`),
    rss(`<item ${'a="1" '.repeat(100_000)}><link>https://paper.example/1</link></item>`),
    `{"items":${'['.repeat(200_000)}`,
    '<'.repeat(500_000),
    '<rss><![CDATA['.repeat(100_000),
  ]
  for (const body of hostile) parse(body)
  assert.equal(read(hostile[2] ?? '').entries.length, 1)
})

test('a feed behind a hundred thousand elements of something else is still found', () => {
  assert.equal(
    read(rss(`<junk>${'<x/>'.repeat(100_000)}</junk><item><link>https://paper.example/1</link></item>`)).entries.length,
    1,
  )
})
