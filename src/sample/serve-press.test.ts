// What the sample press promises on the wire: real bytes over loopback, with every odd habit of its outlets.

import assert from 'node:assert/strict'
import { get } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parseDocument } from 'htmlparser2'
import { JUNK_ENTRIES } from './feeds/write-hostile-feed.ts'
import { sampleOutlets } from './outlets.ts'
import { printDate } from './print-date.ts'
import { afterRevision } from './sample-outlet.ts'
import type { SampleFeed, SampleItem, SampleOutlet } from './sample-outlet.ts'
import { servePress } from './serve-press.ts'
import type { Press } from './serve-press.ts'

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

const opened: Press[] = []
after(() => Promise.all(opened.map((press) => press.close())))

async function openPress(): Promise<Press> {
  const press = await servePress({ port: 0 })
  opened.push(press)
  return press
}

function ask(press: Press, host: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get({ host: press.address, port: press.port, path, headers: { ...headers, host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    request.on('error', reject)
  })
}

const items = sampleOutlets.flatMap((outlet) => outlet.items.map((item) => ({ outlet, item })))
const feeds = sampleOutlets.flatMap((outlet) => outlet.feeds.map((feed) => ({ outlet, feed })))

function findItem(wanted: (item: SampleItem) => boolean): { outlet: SampleOutlet; item: SampleItem } {
  const found = items.find(({ item }) => wanted(item))
  assert.ok(found)
  return found
}

function findFeed(wanted: (feed: SampleFeed) => boolean): { outlet: SampleOutlet; feed: SampleFeed } {
  const found = feeds.find(({ feed }) => wanted(feed))
  assert.ok(found)
  return found
}

function readBody({ headers, body }: Answer, charset = 'utf-8'): string {
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  return new TextDecoder(charset, { fatal: true }).decode(bytes)
}

/** All text of a page outside scripts, spaces made even. */
function visibleText(html: string): string {
  const gather = (nodes: ReturnType<typeof parseDocument>['children']): string =>
    nodes.map((node) => (node.type === 'text' ? node.data : node.type === 'tag' ? gather(node.children) : '')).join(' ')
  return gather(parseDocument(html).children).replaceAll(/\s+/g, ' ')
}

/** XML 1.0 as far as feeds need it: one root, balanced elements, quoted attributes, no stray ampersand or control. */
function assertWellFormed(xml: string, name: string): void {
  const text = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  assert.notEqual(text, xml, `${name}: no declaration`)
  assert.ok(![...text].some((letter) => letter < ' ' && !'\t\r\n'.includes(letter)), `${name}: control character`)
  assert.doesNotMatch(text, /&(?!(amp|lt|gt|quot|apos|#\d+);)/, name)
  const open: string[] = []
  for (const [, tag = ''] of text.matchAll(/<([^>]*)>/g)) {
    assert.match(tag, /^(\/[\w:]+|[\w:]+(\s+[\w:]+="[^"<]*")*\/?)$/, `${name}: <${tag}>`)
    if (tag.startsWith('/')) assert.equal(tag.slice(1), open.pop(), name)
    else if (!tag.endsWith('/')) open.push(tag.split(/\s/)[0] ?? '')
  }
  assert.deepEqual(open, [], name)
}

test('every page carries its title, all its paragraphs and its date, whatever its template and charset', async () => {
  const press = await openPress()
  for (const { outlet, item } of items) {
    if (item.appearsLater) continue
    const answer = await ask(press, outlet.host, item.path)
    const name = outlet.host + item.path
    assert.equal(answer.status, 200, name)
    const text = visibleText(readBody(answer, item.charset?.bytes))
    for (const part of [
      item.title,
      ...item.paragraphs,
      printDate(item.dateStyle ?? outlet.dateStyle, item.published),
    ]) {
      assert.ok(text.includes(part), `${name}: ${part}`)
    }
  }
})

test('around every article stand menus, other news and a footer, more links than the article has paragraphs', async () => {
  const press = await openPress()
  for (const outlet of sampleOutlets) {
    const item = outlet.items[0]
    assert.ok(item)
    const html = readBody(await ask(press, outlet.host, item.path), item.charset?.bytes)
    assert.ok((html.match(/<a /g)?.length ?? 0) > item.paragraphs.length + 10, outlet.host)
  }
})

test('linked data stands on some pages, only meta elements on others, and nothing on others', async () => {
  const press = await openPress()
  const kinds = new Set<string>()
  for (const outlet of sampleOutlets) {
    const item = outlet.items.find(({ charset }) => !charset)
    const html = readBody(await ask(press, outlet.host, item?.path ?? '/'))
    kinds.add(html.includes('ld+json') ? 'linked data' : /<meta (property|name)=/.test(html) ? 'meta' : 'nothing')
  }
  assert.deepEqual([...kinds].toSorted(), ['linked data', 'meta', 'nothing'])
})

test('four pages are in old charsets, and say so in the header or in a meta element', async () => {
  const press = await openPress()
  const old = items.filter(({ item }) => item.charset)
  assert.deepEqual(old.map(({ item }) => item.charset?.bytes).toSorted(), [
    'gb18030',
    'koi8-r',
    'windows-1251',
    'windows-1256',
  ])
  for (const { outlet, item } of old) {
    const answer = await ask(press, outlet.host, item.path)
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(answer.body), item.path)
    assert.ok(readBody(answer, item.charset?.bytes).includes(item.title))
    const said = item.charset?.said === 'header' ? answer.headers['content-type'] : answer.body.toString('latin1')
    assert.ok(said?.includes(`charset=${item.charset?.said === 'meta' ? '"' : ''}${item.charset?.bytes}`), item.path)
  }
})

test('compressed pages are gzip on the wire', async () => {
  const press = await openPress()
  const { outlet, item } = findItem(({ gzip }) => gzip === true)
  const answer = await ask(press, outlet.host, item.path)
  assert.equal(answer.headers['content-encoding'], 'gzip')
  assert.deepEqual([...answer.body.subarray(0, 2)], [0x1f, 0x8b])
})

test('every feed that is meant well is well-formed and names every item of its language once', async () => {
  const press = await openPress()
  for (const { outlet, feed } of feeds) {
    if (feed.format === 'listing' || ['dead', 'gone', 'hostile'].includes(feed.behaviour)) continue
    const answer = await ask(press, outlet.host, feed.path)
    assert.equal(answer.status, 200)
    const text = readBody(answer)
    if (feed.format === 'json-feed') assert.equal(JSON.parse(text).version, 'https://jsonfeed.org/version/1.1')
    else assertWellFormed(text, feed.path)
    const promised = outlet.items.filter(
      (item) =>
        !item.appearsLater &&
        (item.language ?? outlet.languages[0]) === (feed.language ?? item.language ?? outlet.languages[0]),
    )
    for (const item of promised) {
      const address = `http://${outlet.host}${item.redirectFrom?.[0] ?? item.path}`.replaceAll('&', '&amp;')
      assert.ok(text.includes(address), `${feed.path}: ${address}`)
    }
  }
})

test('the press has RSS 2.0, Atom, RSS 1.0, JSON Feed, a sitemap, a news sitemap, and an outlet with a list alone', () => {
  const formats = new Set(feeds.map(({ feed }) => feed.format))
  assert.deepEqual([...formats].toSorted(), ['atom', 'json-feed', 'listing', 'news-sitemap', 'rdf', 'rss', 'sitemap'])
  assert.ok(sampleOutlets.some((outlet) => outlet.feeds.every(({ kind }) => kind === 'listing')))
})

test('a list page holds the links its selector finds, and leads to older pages until all were shown', async () => {
  const press = await openPress()
  const { outlet, feed } = findFeed(({ format, behaviour }) => format === 'listing' && behaviour === 'well')
  assert.equal(feed.selector, '.latest-list h3 > a')
  let path: string | undefined = feed.path
  const found: string[] = []
  while (path) {
    const html = readBody(await ask(press, outlet.host, path))
    const list = html.slice(html.indexOf('class="latest-list"'), html.indexOf('</main>'))
    found.push(...[...list.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href = '']) => href))
    path = /class="older" rel="next" href="([^"]+)"/.exec(html)?.[1]
  }
  assert.deepEqual(found.toSorted(), outlet.items.map((item) => item.path).toSorted())
})

test('a dead feed answers 500, a gone one 410, and a robots.txt that is not there 404', async () => {
  const press = await openPress()
  for (const [behaviour, status] of [
    ['dead', 500],
    ['gone', 410],
  ] as const) {
    const { outlet, feed } = findFeed((candidate) => candidate.behaviour === behaviour)
    assert.equal((await ask(press, outlet.host, feed.path)).status, status)
  }
  const silent = sampleOutlets.find(({ robots }) => robots === null)
  assert.equal((await ask(press, silent?.host ?? '', '/robots.txt')).status, 404)
})

test('the hostile feed holds its attacks, ten thousand junk entries, and the honest items all the same', async () => {
  const press = await openPress()
  const { outlet, feed } = findFeed(({ behaviour }) => behaviour === 'hostile')
  const text = readBody(await ask(press, outlet.host, feed.path))
  for (const attack of [
    '<!ENTITY j ',
    'file:///etc/passwd',
    '<script>',
    '\u202e',
    '\u0000',
    'javascript:',
    'Jan 2999',
  ]) {
    assert.ok(text.includes(attack), JSON.stringify(attack))
  }
  assert.equal(text.match(/<title>Junk /g)?.length, JUNK_ENTRIES)
  assert.ok(JUNK_ENTRIES <= 10_000)
  for (const item of outlet.items) assert.ok(text.includes(`<link>http://${outlet.host}${item.path}</link>`), item.path)
})

test('a well-kept feed answers 304 while unchanged; one that reuses its ETag does so after its content changed', async () => {
  const press = await openPress()
  const careful = findFeed(({ format, behaviour }) => format === 'atom' && behaviour === 'well')
  const first = await ask(press, careful.outlet.host, careful.feed.path)
  const again = await ask(press, careful.outlet.host, careful.feed.path, { 'if-none-match': first.headers.etag ?? '' })
  assert.equal(again.status, 304)

  const careless = findFeed(({ behaviour }) => behaviour === 'reuses-etag')
  const before = await ask(press, careless.outlet.host, careless.feed.path)
  press.advance()
  const changed = await ask(press, careless.outlet.host, careless.feed.path)
  assert.notDeepEqual(changed.body, before.body)
  assert.equal(changed.headers.etag, before.headers.etag)
  const missed = await ask(press, careless.outlet.host, careless.feed.path, {
    'if-none-match': before.headers.etag ?? '',
  })
  assert.equal(missed.status, 304)
})

test('an item that appears later is unknown before and served after', async () => {
  const press = await openPress()
  const { outlet, item } = findItem(({ appearsLater }) => appearsLater === true)
  assert.equal((await ask(press, outlet.host, item.path)).status, 404)
  press.advance()
  assert.equal((await ask(press, outlet.host, item.path)).status, 200)
})

test('an edited page shows its first figure at the first visit and its second from then on', async () => {
  const press = await openPress()
  for (const { outlet, item } of items) {
    if (!item.revision) continue
    const [first = '', second = ''] = [item.paragraphs[0], afterRevision(item).paragraphs[0]]
    assert.ok(readBody(await ask(press, outlet.host, item.path)).includes(first), item.path)
    for (let visit = 2; visit <= 3; visit += 1) {
      const html = readBody(await ask(press, outlet.host, item.path))
      assert.ok(html.includes(second) && !html.includes(first), item.path)
      assert.equal(html.includes(item.revision.updated ?? 'dateModified'), item.revision.updated !== null, item.path)
    }
  }
})

test('once time has gone on, even the first visit to an edited page shows the second version', async () => {
  const press = await openPress()
  press.advance()
  const { outlet, item } = findItem(({ revision }) => revision !== undefined)
  assert.ok(readBody(await ask(press, outlet.host, item.path)).includes(afterRevision(item).paragraphs[0] ?? '-'))
})

test('a promised address leads over several redirects to its page', async () => {
  const press = await openPress()
  const { outlet, item } = findItem(({ redirectFrom }) => redirectFrom !== undefined)
  const walked: string[] = [item.redirectFrom?.[0] ?? '']
  let answer = await ask(press, outlet.host, walked[0] ?? '')
  while (answer.headers.location) {
    walked.push(new URL(answer.headers.location).pathname)
    answer = await ask(press, outlet.host, walked.at(-1) ?? '')
  }
  assert.deepEqual(walked, [...(item.redirectFrom ?? []), item.path])
  assert.ok(walked.length >= 3)
  assert.equal(answer.status, 200)
})

test('campaign parameters do not change which page is served', async () => {
  const press = await openPress()
  const { outlet, item } = findItem(({ path }) => path.includes('?'))
  assert.equal((await ask(press, outlet.host, `${item.path}&utm_source=mail`)).status, 200)
})

test('a name that no outlet has is misdirected', async () => {
  const press = await openPress()
  assert.equal((await ask(press, 'somewhere-else.example', '/')).status, 421)
  assert.equal((await ask(press, '127.0.0.1', '/')).status, 421)
})

test('nothing served gives an address outside the reserved names but the names of vocabularies', async () => {
  const press = await openPress()
  press.advance()
  const vocabularies = ['schema.org', 'www.w3.org', 'purl.org', 'www.sitemaps.org', 'www.google.com', 'jsonfeed.org']
  const loopback = ['127.0.0.1', '['] // in the hostile feed alone
  for (const outlet of sampleOutlets) {
    const paths = ['/', '/about', ...outlet.feeds.map(({ path }) => path), ...outlet.items.map(({ path }) => path)]
    for (const path of paths) {
      const answer = await ask(press, outlet.host, path)
      const text = (answer.headers['content-encoding'] ? gunzipSync(answer.body) : answer.body).toString('latin1')
      const isHostile = outlet.feeds.some((feed) => feed.path === path && feed.behaviour === 'hostile')
      const hosts = new Set([...text.matchAll(/(?<!\/)\/\/([a-z0-9.-]+|\[)/gi)].map(([, host = '']) => host))
      for (const host of hosts) {
        const isFine =
          /\.(example|test)$/.test(host) || vocabularies.includes(host) || (isHostile && loopback.includes(host))
        assert.ok(isFine, `${outlet.host}${path}: ${host}`)
      }
    }
  }
})

test('the press remembers who was asked for what and when, and closes', async () => {
  let clock = 1000
  const press = await servePress({ port: 0, now: () => (clock += 1) })
  assert.deepEqual(
    press.hosts,
    sampleOutlets.map(({ host }) => host),
  )
  await ask(press, 'al-manara.example', '/robots.txt')
  await ask(press, 'AL-MANARA.example:80', '/rss.xml')
  assert.deepEqual(press.requests, [
    { host: 'al-manara.example', path: '/robots.txt', at: 1001 },
    { host: 'al-manara.example', path: '/rss.xml', at: 1002 },
  ])
  await press.close()
  await assert.rejects(ask(press, 'al-manara.example', '/'))
})
