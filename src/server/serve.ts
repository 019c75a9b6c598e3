// In: a port, the folder of the built pages, and how to open the tools. Out: a listening server.
// Why in two steps: the page must answer at once, so node:http listens and sends files by itself,
// and the API, its validator and the store are loaded a moment later; requests to it wait until then.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { DeskError } from '../domain/errors.ts'
import { describeProblem, PROBLEM_TYPE, type ProblemOptions } from './problem.ts'
import type { ErrorCode } from '../domain/errors.ts'
import { checkRequest, isApiPath, loopbackHosts } from './security/check-request.ts'
import { deskHeaders } from './security/headers.ts'
import { findStaticFile, readStaticFile } from './static-files.ts'
import type { ServerTools } from './tools.ts'

const ADDRESS = '127.0.0.1'
/** The API is loaded after this quiet moment, or as soon as somebody asks for it. */
const QUIET_MS = 100
const CLOSING_GRACE_MS = 2_000
const SWEEP_MS = 20
/** The first rows of the inbox (RFC 8288): the browser asks for them beside the scripts, which otherwise ask later. */
const FIRST_ITEMS = '</api/items?limit=100&grouped=true>; rel=preload; as=fetch; crossorigin'

export type ServeOptions = {
  /** 0 = any free port. */
  readonly port: number
  /** The folder with the built pages of the desk, with `index.html` in it. */
  readonly webFolder: string
  /** Called once, after the server listens. What it throws is told to everyone who asks the API. */
  readonly openTools: () => Promise<ServerTools>
  /** Hears of mistakes of ours; nothing of them reaches people. */
  readonly log: (error: unknown) => void
}

export type Served = {
  readonly url: string
  readonly port: number
  /** Fulfilled when the API answers; rejected with what stood in its way. */
  readonly ready: Promise<void>
  /** Lets requests under way end for two seconds, then ends them. Does not close the tools. */
  close(): Promise<void>
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** Listens on 127.0.0.1 only. Throws `bad-config` when the port is taken or not allowed. */
export async function serve(options: ServeOptions): Promise<Served> {
  const closing = new AbortController()
  const api = loadOnce(() => openApi(options, closing.signal))
  let hosts: ReadonlySet<string> = new Set()

  const server = createServer({ headersTimeout: 15_000, requestTimeout: 600_000 }, (request, response) => {
    answer(request, response, { hosts, webFolder: options.webFolder, api }).catch((error: unknown) => {
      fail(response, error, options.log)
    })
  })
  const port = await listen(server, options.port)
  hosts = loopbackHosts(port)

  const ready = (async () => void (await api.soon(QUIET_MS)))()
  ready.catch(() => undefined) // whoever waits for it hears of it, and so does everyone who asks the API
  return { url: `http://${ADDRESS}:${port}/`, port, ready, close: () => close(server, closing) }
}

async function openApi(options: ServeOptions, closing: AbortSignal): Promise<Listener> {
  const [{ createApiListener }, tools] = await Promise.all([import('./api-listener.ts'), options.openTools()])
  return createApiListener(tools, { closing, log: options.log })
}

type Loader<T> = { now(): Promise<T>; soon(ms: number): Promise<T> }

/** Runs `load` at the first `now`, or when a `soon` comes due, and only once. */
function loadOnce<T>(load: () => Promise<T>): Loader<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  let started = false
  const now = () => {
    if (!started) {
      started = true
      resolve(load())
    }
    return promise
  }
  return { now, soon: (ms) => (setTimeout(() => void now(), ms).unref(), promise) }
}

type Surroundings = { readonly hosts: ReadonlySet<string>; readonly webFolder: string; readonly api: Loader<Listener> }

async function answer(request: IncomingMessage, response: ServerResponse, around: Surroundings): Promise<void> {
  for (const [name, value] of Object.entries(deskHeaders)) response.setHeader(name, value)
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  const verdict = checkRequest(readFacts(request, path), around.hosts)
  if (verdict.kind === 'refused') return sendProblem(response, 'forbidden', verdict.detail)
  if (isApiPath(path)) {
    const listener = await around.api.now()
    await listener(request, response)
    return
  }
  await sendStatic(request, response, { path, webFolder: around.webFolder })
}

function readFacts(request: IncomingMessage, path: string) {
  const { host, origin } = request.headers
  const single = (name: string) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method: request.method ?? 'GET',
    path,
    host,
    origin,
    fetchSite: single('sec-fetch-site'),
    fetchMode: single('sec-fetch-mode'),
    hasKey: request.headers.authorization !== undefined,
  }
}

async function sendStatic(
  request: IncomingMessage,
  response: ServerResponse,
  { path, webFolder }: { path: string; webFolder: string },
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return sendProblem(response, 'bad-usage', 'Pages can only be read.', { status: 405 })
  }
  const found = await findStaticFile(webFolder, path, String(request.headers['accept-encoding'] ?? ''))
  if (found.kind === 'not-found') return sendProblem(response, 'not-found', 'There is no such file here.')
  if (found.kind === 'not-built') {
    const words =
      'The pages of the desk are missing from this installation. Install again, or run "npm start" in a clone.'
    return sendProblem(response, 'internal', words, { status: 503 })
  }
  const headers: Record<string, string> = { ...found.file.headers }
  if (request.url === '/') headers['link'] = FIRST_ITEMS
  if (headers['etag'] !== undefined && request.headers['if-none-match']?.includes(headers['etag'])) {
    const { 'content-length': _length, 'content-type': _type, ...kept } = headers
    response.writeHead(304, kept).end()
    return
  }
  response.writeHead(200, headers)
  if (request.method === 'HEAD') response.end()
  else await pipeline(readStaticFile(found.file), response)
}

function sendProblem(response: ServerResponse, code: ErrorCode, detail: string, options: ProblemOptions = {}): void {
  const body = describeProblem(code, detail, options)
  // The body of a refused request is not read, so its connection cannot be used again.
  response.writeHead(body.status, { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', connection: 'close' })
  response.end(JSON.stringify(body))
}

function fail(response: ServerResponse, error: unknown, log: (error: unknown) => void): void {
  if (response.destroyed) return // the reader went away
  if (response.headersSent) {
    log(error)
    response.destroy()
    return
  }
  if (error instanceof DeskError) return sendProblem(response, error.code, error.message, { status: 503 })
  log(error)
  sendProblem(
    response,
    'internal',
    'The desk could not answer because of a mistake of ours; the log says more. Nothing was lost.',
  )
}

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, ADDRESS, resolve)
  try {
    await promise
  } catch (cause) {
    const words = `Port ${port} cannot be used on this machine, most likely because another program has it. Choose another port with --port N (0 takes any free one).`
    throw new DeskError('bad-config', words, { cause })
  }
  server.off('error', reject)
  const place = server.address()
  return typeof place === 'object' && place !== null ? place.port : port
}

async function close(server: Server, closing: AbortController): Promise<void> {
  closing.abort() // ends the event streams, which never end by themselves
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  // Connections fall idle one after another as what runs on them ends.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const timer = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS)
  await promise
  clearInterval(sweep)
  clearTimeout(timer)
}
