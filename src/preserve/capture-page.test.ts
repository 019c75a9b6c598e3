import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { CaptureId } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import { createHttp, type Http } from '../lib/http.ts'
import { readRecords } from '../lib/warc/read-records.ts'
import { unpackRecord } from '../lib/warc/unpack-record.ts'
import type { ArchivedRecord } from '../lib/warc/warc-record.ts'
import { fieldOf } from '../lib/warc/warc-record.ts'
import type { Archive } from '../store/archive/archive.ts'
import { openFolderArchive } from '../store/archive/folder-archive.ts'
import { captureFile } from './capture-file.ts'
import { capturePage } from './capture-page.ts'
import type { CaptureOutcome, CapturePageTools, Permission } from './capture-page.ts'
import { digestOf } from './digest.ts'
import { verifyArchive, verifyCapture } from './verify.ts'
import type { Claim } from './verify.ts'

let ids = 0
const newRecordId = () => `0193d3b0-0000-7000-8000-${String(++ids).padStart(12, '0')}`
const now = () => Date.UTC(2026, 10, 21)

async function anOutlet(t: TestContext, answer: RequestListener, change: Partial<CapturePageTools> = {}) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const times = { connectTimeoutMs: 2000, totalTimeoutMs: 2000, idleTimeoutMs: 2000 }
  const allow = [{ host: 'paper.example', address: '127.0.0.1', port }]
  const http = createHttp({ userAgent: 'dragoman/0', maxBytes: 1 << 20, ...times, allow, now })
  t.after(() => {
    http.close()
    server.closeAllConnections()
    server.close()
  })
  const asked: string[] = []
  const mayFetch = async (url: string): Promise<Permission> => {
    asked.push(`may ${url}`)
    return { allowed: true, rule: 'Allow: /' }
  }
  const watched: Pick<Http, 'fetch'> = {
    fetch: (request) => {
      asked.push(`fetch ${request.url}`)
      return http.fetch(request)
    },
  }
  const tools: CapturePageTools = { http: watched, mayFetch, tool: 'dragoman 0', newRecordId, ...change }
  return {
    asked,
    capture: (path: string) => capturePage(tools, { url: `http://paper.example${path}`, maxDecodedBytes: 1 << 20 }),
  }
}

async function anArchive(t: TestContext): Promise<{ archive: Archive; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'preserve-'))
  const { archive } = await openFolderArchive({ folder, acknowledged: new Map(), tool: 'dragoman 0', now, newRecordId })
  t.after(async () => {
    await archive.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { archive, folder }
}

async function keep(archive: Archive, outcome: CaptureOutcome): Promise<Claim> {
  assert.ok(outcome.kind === 'captured')
  const places = await archive.append(outcome.records)
  const place = places[outcome.main] ?? assert.fail()
  return { ...outcome.capture, id: newRecordId() as CaptureId, itemId: newRecordId() as ItemId, place }
}

const page = '<!doctype html><title>Charter</title><p>Three states signed.'

const site: RequestListener = (request, response) => {
  const paths: Record<string, () => void> = {
    '/old': () => response.writeHead(301, { Location: '/middle?x=%C3%A9' }).end('moved'),
    '/middle?x=%C3%A9': () => response.writeHead(302, { Location: 'http://paper.example/new#part' }).end(),
    '/new': () => response.writeHead(200, { 'X-Odd-Case': 'Ja', 'Content-Encoding': 'gzip' }).end(gzipSync(page)),
    '/loop': () => response.writeHead(302, { Location: '/loop-2' }).end(),
    '/loop-2': () => response.writeHead(302, { Location: '/loop' }).end(),
    '/private': () => response.writeHead(302, { Location: 'http://192.168.0.1/admin' }).end(),
    '/script': () => response.writeHead(302, { Location: 'javascript:alert(1)' }).end(),
    '/busy': () => response.writeHead(503, { 'Retry-After': '120' }).end(),
    '/bomb': () => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(4 << 20))),
    '/torn': () =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(page.repeat(50)).subarray(0, -12)),
  }
  const further = /^\/hop(\d+)$/.exec(request.url ?? '')
  if (further) response.writeHead(302, { Location: `/hop${Number(further[1]) + 1}` }).end()
  else (paths[request.url ?? ''] ?? (() => response.writeHead(404).end('no')))()
}

test('a page is captured with every step to it, and each step asked for leave and its turn', async (t) => {
  const { capture, asked } = await anOutlet(t, site)
  const outcome = await capture('/old')
  assert.ok(outcome.kind === 'captured')
  const { capture: made } = outcome
  assert.equal(made.finalUrl, 'http://paper.example/new')
  assert.deepEqual(
    made.redirects.map(({ status }) => status),
    [301, 302],
  )
  assert.equal(made.digest, digestOf(gzipSync(page)))
  assert.equal(made.decodedSize, Buffer.byteLength(page))
  assert.ok(made.headers.some(([name]) => name === 'X-Odd-Case'))
  assert.equal(outcome.robotsRule, 'Allow: /')
  assert.deepEqual(
    asked,
    ['/old', '/middle?x=%C3%A9', '/new'].flatMap((path) => [
      `may http://paper.example${path}`,
      `fetch http://paper.example${path}`,
    ]),
  )
})

test('the records of a capture lie together, point at each other, and give the page back', async (t) => {
  const { capture } = await anOutlet(t, site)
  const { archive } = await anArchive(t)
  const claim = await keep(archive, await capture('/old'))
  const records: ArchivedRecord[] = []
  await archive.readFile(claim.place.file, async (source) => {
    for await (const finding of readRecords(source))
      records.push(finding.kind === 'record' ? finding.record : assert.fail(finding.reason))
  })
  assert.deepEqual(
    records.map(({ type }) => type),
    ['warcinfo', 'response', 'request', 'response', 'request', 'response', 'request', 'metadata'],
  )
  const answers = records
    .filter(({ type }) => type === 'response')
    .map(({ fields }) => fieldOf(fields, 'WARC-Record-ID'))
  const pointed = records
    .filter(({ type }) => type !== 'response')
    .map(({ fields }) => fieldOf(fields, 'WARC-Concurrent-To'))
  assert.deepEqual(pointed, [null, ...answers, answers[2]])
  const unpacked = await unpackRecord(await archive.read(claim.place))
  assert.ok(unpacked.kind === 'record')
  assert.deepEqual(Buffer.from(unpacked.payload), gzipSync(page))
  assert.equal((await verifyCapture(archive, claim)).kind, 'holds')
})

test('every way not to get a page has its name and a sentence', async (t) => {
  const { capture } = await anOutlet(t, site)
  const expected: [string, string, RegExp][] = [
    ['/loop', 'redirect-loop', /come back to/],
    ['/hop1', 'redirect-loop', /more than 10 times/],
    ['/private', 'refused-address', /./],
    ['/script', 'refused-address', /./],
    ['/nowhere', 'http-status', /404/],
    ['/bomb', 'too-large', /unpacks to more/],
  ]
  for (const [path, failure, reason] of expected) {
    const outcome = await capture(path)
    assert.ok(outcome.kind === 'failed', path)
    assert.equal(outcome.failure, failure, path)
    assert.match(outcome.reason, reason)
  }
  const busy = await capture('/busy')
  assert.ok(busy.kind === 'failed' && busy.status === 503 && busy.retryAfter === '120')
})

test('a refusal in the middle of the way ends it, and the refused address is never asked', async (t) => {
  const reached: string[] = []
  const answer: RequestListener = (request, response) => {
    reached.push(request.url ?? '')
    site(request, response)
  }
  const mayFetch = async (url: string): Promise<Permission> =>
    url.endsWith('/new')
      ? { allowed: false, failure: 'refused-by-robots', reason: 'robots.txt forbids /new.' }
      : { allowed: true, rule: null }
  const { capture } = await anOutlet(t, answer, { mayFetch })
  const outcome = await capture('/old')
  assert.ok(outcome.kind === 'failed' && outcome.failure === 'refused-by-robots' && outcome.redirects.length === 2)
  assert.ok(!reached.includes('/new'))
})

test('a page whose coding breaks off is kept as it came, with a note', async (t) => {
  const { capture } = await anOutlet(t, site)
  const outcome = await capture('/torn')
  assert.ok(outcome.kind === 'captured' && outcome.notes.length === 1)
})

test('what is known of the way beforehand stands in the metadata of the capture', async (t) => {
  const outlet = await anOutlet(t, (_, response) => response.end('A page'), { notes: ['It came through the proxy p.'] })
  const outcome = await outlet.capture('/')
  assert.ok(outcome.kind === 'captured')
  const about = outcome.records.find(({ type }) => type === 'metadata')
  assert.match(new TextDecoder().decode(about?.payload), /^note: It came through the proxy p\.\r$/m)
})

test('a file handed over becomes a resource that gives its bytes back', async (t) => {
  const { archive } = await anArchive(t)
  const bytes = Buffer.from('%PDF-1.7 …')
  const file = { bytes, name: 'C:\\Users\\someone\\отчёт.pdf', contentType: 'application/pdf', url: null }
  const { capture, records, main } = captureFile(file, { now: now(), tool: 'dragoman 0', newRecordId })
  assert.equal(decodeURIComponent(capture.url), 'file:///отчёт.pdf')
  const places = await archive.append(records)
  const claim: Claim = { ...capture, id: 'c' as CaptureId, itemId: 'i' as ItemId, place: places[main] ?? assert.fail() }
  assert.equal((await verifyCapture(archive, claim)).kind, 'holds')
})

async function verify(archive: Archive, claims: readonly Claim[], acknowledged = new Map<string, number>()) {
  const claimsOn = async (file: string) => claims.filter(({ place }) => place.file === file)
  return verifyArchive({ archive, claimsOn, acknowledged })
}

test('verification names the damaged record and the capture that rests on it, and no other', async (t) => {
  const { capture } = await anOutlet(t, site)
  const { archive, folder } = await anArchive(t)
  const claims: Claim[] = []
  for (let count = 0; count < 3; count++) claims.push(await keep(archive, await capture('/new')))
  const sound = await verify(archive, claims)
  assert.deepEqual([sound.records, sound.captures, sound.failures], [10, 3, []])

  const hurt = claims[1] ?? assert.fail()
  const handle = await open(join(folder, hurt.place.file), 'r+')
  await handle.write(Buffer.from('XX'), 0, 2, hurt.place.offset + hurt.place.length - 60)
  await handle.close()
  const { failures } = await verify(archive, claims)
  assert.ok(failures.length > 0)
  for (const failure of failures)
    assert.deepEqual(
      failure.captures.map(({ id }) => id),
      [hurt.id],
    )
  assert.equal((await verifyCapture(archive, hurt)).kind, 'fails')
  assert.equal((await verifyCapture(archive, claims[2] ?? assert.fail())).kind, 'holds')
})

test('a claim that was altered, a place without a record and a missing file all fail', async (t) => {
  const { capture } = await anOutlet(t, site)
  const { archive } = await anArchive(t)
  const claim = await keep(archive, await capture('/new'))
  const altered: Claim[] = [
    { ...claim, digest: digestOf('other') },
    { ...claim, sealedDigest: digestOf('other') },
    { ...claim, size: claim.size + 1 },
    { ...claim, finalUrl: 'http://paper.example/other' },
    { ...claim, place: { ...claim.place, length: claim.place.length - 1 } },
    { ...claim, place: { ...claim.place, offset: claim.place.offset + 1 } },
  ]
  for (const one of altered) {
    assert.ok((await verify(archive, [one])).failures.some(({ captures }) => captures.length === 1))
    assert.equal((await verifyCapture(archive, one)).kind, 'fails')
  }
  const gone = { ...claim, place: { ...claim.place, file: 'gone.warc.gz' } }
  const { failures } = await verify(archive, [gone], new Map([['gone.warc.gz', 10]]))
  assert.deepEqual(
    failures.map(({ reason, captures }) => [reason, captures.length]),
    [['The whole file is missing.', 1]],
  )
  assert.equal((await verifyCapture(archive, gone)).kind, 'fails')
})
