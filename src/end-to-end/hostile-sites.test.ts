// Every hostile host at once in one desk, beside a good outlet: each has a clear state and reason, and nothing of the
// good one is missing.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FeedHealth } from '../domain/feed.ts'
import { askRecords, listStates, type Row } from './ask-records.ts'
import { findContradictions } from './find-contradictions.ts'
import { entityFeed, flood, honestPage, hostileFeeds, hostilePages } from './hostile-sites.ts'
import { charsets, oddPages, sentence } from './odd-sites.ts'
import { dragoman, makeFolder, startDragoman, type Settings } from './run-dragoman.ts'
import { article, rss, send, serveHosts, type Hosts, type Site } from './serve-hosts.ts'
import { watchFeeds } from './watch-feeds.ts'

const GOOD_PAGES = 30
const goodPages = Array.from({ length: GOOD_PAGES }, (_, n) => ({
  title: `Harbour news ${n}`,
  link: `http://good.test/${n}`,
}))
const good: Site = {
  '/rss': rss(goodPages),
  ...Object.fromEntries(
    goodPages.map(({ title, link }) => [new URL(link).pathname, send(article(title, 'A ship came in.'))]),
  ),
}

const noTls = { site: { '*': send(article('Plain', 'Nothing.')) }, url: 'https://no-tls.test/1' }
const ownCertificate = { '*': send(article('Secret', 'Nothing.')) }
const pem = (name: string): string => readFileSync(new URL(`../lib/fixtures/tls/${name}.pem`, import.meta.url), 'utf8')

const linksTo = (...urls: string[]) => urls.map((link) => ({ title: 'Read this', link: link.replaceAll('&', '&amp;') }))
const oddUrls = [
  ...Object.keys(oddPages).map((path) => `http://odd.test${path}`),
  ...Object.keys(charsets).map((path) => `http://letters.test${path}`),
]
const failing = [
  ...hostilePages,
  { url: noTls.url, failure: 'tls', reason: /\.$/ },
  { url: 'https://own-certificate.test/1', failure: 'tls', reason: /signed by itself/ },
  { url: 'http://no-such-name.test/1', failure: 'dns', reason: /No address was found/ },
]
const siteOf = ({ url, site }: { url: string; site: Site }): [string, Site] => [new URL(url).hostname, site]

let home: string
let settings: Settings
let hosts: Hosts
const closing: (() => unknown)[] = []
const later = { after: (deed: () => unknown) => void closing.unshift(deed) }

before(async () => {
  hosts = await serveHosts(later, {
    'good.test': good,
    'odd.test': oddPages,
    'letters.test': charsets,
    'lists.test': { '/rss': rss(linksTo(...failing.map(({ url }) => url), ...oddUrls)) },
    'entities.test': { '/rss': entityFeed, '/true': send(article('A true story', 'A boat was built.')) },
    // Its pages may be asked for once an hour, so that the test need not visit all of them.
    'flood.test': { '/rss': flood, '/robots.txt': send('User-agent: *\nCrawl-delay: 3600') },
    ...Object.fromEntries([...hostilePages, ...hostileFeeds, noTls].map(siteOf)),
  })
  const secure = await serveHosts(
    later,
    { 'own-certificate.test': ownCertificate },
    { key: pem('paper.key'), cert: pem('paper.cert') },
  )
  home = join(await makeFolder(later), 'home')
  settings = {
    DRAGOMAN_HOME: home,
    DRAGOMAN_PACE_SECONDS: '0',
    DRAGOMAN_FETCH_SECONDS: '3',
    DRAGOMAN_FETCHERS: '64',
    DRAGOMAN_MAX_PAGE_MEGABYTES: '10',
    DRAGOMAN_PAGE_BUDGET_SECONDS: '4',
    DRAGOMAN_ALLOW_HOSTS: JSON.stringify([...hosts.allow, ...secure.allow]),
  }
  await watchFeeds(settings, [
    ...['good', 'lists', 'entities', 'flood'].map((name) => `http://${name}.test/rss`),
    ...hostileFeeds.map(({ url }) => url),
  ])
  // In a process of its own: the hosts must be able to answer while the desk is at work.
  const { ended, written } = startDragoman(settings, ['collect'])
  assert.equal((await ended).code, 0, `nothing of it is a mistake of ours:\n${written()}`)
})
after(async () => {
  for (const close of closing) await close()
})

const refusals = new Set(['refused-address', 'refused-by-robots'])

function readingOf(url: string): Row {
  const [row] = askRecords(home, 'select r.* from readings r join items i on i.reading_id = r.id where i.url = ?', url)
  assert.ok(row, `${url} has no reading`)
  return row
}

test('of the good outlet nothing is missing', () => {
  const states = listStates(home)
  for (const { link } of goodPages) assert.equal(states.get(link)?.state, 'read', link)
  for (const { title, link } of goodPages) assert.equal(readingOf(link)['title'], title)
})

for (const { url, failure, reason } of failing) {
  test(`${url} is ${refusals.has(failure) ? 'refused' : 'failed'}: ${failure}`, () => {
    const found = listStates(home).get(url)
    assert.equal(found?.failure, failure, found?.reason ?? 'no reason')
    assert.equal(found?.state, refusals.has(failure) ? 'refused' : 'failed')
    assert.match(found?.reason ?? '', reason)
    assert.match(found?.reason ?? '', /^[^\n]{10,300}\.$/, 'the reason is a sentence')
  })
}

for (const { url, failure, reason } of hostileFeeds) {
  test(`${url} is failing: ${failure}`, () => {
    const [row] = askRecords(home, 'select health from feeds where url = ?', url)
    const health = JSON.parse(String(row?.['health'])) as FeedHealth
    assert.equal(health.kind === 'failing' && health.failure, failure, JSON.stringify(health))
    assert.match(health.kind === 'failing' ? health.reason : '', reason)
  })
}

test('entities of a feed are not expanded, and its honest page is kept', () => {
  const [item] = askRecords(home, 'select promised_title, state from items where url = ?', honestPage.link)
  assert.equal(item?.['state'], 'read')
  assert.match(String(item?.['promised_title']), /^A true story/)
  assert.doesNotMatch(String(item?.['promised_title']), /lol|root:/)
})

test('of a flood of entries the newest five thousand are noticed, repeated identifiers or not, and wait their turn', () => {
  const [row] = askRecords(home, "select count(*) as n from items where url like 'http://flood.test/%'")
  assert.equal(row?.['n'], 5_000)
  assert.ok(hosts.asked.filter((request) => request.startsWith('flood.test/')).length <= 3)
})

test('a page of a million nested elements is read or given up within its time, and says which', () => {
  const { state, details } = readingOf('http://odd.test/nested')
  const { reason } = JSON.parse(String(details)) as { reason: string | null }
  assert.ok(state === 'whole' || reason, `${state}`)
})

test('markup and NUL do not come through in titles; direction marks are kept as they are printed', () => {
  const title = String(readingOf('http://odd.test/title')['title'])
  assert.doesNotMatch(title, /\0/)
  assert.match(title, /\u202E/)
  assert.doesNotMatch(String(readingOf('http://odd.test/nul')['text']), /\0/)
})

test('what is no page is kept and said to be unreadable or no article', () => {
  for (const path of ['/empty', '/binary']) {
    const { state } = readingOf(`http://odd.test${path}`)
    assert.match(String(state), /unreadable|not-an-article/, path)
  }
})

test('letters come out right, whatever charset was claimed', () => {
  const { ru, ar } = { ru: sentence.ru.trim(), ar: sentence.ar.trim() }
  for (const path of Object.keys(charsets)) {
    const text = String(readingOf(`http://letters.test${path}`)['text'])
    assert.ok(text.includes(path.includes('1256') ? ar : ru), `${path}: ${text.slice(0, 80)}`)
  }
})

test('nobody inside the machine was asked, and what is kept is whole', async () => {
  assert.ok(!hosts.asked.some((request) => /^(127\.|\[|169\.|2130|0x|10\.)/.test(request)))
  const contradictions = await findContradictions(home)
  assert.deepEqual(
    contradictions.filter((one) => !one.includes('http://flood.test/')),
    [],
  )
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
})
