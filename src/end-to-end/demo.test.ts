// The whole way on the sample press: what it promises is what the desk holds afterwards, and nothing else.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cutSampleExcerpts } from '../cli/cut-sample-excerpts.ts'
import type { WorkSummary } from '../cli/work-through.ts'
import { readConfig } from '../config.ts'
import { printParts, type Excerpt } from '../domain/excerpt.ts'
import type { FeedHealth } from '../domain/feed.ts'
import { sampleExcerpts } from '../sample/sample-excerpts.ts'
import { promisedUrl, type SampleItem, type SampleOutlet } from '../sample/sample-outlet.ts'
import { askRecords, listStates, type Row } from './ask-records.ts'
import { digestIndex, findContradictions } from './find-contradictions.ts'
import { hastyOutlets, openPressHome, type PressHome } from './open-press-home.ts'
import { dragoman, dragomanJson } from './run-dragoman.ts'

type Promised = { readonly outlet: SampleOutlet; readonly item: SampleItem; readonly url: string }

/** Of a list of links its older pages too: the first look follows it back. */
const promised: readonly Promised[] = hastyOutlets.flatMap((outlet) =>
  outlet.items.map((item) => ({ outlet, item, url: promisedUrl(outlet, item) })),
)
const early = promised.filter(({ item }) => !item.appearsLater)
const readable = early.filter(({ item }) => !item.forbidden)

function findPromised(wanted: (item: SampleItem) => unknown): Promised {
  const found = promised.find(({ item }) => wanted(item))
  assert.ok(found)
  return found
}

/** The reading of the latest capture of a page. */
function readingOf(home: string, url: string): Row {
  const [row] = askRecords(home, 'select r.* from readings r join items i on i.reading_id = r.id where i.url = ?', url)
  assert.ok(row, `${url} has no reading`)
  return row
}

const evenSpaces = (text: unknown): string => String(text).replaceAll(/\s+/g, ' ')

let desk: PressHome
let summary: WorkSummary
const closing: (() => unknown)[] = []
/** One desk for the tests that only look. */
before(async () => {
  desk = await openPressHome({ after: (deed: () => unknown) => void closing.unshift(deed) })
  summary = await dragomanJson<WorkSummary>(desk.settings, 'collect')
})

after(async () => {
  for (const close of closing) await close()
})

test('every page that may be read is captured, read and searchable, exactly once', async () => {
  const states = listStates(desk.home)
  for (const { url } of readable) assert.deepEqual(states.get(url), { state: 'read', failure: null, reason: null }, url)
  assert.equal(summary.counts.captures, readable.length)
  assert.equal(summary.counts.indexed, readable.length)
  assert.deepEqual(summary.failed, [])
  assert.deepEqual(await findContradictions(desk.home), [])
})

test('every page keeps its own letters, whatever charset it came in and whether it said so', () => {
  for (const { item, url } of readable) {
    const text = evenSpaces(readingOf(desk.home, url)['text'])
    const first = item.paragraphs.find((_, at) => !item.headings?.includes(at)) ?? ''
    assert.ok(text.includes(evenSpaces(first)), `${url} (${item.charset?.bytes ?? 'utf-8'}): ${text.slice(0, 200)}`)
  }
})

test('what the demo has cut out of the press stands in its pages, and is cut once', async () => {
  const cut = () => cutSampleExcerpts(readConfig(desk.settings), new AbortController().signal, 0)
  assert.equal(await cut(), sampleExcerpts.length)
  assert.equal(await cut(), 0)
  const kept = await dragomanJson<Excerpt[]>(desk.settings, 'excerpts')
  assert.deepEqual(
    kept.map(({ parts }) => printParts(parts)).toSorted(),
    sampleExcerpts.map(({ original }) => original).toSorted(),
  )
})

test('a page that robots.txt forbids is refused by its rule and never asked for', () => {
  const { outlet, item, url } = findPromised(({ forbidden }) => forbidden)
  const found = listStates(desk.home).get(url)
  assert.equal(found?.state, 'refused')
  assert.equal(found?.failure, 'refused-by-robots')
  assert.match(found?.reason ?? '', /Disallow: \/assinantes\//)
  assert.ok(!desk.press.requests.some(({ host, path }) => host === outlet.host && path === item.path))
})

test('a dead feed fails with its reason, a gone feed is gone, and no other feed is in trouble', () => {
  const feeds = askRecords(desk.home, "select url, state, health from feeds where kind <> 'single'")
  const health = new Map(feeds.map(({ url, health }) => [String(url), JSON.parse(String(health)) as FeedHealth]))
  for (const outlet of hastyOutlets) {
    for (const { path, behaviour } of outlet.feeds) {
      const found = health.get(`http://${outlet.host}${path}`)
      const expected =
        behaviour === 'dead' ? 'failing' : behaviour === 'gone' ? 'gone' : found?.kind === 'quiet' ? 'quiet' : 'well'
      assert.equal(found?.kind, expected, outlet.host + path)
      if (found?.kind === 'failing') assert.match(found.reason, /answered 500/)
      if (found?.kind === 'gone') assert.match(found.reason, /410/)
    }
  }
})

test('a hostile feed gives its honest pages and nothing else', () => {
  const known = new Set(early.map(({ url }) => url))
  const strangers = [...listStates(desk.home)].filter(([url]) => !known.has(url))
  assert.ok(strangers.length > 0)
  for (const [url, { state, reason }] of strangers) {
    assert.match(
      url,
      /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost\.test)[:/]/,
      'only its addresses inside the machine are noted',
    )
    assert.notEqual(state, 'read', url)
    assert.ok(reason, url)
  }
  for (const { promised_title: title } of askRecords(desk.home, 'select promised_title from items')) {
    assert.doesNotMatch(String(title), /<script|onerror|\0|root:|lollol/)
  }
})

test('a redirect chain is kept step by step, each with its status', () => {
  const { outlet, item, url } = findPromised(({ redirectFrom }) => redirectFrom)
  const [capture] = askRecords(desk.home, 'select redirects, final_url from captures where url = ?', url)
  const at = (path: string | undefined): string => `http://${outlet.host}${path}`
  assert.equal(capture?.['final_url'], at(item.path))
  assert.deepEqual(JSON.parse(String(capture?.['redirects'])), [
    { url, status: 301, location: at(item.redirectFrom?.[1]) },
    { url: at(item.redirectFrom?.[1]), status: 302, location: at(item.path) },
  ])
})

type Found = {
  readonly total: { count: number }
  readonly hits: readonly { language: string; title: string; passages: { text: string }[] }[]
}

test('an Arabic word finds itself with and without the article, and with a prefix grown to it', async () => {
  const bare = await dragomanJson<Found>(desk.settings, 'search', 'تحالف')
  const withArticle = await dragomanJson<Found>(desk.settings, 'search', 'التحالف')
  assert.ok(withArticle.total.count > 3)
  assert.equal(withArticle.total.count, bare.total.count)
  const written = withArticle.hits.map(({ title, passages }) => title + passages.map(({ text }) => text).join())
  assert.ok(
    written.some((text) => text.includes('لتحالف') || text.includes('وتحالف')),
    written.join('\n'),
  )
})

test('a Chinese word is found as a word, not as two letters that happen to stand together', async () => {
  const word = await dragomanJson<Found>(desk.settings, 'search', '联盟')
  assert.ok(word.total.count > 0)
  assert.ok(word.hits.every(({ language }) => language.startsWith('zh')))
  // 国家|联盟 are two words: the letters where they meet are none.
  assert.equal((await dragomanJson<Found>(desk.settings, 'search', '家联')).total.count, 0)
})

test('everything that is kept verifies, and the index is what a rebuild makes of it', async (t) => {
  const { home, settings } = await openPressHome(t)
  await dragomanJson(settings, 'collect')
  const index = digestIndex(home)
  const rebuilt = await dragomanJson<{ read: number; unreadable: number }>(settings, 'rebuild')
  assert.deepEqual({ read: rebuilt.read, unreadable: rebuilt.unreadable }, { read: readable.length, unreadable: 0 })
  assert.equal(digestIndex(home), index)
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
})

test('a second run adds nothing; when the press has moved on, late items come and an edited page has two versions', async (t) => {
  const { press, home, settings } = await openPressHome(t)
  const first = await dragomanJson<WorkSummary>(settings, 'collect')
  const second = await dragomanJson<WorkSummary>(settings, 'collect', 'all')
  assert.deepEqual(second.counts, first.counts)

  press.advance()
  const third = await dragomanJson<WorkSummary>(settings, 'collect', 'all')
  const late = promised.filter(({ item }) => item.appearsLater)
  assert.equal(third.counts.captures - first.counts.captures, late.length)
  const states = listStates(home)
  for (const { url } of late)
    assert.equal(states.get(url)?.state, 'read', `${url}, from an outlet that may reuse its ETags`)

  const edited = findPromised(({ revision }) => revision?.title)
  await dragomanJson<WorkSummary>(settings, 'collect', '--page', edited.url)
  const [item] = askRecords(home, 'select versions from items where url = ?', edited.url)
  assert.equal(item?.['versions'], 2)
  const digests = askRecords(home, 'select distinct digest from captures where url = ?', edited.url)
  assert.equal(digests.length, 2)
  assert.equal(readingOf(home, edited.url)['title'], edited.item.revision?.title)
  assert.deepEqual(await findContradictions(home), [])
})
