// A process of its own that plays the web, so that none of its work is counted: many hosts on one loopback port.
// In: a `PressPlan` as the first argument. Out: messages to the parent: `{ port }`, and on `log` every request with its time.

import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createNewsPages } from './news-pages.ts'
import type { PressPlan, PressSays, Visit } from './run-press.ts'

type Answer = { readonly type: string; readonly body: Buffer; readonly gzipped: boolean }

const plan = JSON.parse(process.argv[2] ?? '{}') as PressPlan
const visits: Visit[] = []
const answers = plan.kind === 'pages' ? await preparePages(plan) : prepareFeeds(plan)

function hostName(at: number): string {
  return `outlet-${at}.example`
}

/** Host + path → what is sent. All of it is made before the first request, as any cache would have it. */
async function preparePages({
  hosts,
  pages,
  seed,
  folder,
}: Extract<PressPlan, { kind: 'pages' }>): Promise<Map<string, Answer>> {
  const makePage = createNewsPages(seed)
  const files = folder ? listPages(folder) : null
  const prepared = new Map<string, Answer>()
  const entries = new Map<string, string[]>()
  for (let at = 0; at < pages; at++) {
    const host = hostName(at % hosts)
    const file = files?.[at % files.length]
    const page = file ? { path: `/page-${at}.html`, title: `Page ${at}`, html: readPageFile(file) } : makePage(host, at)
    prepared.set(host + page.path, { type: 'text/html', body: gzipSync(page.html), gzipped: true })
    const entry = `<item><title>${page.title}</title><link>http://${host}${page.path}</link><guid>${at}</guid></item>`
    entries.set(host, [...(entries.get(host) ?? []), entry])
  }
  for (const [host, items] of entries) prepared.set(`${host}/feed.xml`, feedOf(host, items.join('\n')))
  return prepared
}

function listPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.html?(\.gz)?$/i.test(path))
    .sort()
    .map((path) => join(folder, path))
}

function readPageFile(path: string): Buffer {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

function prepareFeeds({ hosts }: Extract<PressPlan, { kind: 'feeds' }>): Map<string, Answer> {
  return new Map(Array.from({ length: hosts }, (_, at) => [`${hostName(at)}/feed.xml`, feedOf(hostName(at), '')]))
}

function feedOf(host: string, items: string): Answer {
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${items}</channel></rss>`
  return { type: 'application/rss+xml', body: Buffer.from(body), gzipped: false }
}

const robots: Answer = {
  type: 'text/plain',
  body: Buffer.from('User-agent: *\nDisallow: /search\nDisallow: /private/\n'),
  gzipped: false,
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const host = request.headers.host ?? ''
  const path = request.url ?? '/'
  visits.push({ host, path, at: performance.timeOrigin + performance.now() })
  const found = path === '/robots.txt' ? robots : answers.get(host + path)
  if (!found) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'content-type': found.type,
    'content-length': found.body.length,
    ...(found.gzipped && { 'content-encoding': 'gzip' }),
  })
  response.end(found.body)
}

const say = (message: PressSays): void => void process.send?.(message)

process.on('message', (message) => {
  if (message === 'log') say({ kind: 'log', visits })
  if (message === 'end') process.exit(0)
})
process.on('disconnect', () => process.exit(0))

const server = createServer({ keepAliveTimeout: 60_000 }, answer)
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  const place = server.address()
  say({ kind: 'open', port: typeof place === 'object' && place !== null ? place.port : 0 })
})
