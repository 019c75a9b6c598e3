// For tests: a desk on a real database, listening on a real loopback port, with bytes kept in memory.

import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileToAdd } from '../collect/add-page.ts'
import type { Capture } from '../domain/capture.ts'
import { newId } from '../domain/id.ts'
import type { Reading } from '../domain/reading.ts'
import { addCapture } from '../store/captures.ts'
import { openDb, type Db } from '../store/db.ts'
import { findFeedByUrl } from '../store/feeds.ts'
import { addNewItems, findItem, markItemCaptured, markItemRead } from '../store/items.ts'
import { migrate } from '../store/migrate.ts'
import { createTableQueue } from '../store/queue/table-queue.ts'
import { openFtsIndex } from '../store/search/open-fts-index.ts'
import type { SearchIndex } from '../store/search/search-index.ts'
import { saveReading } from '../store/readings.ts'
import { createEventHub } from './event-hub.ts'
import { serve, type Served } from './serve.ts'
import type { PageBytes, ServerTools } from './tools.ts'

let places = 0
export const NOON = Date.UTC(2023, 8, 16, 12)

export type TestDesk = {
  readonly served: Served
  readonly tools: ServerTools
  readonly db: Db
  readonly search: SearchIndex
  readonly pages: Map<string, PageBytes>
  readonly files: FileToAdd[]
  /** What the desk thought worth a line in the log. */
  readonly logged: unknown[]
  /** A request as a program makes it, without the headers of a browser. */
  ask(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export async function openTestDesk(changes: Partial<ServerTools> = {}): Promise<TestDesk> {
  const home = await mkdtemp(join(tmpdir(), 'dragoman-server-'))
  const db = await openDb({ kind: 'sqlite', path: join(home, 'desk.db') })
  await migrate(db)
  const search = openFtsIndex(':memory:')
  const pages = new Map<string, PageBytes>()
  const files: FileToAdd[] = []
  const logged: unknown[] = []
  const addFile = async (file: FileToAdd) => {
    files.push(file)
    return { itemId: newId<'item'>(NOON), outletId: newId<'outlet'>(NOON), kind: 'new' as const }
  }
  const tools = { ...makeTools(db, search, home, pages), addFile, ...changes }
  const webFolder = await writeWebFolder(home)
  const served = await serve({ port: 0, webFolder, openTools: async () => tools, log: (error) => logged.push(error) })
  return {
    served,
    tools,
    db,
    search,
    pages,
    files,
    logged,
    ask: (path, init) => fetch(new URL(path, served.url), init),
    async close() {
      await served.close()
      await search.close()
      await db.destroy()
      await rm(home, { recursive: true, force: true })
    },
  }
}

function makeTools(
  db: Db,
  search: SearchIndex,
  home: string,
  pages: Map<string, PageBytes>,
): Omit<ServerTools, 'addFile'> {
  return {
    db,
    queue: createTableQueue(db),
    search,
    events: createEventHub(),
    now: () => NOON,
    about: { version: '0.0.0-test', home, startedAt: NOON },
    analyst: 'M. Okafor',
    mailProblem: null,
    allowHosts: [],
    maxFileBytes: 1024 * 1024,
    readDisk: async () => ({ kind: 'well', freeBytes: 1e12 }),
    measureArchive: async () => ({ files: 1, bytes: 1234 }),
    readPage: async (capture) => pages.get(capture.id) ?? { kind: 'unreadable', reason: 'The bytes are not there.' },
    readRecord: async () => new TextEncoder().encode('WARC/1.1\r\n\r\n'),
    verifyCapture: async (capture) => ({ kind: 'holds', checkedAt: NOON, digest: capture.digest }),
    wake: () => {},
    importTools: {
      now: () => NOON,
      readPdf: async () => ({ kind: 'unreadable', reason: 'No PDF is read in tests.' }),
      readPicture: async () => null,
    },
    discover: async () => ({ kind: 'failed', failure: 'dns', reason: 'There is no such host.' }),
  }
}

async function writeWebFolder(home: string): Promise<string> {
  const folder = join(home, 'web')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Dragoman</title>')
  await writeFile(join(folder, 'assets', 'desk-Bq3x9_Zk.js'), 'export const desk = 1')
  await writeFile(join(folder, 'assets', 'desk-Bq3x9_Zk.js.br'), 'pretend this is brotli')
  await writeFile(join(folder, '.secret.js'), 'hidden')
  await writeFile(join(home, 'outside.txt'), 'not for the web')
  return folder
}

export type RawAnswer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** A request with any header and any path, also those that fetch() corrects or forbids. */
export function askRaw(
  desk: TestDesk,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const call = request({ host: '127.0.0.1', port: desk.served.port, path, method, headers }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (part: string) => (text += part))
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
  })
  call.on('error', reject)
  call.end(body)
  return promise
}

export async function sendJson(desk: TestDesk, method: string, path: string, body: unknown): Promise<Response> {
  return desk.ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

/** An outlet with one feed, as a person adds it. */
export async function addTestOutlet(
  desk: TestDesk,
  name: string,
  host: string,
): Promise<{ id: string; feedId: string }> {
  const answer = await sendJson(desk, 'POST', '/api/outlets', {
    name,
    homepage: `https://${host}/`,
    feeds: [{ url: `https://${host}/feed.xml`, kind: 'syndication' }],
  })
  const outlet = (await answer.json()) as { id: string; feedList: { id: string }[] }
  return { id: outlet.id, feedId: outlet.feedList[0]?.id ?? '' }
}

/** `language`: Arabic where it is not said. */
type TestPage = { readonly title: string; readonly text: string; readonly at?: number; readonly language?: string }

/** An item of the outlet's feed, captured and read. */
export async function addTestItem(
  desk: TestDesk,
  host: string,
  { path, title, text, at = NOON, language = 'ar' }: TestPage & { path: string },
) {
  const feed = await findFeedByUrl(desk.db, `https://${host}/feed.xml`)
  if (!feed) throw new Error(`no feed of ${host}`)
  const url = `https://${host}${path}`
  const entry = { url, guid: null, title, summary: null, author: null, publishedAt: at, language: null }
  const [added] = await addNewItems(desk.db, { outletId: feed.outletId, feedId: feed.id }, [entry], NOON)
  if (!added) throw new Error('the item was there already')
  const captureId = await addTestVersion(desk, added.id, { title, text, at, language })
  return { itemId: added.id, captureId }
}

/** One more captured and read version of an item. */
export async function addTestVersion(
  desk: TestDesk,
  itemId: string,
  {
    title,
    text,
    at,
    contentType = 'text/html',
    language = 'ar',
  }: TestPage & { readonly at: number; readonly contentType?: string },
) {
  const item = await findItem(desk.db, itemId as never)
  if (!item) throw new Error('no such item')
  const capture: Capture = {
    id: newId(at),
    itemId: item.id,
    url: item.url,
    finalUrl: item.url,
    redirects: [],
    status: 200,
    headers: [['Content-Type', contentType]],
    contentType,
    requestedAt: at,
    digest: createHash('sha256').update(`${title}${text}`).digest('hex'),
    size: text.length,
    decodedSize: text.length,
    remoteAddress: '127.0.0.1',
    place: { file: 'a.warc.gz', offset: 100 * places++, length: 100 },
    tool: 'dragoman test',
  }
  await addCapture(desk.db, capture)
  await markItemCaptured(desk.db, item.id)
  const reading = makeReading(capture, { title, text, language })
  await saveReading(desk.db, reading, item.id)
  await markItemRead(desk.db, item.id, { readingId: reading.id, language, orderAt: item.orderAt })
  const { outletId, orderAt } = item
  await desk.search.upsert([
    { id: item.id, time: orderAt, language, outletId, host: new URL(item.url).hostname, title, text },
  ])
  return capture.id
}

function makeReading(capture: Capture, { title, text, language }: Required<Omit<TestPage, 'at'>>): Reading {
  return {
    id: newId(capture.requestedAt),
    captureId: capture.id,
    reader: 'test-reader 1',
    readAt: capture.requestedAt,
    state: 'whole',
    reason: null,
    title,
    byline: [],
    published: { edtf: '2023-09-16', literal: '١٦ سبتمبر ٢٠٢٣', calendar: 'gregorian', from: 'text' },
    updated: null,
    language,
    languageConfidence: 0.99,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    canonicalUrl: null,
    siteName: null,
    section: null,
    tags: [],
    leadImage: null,
    charset: 'windows-1256',
    notes: [],
  }
}
