// For tests: real servers on loopback behind invented host names, and a `FetchPage` that reaches them and nothing else.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TestContext } from 'node:test'
import { createHttp } from '../lib/http.ts'
import { createFetchPage, type FetchPage, type FetchPageTools } from './fetch-page.ts'

export type Answer =
  | string
  | Uint8Array
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string | Uint8Array
    }
  | ((request: IncomingMessage, response: ServerResponse) => void)

export type TestSite = {
  readonly fetch: FetchPage
  /** What was asked, in order: host and path. */
  readonly asked: string[]
  /** The lines of the latest request, names in lower case. */
  readonly lastHeaders: () => Readonly<Record<string, string | string[] | undefined>>
}

/** `routes` by host and path: `{ 'paper.example/rss': '<rss>…' }`; anything else is 404. */
export async function openSite(
  t: TestContext,
  routes: Readonly<Record<string, Answer>>,
  tools: Partial<Omit<FetchPageTools, 'http'>> = {},
): Promise<TestSite> {
  const asked: string[] = []
  let headers: IncomingMessage['headers'] = {}
  const server = createServer((request, response) => {
    const key = `${request.headers.host}${request.url}`
    asked.push(key)
    headers = request.headers
    reply(routes[key] ?? { status: 404, body: 'nothing here' }, request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const hosts = [...new Set(Object.keys(routes).map((key) => key.split('/')[0] ?? ''))]
  const limits = { maxBytes: 1_000_000, connectTimeoutMs: 2_000, totalTimeoutMs: 2_000, idleTimeoutMs: 2_000 }
  const allow = hosts.map((host) => ({ host, address: '127.0.0.1', port }))
  const http = createHttp({ userAgent: 'DragomanTest/1', ...limits, allow, now: Date.now })
  t.after(() => {
    http.close()
    server.close(() => undefined).closeAllConnections()
  })
  const usual = {
    mayFetch: () => Promise.resolve({ allowed: true as const }),
    maxHops: 5,
    maxBytes: 1_000_000,
  }
  return { fetch: createFetchPage({ http, ...usual, ...tools }), asked, lastHeaders: () => headers }
}

function reply(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (typeof answer === 'function') return answer(request, response)
  const whole = typeof answer === 'string' || answer instanceof Uint8Array ? { body: answer } : answer
  response.writeHead(whole.status ?? 200, whole.headers ?? {})
  response.end(whole.body ?? '')
}

/** A redirect. */
export function to(location: string, status = 302): Answer {
  return { status, headers: { location } }
}
