import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCrawlDelay, isAllowed, MOST_ROBOTS_BYTES, parseRobots } from './robots.ts'
import { robotsFromResponse } from './robots-from-response.ts'
import type { HttpResponse, HttpResult } from './http-message.ts'
import { gzipSync } from 'node:zlib'

const site = 'https://paper.example'
const allows = (text: string, path: string, token = 'Dragoman') =>
  isAllowed(parseRobots(text), token, site + path).allowed

/** What a robots.txt says, and of each path whether it may be fetched by Dragoman. */
const cases: readonly (readonly [promise: string, text: string, paths: Readonly<Record<string, boolean>>])[] = [
  ['no rule forbids nothing', '', { '/': true, '/news': true }],
  [
    'a rule covers what begins with its path',
    'User-agent: *\nDisallow: /in',
    { '/in': false, '/inside/a?b': false, '/out/in': true, '/IN': true },
  ],
  [
    'the group of our name stands in place of the one for all',
    'User-agent: *\nDisallow: /a\n\nUser-agent: dragoman\nDisallow: /b',
    { '/a': true, '/b': false },
  ],
  [
    'a group of our name without rules frees us',
    'User-agent: *\nDisallow: /\n\nUser-agent: Dragoman\nDisallow:',
    { '/a': true },
  ],
  [
    'groups of the same name count as one',
    'User-agent: dragoman\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: Dragoman\nDisallow: /b',
    { '/a': false, '/b': false, '/c': true },
  ],
  [
    'several names share the rules below them',
    'User-agent: x\nUser-agent: Dragoman/2.0 (why)\nDisallow: /a',
    { '/a': false, '/b': true },
  ],
  [
    'lines about other things do not part a group from its rules',
    'User-agent: Dragoman\nSitemap: /s.xml\nCrawl-delay: 2\nUser-agent: x\nDisallow: /a',
    { '/a': false },
  ],
  ['rules before any name concern nobody', 'Disallow: /\nUser-agent: Dragoman\nAllow: /a', { '/a': true, '/b': true }],
  [
    'the longest rule decides, in whatever order',
    'User-agent: *\nAllow: /a/open\nDisallow: /a\nAllow: /a/b',
    { '/a': false, '/a/open/1': true, '/a/b': true, '/a/c': false },
  ],
  ['between equal rules Allow decides', 'User-agent: *\nDisallow: /a\nAllow: /a', { '/a': true }],
  [
    'an asterisk stands for anything',
    'User-agent: *\nDisallow: /*/print*.html',
    { '/a/b/print1.html?x': false, '/print.html': true, '/a/print.htm': true },
  ],
  [
    'a dollar stands for the end',
    'User-agent: *\nDisallow: /*.pdf$\nDisallow: /only$',
    { '/a.pdf': false, '/a.pdf?x': true, '/only': false, '/only/': true },
  ],
  ['a dollar elsewhere is a dollar', 'User-agent: *\nDisallow: /a$b', { '/a$b': false, '/a': true }],
  [
    'letters beyond ASCII match their escapes, of either case',
    'User-agent: *\nDisallow: /أخبار',
    { '/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1': false, '/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1': false, '/%D8%A3': true },
  ],
  [
    'comments, odd line ends, spaces and a byte order mark do not disturb',
    '\uFEFFuser-AGENT :\tDragoman # us\r# Disallow: /\r\n  disallow\t: /a#b  \n',
    { '/a': false, '/b': true },
  ],
  [
    'a forgotten colon and common misspellings are forgiven',
    'useragent Dragoman\ndissalow /a',
    { '/a': false, '/b': true },
  ],
  ['a page that is not a robots.txt forbids nothing', '<!doctype html>\n<p>Disallow: / nothing</p>', { '/': true }],
  [
    'an allowed index page allows its folder',
    'User-agent: *\nDisallow: /\nAllow: /a/index.html',
    { '/a/': true, '/a/b': false },
  ],
  [
    'the robots.txt itself may always be asked for',
    'User-agent: *\nDisallow: /',
    { '/robots.txt': true, '/robots.txt.gz': false },
  ],
]

for (const [promise, text, paths] of cases) {
  test(`robots.txt: ${promise}`, () => {
    const answers = Object.keys(paths).map((path) => [path, allows(text, path)])
    assert.deepEqual(Object.fromEntries(answers), paths)
  })
}

test('the answer names the rule that decided', () => {
  const robots = parseRobots('User-agent: *\nDisallow: /a\nAllow: /a/*/open')
  assert.equal(isAllowed(robots, 'dragoman', `${site}/a/b/open`).rule, 'Allow: /a/*/open')
  assert.equal(isAllowed(robots, 'dragoman', `${site}/a/b`).rule, 'Disallow: /a')
  assert.equal(isAllowed(robots, 'dragoman', `${site}/b`).rule, null)
})

test('a delay belongs to those named above it, and is at most an hour', () => {
  const robots = parseRobots(
    'User-agent: a\nCrawl-delay: 2.5\nUser-agent: *\nCrawl-delay: 99999999\nDisallow: /x\nUser-agent: b\nCrawl-delay: soon',
  )
  assert.equal(findCrawlDelay(robots, 'A'), 2_500)
  assert.equal(findCrawlDelay(robots, 'dragoman'), 3_600_000)
  assert.equal(findCrawlDelay(robots, 'b'), null)
})

test('sitemaps are listed as written, wherever they stand', () => {
  const robots = parseRobots(
    'Sitemap: https://paper.example/a.xml\nUser-agent: *\nDisallow: /\nsitemap:/b.xml\nSitemap:',
  )
  assert.deepEqual(robots.sitemaps, ['https://paper.example/a.xml', '/b.xml'])
})

test('what stands beyond 500 KiB is not read, and that is said', () => {
  const text = `User-agent: *\nDisallow: /a\n#${'x'.repeat(MOST_ROBOTS_BYTES)}\nDisallow: /b`
  assert.equal(parseRobots(text).cut, true)
  assert.equal(allows(text, '/a'), false)
  assert.equal(allows(text, '/b'), true)
})

test('a file written to waste time is judged like any other', () => {
  const stars = `User-agent: *\nDisallow: /${'*a'.repeat(8_000)}*b$\n`
  const names = `${'User-agent: x\nCrawl-delay: 1\n'.repeat(12_000)}Disallow: /`
  assert.equal(allows(stars, `/${'a'.repeat(10_000)}`), true)
  assert.equal(allows(names, '/'), true)
  assert.equal(allows(`User-agent: *\n${'Disallow: /*x\n'.repeat(35_000)}`, `/${'y'.repeat(2_000)}`), true)
})

const answered = (
  status: number,
  body: Uint8Array = new Uint8Array(),
  headers: HttpResponse['headers'] = [],
): HttpResponse => ({
  kind: 'response',
  status,
  statusText: '',
  httpVersion: '1.1',
  headers,
  body,
  remoteAddress: null,
  requestedAt: 0,
  requestHeaders: [],
  requestTarget: '/robots.txt',
})

test('a site without robots.txt allows all; one that cannot answer refuses all, with the reason', async () => {
  const kinds = await Promise.all(
    [200, 301, 401, 404, 410, 429, 500, 503].map(async (status) => {
      const robots = await robotsFromResponse(answered(status))
      return [status, isAllowed(robots, 'dragoman', site).allowed]
    }),
  )
  assert.deepEqual(kinds, [
    [200, true],
    [301, true],
    [401, true],
    [404, true],
    [410, true],
    [429, false],
    [500, false],
    [503, false],
  ])
  const silent = await robotsFromResponse({ kind: 'failed', failure: 'dns', reason: 'No address was found.' })
  const answer = isAllowed(silent, 'dragoman', site)
  assert.equal(answer.allowed, false)
  assert.match(answer.reason ?? '', /could not be fetched: No address was found\./)
})

test('what stood in the way of robots.txt is known by its own name', async () => {
  const failureOf = async (result: HttpResult) => {
    const robots = await robotsFromResponse(result)
    return robots.kind === 'all-refused' ? robots.failure : robots.kind
  }
  assert.equal(
    await failureOf({ kind: 'failed', failure: 'refused-address', reason: 'It is private.' }),
    'refused-address',
  )
  assert.equal(await failureOf({ kind: 'failed', failure: 'tls', reason: 'It is old.' }), 'tls')
  assert.equal(await failureOf(answered(503)), 'http-status')
  // A robots.txt without end says nothing of how large the pages are.
  assert.equal(await failureOf({ kind: 'failed', failure: 'too-large', reason: 'It is endless.' }), 'unreadable')
})

test('a compressed robots.txt is read', async () => {
  const body = gzipSync('User-agent: *\nDisallow: /a')
  const robots = await robotsFromResponse(answered(200, body, [['content-encoding', 'gzip']]))
  assert.equal(isAllowed(robots, 'dragoman', `${site}/a`).allowed, false)
})
