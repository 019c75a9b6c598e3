// For tests: hosts that harm whoever visits them, and what a desk must say of each.

import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { FailureKind } from '../domain/feed.ts'
import { redirect, rss, send, type Answer, type Site } from './serve-hosts.ts'

export type Hostile = {
  readonly site: Site
  readonly url: string
  readonly failure: FailureKind
  readonly reason: RegExp
}

const never: Answer = () => undefined

function writeForEver(response: ServerResponse): void {
  while (!response.destroyed && response.write('<p>and so on, '.repeat(5_000))) continue
  response.once('drain', () => writeForEver(response))
}

const endless: Answer = (_, response) => writeForEver(response.writeHead(200, { 'content-type': 'text/html' }))

const drip: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  const timer = setInterval(() => response.write('x'), 50)
  response.once('close', () => clearInterval(timer))
}

const huge: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '200000000' })
  writeForEver(response)
}

const bomb = gzipSync(Buffer.alloc(100_000_000))
const bombAnswer = send(bomb, { 'content-encoding': 'gzip' })

const cutOff: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('<p>The first half of', () => response.destroy())
}

/** /1 leads to /2, that to /3, and so on without end. */
const chain: Answer = (request, response) => redirect(`/${Number((request.url ?? '').slice(1)) + 1}`)(request, response)

/** One page of a host that is hostile on every path but robots.txt. */
function page(host: string, answer: Answer, failure: FailureKind, reason: RegExp, path = '/1'): Hostile {
  return { site: { '*': answer }, url: `http://${host}${path}`, failure, reason }
}

function inward(name: string, location: string): Hostile {
  return page(
    `to-${name}.test`,
    redirect(location),
    'refused-address',
    /not public|not one that web pages|not a web address|http/i,
  )
}

export const hostilePages: readonly Hostile[] = [
  page('endless.test', endless, 'too-large', /more than the \d+ bytes/),
  page('huge.test', huge, 'too-large', /more than the \d+ bytes/),
  page('bomb.test', bombAnswer, 'too-large', /unpacks to more/),
  page('drip.test', drip, 'timeout', /had not sent the whole page after/),
  page('silent.test', never, 'timeout', /seconds/),
  page('cut.test', cutOff, 'truncated', /\.$/),
  page('loop.test', redirect('/1'), 'redirect-loop', /come back to/),
  page('chain.test', chain, 'redirect-loop', /more than \d+ times/),
  page('broken.test', send('', {}, 500), 'http-status', /answered 500/),
  page('nothing.test', send('', {}, 404), 'http-status', /answered 404/),
  inward('metadata', 'http://169.254.169.254/latest/meta-data/'),
  inward('loopback', 'http://127.0.0.1/'),
  inward('ipv6', 'http://[::1]/'),
  inward('decimal', 'http://2130706433/'),
  inward('hex', 'http://0x7f.1/'),
  inward('mapped', 'http://[::ffff:127.0.0.1]/'),
  inward('private', 'http://10.0.0.1/'),
  inward('file', 'file:///etc/passwd'),
  inward('port', 'http://good.test:22/'),
  // Hosts whose robots.txt is the trap.
  { site: { '/robots.txt': never }, url: 'http://robots-silent.test/1', failure: 'timeout', reason: /robots\.txt/ },
  {
    site: { '/robots.txt': send('', {}, 503) },
    url: 'http://robots-broken.test/1',
    failure: 'http-status',
    reason: /robots\.txt.*503/,
  },
  {
    site: { '/robots.txt': endless },
    url: 'http://robots-endless.test/1',
    failure: 'unreadable',
    reason: /robots\.txt/,
  },
]

/** Ten times as many at each step: a billion at the end, and files and hosts that are not the feed’s. */
const entities = `<!DOCTYPE rss [<!ENTITY a "lol">${[...'bcdefghij']
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
  .join('')}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY far SYSTEM "http://127.0.0.1:9/">]>`

/** What a feed that attacks by entities also holds. */
export const honestPage = { title: 'A true story &j;&file;&far;', link: 'http://entities.test/true' }
export const entityFeed: Answer = rss([honestPage], entities)

const FLOOD = 50_000
/** As many entries as no newspaper has, all with one identifier. */
export const flood: Answer = rss(
  Array.from({ length: FLOOD }, (_, n) => ({
    title: `Story ${n}`,
    link: `http://flood.test/${n}`,
    extra: '<guid isPermaLink="false">same</guid>',
  })),
)

function feed(host: string, answer: Answer, failure: FailureKind, reason: RegExp): Hostile {
  return { site: { '*': answer }, url: `http://${host}/rss`, failure, reason }
}

export const hostileFeeds: readonly Hostile[] = [
  feed('endless-feed.test', endless, 'too-large', /more than the \d+ bytes/),
  feed('bomb-feed.test', bombAnswer, 'too-large', /unpacks to more/),
  feed('drip-feed.test', drip, 'timeout', /had not sent the whole page after/),
  feed('loop-feed.test', redirect('/rss'), 'redirect-loop', /come back to/),
  feed('inward-feed.test', redirect('http://192.168.0.1/rss'), 'refused-address', /not public/),
  feed('page-feed.test', send('<html><body><p>No feed.</p></body></html>'), 'not-a-feed', /\.$/),
  feed(
    'garbage-feed.test',
    send(Buffer.alloc(50_000, 7), { 'content-type': 'application/rss+xml' }),
    'not-a-feed',
    /\.$/,
  ),
]
