import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createHttp, findHeader } from './http.ts'
import type { Http, HttpOptions, HttpResponse, HttpResult } from './http.ts'

const host = 'paper.example'

/** A real server on loopback, reached as `paper.example` because it is allowed by name. */
async function openPress(t: TestContext, answer: RequestListener, options: Partial<HttpOptions> = {}) {
  const server = createServer(answer)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  const port = typeof at === 'object' && at ? at.port : 0
  const http = openHttp(t, { allow: [{ host, address: '127.0.0.1', port }], ...options })
  t.after(() => server.close(() => undefined).closeAllConnections())
  return { server, port, http, url: `http://${host}/` }
}

function openHttp(t: TestContext, options: Partial<HttpOptions> = {}): Http {
  const http = createHttp({
    userAgent: 'DragomanTest/1 (+https://desk.example/)',
    maxBytes: 100_000,
    connectTimeoutMs: 2_000,
    totalTimeoutMs: 2_000,
    idleTimeoutMs: 2_000,
    allow: [],
    now: () => 1_700_000_000_000,
    ...options,
  })
  t.after(() => http.close())
  return http
}

function expectResponse(result: HttpResult): HttpResponse {
  if (result.kind !== 'response') assert.fail(`${result.failure}: ${result.reason}`)
  return result
}

function expectFailure(result: HttpResult): { failure: string; reason: string } {
  if (result.kind !== 'failed') assert.fail(`answered with status ${result.status}`)
  return { failure: result.failure, reason: result.reason }
}

test('a response comes back as the server sent it, header case and order kept, gzip still on', async (t) => {
  const body = Buffer.from([0x1f, 0x8b, 1, 2, 3])
  const { http, url } = await openPress(t, (_, response) => {
    response.writeHead(203, 'Nearly Fine', ['X-One', '1', 'content-ENCODING', 'gzip', 'X-One', '2'])
    response.end(body)
  })
  const result = expectResponse(await http.fetch({ url: `${url}a/b?c=d#e` }))
  assert.equal(result.status, 203)
  assert.equal(result.statusText, 'Nearly Fine')
  assert.equal(result.httpVersion, '1.1')
  assert.equal(result.requestTarget, '/a/b?c=d')
  assert.equal(result.remoteAddress, '127.0.0.1')
  assert.equal(result.requestedAt, 1_700_000_000_000)
  assert.deepEqual(result.headers.slice(0, 3), [
    ['X-One', '1'],
    ['content-ENCODING', 'gzip'],
    ['X-One', '2'],
  ])
  assert.deepEqual(Buffer.from(result.body), body)
  assert.equal(findHeader(result.headers, 'Content-Encoding'), 'gzip')
})

test('the request lines that are reported are the lines that were sent', async (t) => {
  let seen: string[] = []
  const { http, url } = await openPress(t, (request, response) => {
    seen = request.rawHeaders
    response.end()
  })
  const headers = [
    ['accept', 'text/html'],
    ['If-None-Match', '"a"'],
    ['Host', 'elsewhere.example'],
  ] as const
  const result = expectResponse(await http.fetch({ url, headers }))
  assert.deepEqual(result.requestHeaders.flat(), seen)
  assert.equal(findHeader(result.requestHeaders, 'host'), host)
  assert.equal(findHeader(result.requestHeaders, 'user-agent'), 'DragomanTest/1 (+https://desk.example/)')
  assert.equal(result.requestHeaders.filter(([name]) => name.toLowerCase() === 'accept').length, 1)
})

test('an address on this machine is refused unless its host is allowed by name', async (t) => {
  const { port, http } = await openPress(t, (_, response) => response.end('secret'))
  const result = expectFailure(await http.fetch({ url: `http://127.0.0.1:${port}/` }))
  assert.equal(result.failure, 'refused-address')
})

test('a redirect is an answer, not a journey', async (t) => {
  const { http, url } = await openPress(t, (_, response) => response.writeHead(301, { location: '/on' }).end())
  assert.equal(expectResponse(await http.fetch({ url })).status, 301)
})
