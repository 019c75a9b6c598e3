// Every way a server can misbehave, over real sockets. The other side is written byte by byte.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:net'
import type { Server, Socket } from 'node:net'
import { createServer as createSecure } from 'node:tls'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { createHttp } from './http.ts'
import type { HttpOptions, HttpRequest, HttpResult } from './http.ts'

const host = 'paper.example'

type Visit = {
  readonly options?: Partial<HttpOptions>
  readonly request?: Partial<HttpRequest>
  readonly path?: string
}

const limits = { maxBytes: 100_000, connectTimeoutMs: 2_000, totalTimeoutMs: 2_000, idleTimeoutMs: 2_000 }

async function listen(t: TestContext, server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const at = server.address()
  return typeof at === 'object' && at ? at.port : 0
}

function openHttp(t: TestContext, options: Partial<HttpOptions>) {
  const http = createHttp({ userAgent: 'DragomanTest/1', allow: [], now: () => 0, ...limits, ...options })
  t.after(() => http.close())
  return http
}

/** Visits a server that answers each connection by `speak`. */
async function visit(t: TestContext, speak: (socket: Socket) => void, { options, request, path = '/' }: Visit = {}) {
  const port = await listen(
    t,
    createPlain((socket) => socket.once('data', () => speak(socket))),
  )
  const http = openHttp(t, { allow: [{ host, address: '127.0.0.1', port }], ...options })
  return http.fetch({ url: `http://${host}${path}`, ...request })
}

function failureOf(result: HttpResult): string {
  if (result.kind !== 'failed') assert.fail(`answered with status ${result.status}`)
  assert.match(result.reason, /^[A-Z\d]\S* .*\.$|^[a-z]+\.example .*\.$/, 'the reason is a sentence')
  return result.failure
}

function textOf(result: HttpResult): string {
  if (result.kind !== 'response') assert.fail(`${result.failure}: ${result.reason}`)
  return Buffer.from(result.body).toString()
}

const head = (...lines: string[]) => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n')

function writeForEver(socket: Socket, chunk: string): void {
  while (!socket.destroyed && socket.write(chunk)) continue
  socket.once('drain', () => writeForEver(socket, chunk))
}

test('an endless body is left at the limit, and so is its sender', async (t) => {
  let left: Promise<void> | undefined
  const result = await visit(t, (socket) => {
    left = new Promise((gone) => socket.once('close', () => gone()))
    socket.write(head())
    writeForEver(socket, 'x'.repeat(10_000))
  })
  assert.equal(failureOf(result), 'too-large')
  await left
})

test('a body of 200 MB is refused by its announcement, before it comes', async (t) => {
  const result = await visit(t, (socket) => socket.write(head('Content-Length: 200000000')))
  assert.equal(failureOf(result), 'too-large')
})

test('a body of exactly the limit is taken, one byte more is not', async (t) => {
  const send = (size: number) => visit(t, (socket) => socket.end(head() + 'x'.repeat(size)))
  assert.equal(textOf(await send(100_000)).length, 100_000)
  assert.equal(failureOf(await send(100_001)), 'too-large')
})

test('a limit of the request stands in place of the general one', async (t) => {
  const result = await visit(t, (socket) => socket.end(head() + 'x'.repeat(11)), { request: { maxBytes: 10 } })
  assert.equal(failureOf(result), 'too-large')
})

test('a body that drips for ever is left when the whole takes too long', async (t) => {
  const result = await visit(
    t,
    (socket) => {
      socket.write(head())
      const drip = setInterval(() => socket.write('x'), 5)
      socket.once('close', () => clearInterval(drip))
    },
    { request: { totalTimeoutMs: 120 } },
  )
  assert.equal(failureOf(result), 'timeout')
})

test('a host is not blamed for the time in which nobody here listened', async (t) => {
  const answerAndBlock = (socket: Socket) => {
    socket.end(`${head('Content-Length: 2')}ok`)
    const until = performance.now() + 400
    while (performance.now() < until) continue
  }
  assert.equal(textOf(await visit(t, answerAndBlock, { request: { totalTimeoutMs: 200 } })), 'ok')
})

test('a header that drips for ever is left too', async (t) => {
  const result = await visit(
    t,
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('X: y\r\n'), 5)
      socket.once('close', () => clearInterval(drip))
    },
    { request: { totalTimeoutMs: 120 } },
  )
  assert.equal(failureOf(result), 'timeout')
})

for (const [promise, speak] of [
  ['a server that says nothing', () => undefined],
  ['a server that falls silent in the middle', (socket: Socket) => socket.write(`${head('Content-Length: 10')}half`)],
] as const) {
  test(`${promise} is left after the time allowed for silence`, async (t) => {
    const result = await visit(t, speak, { options: { idleTimeoutMs: 60 } })
    assert.equal(failureOf(result), 'timeout')
    assert.match(result.kind === 'failed' ? result.reason : '', /sent nothing for 0\.06 seconds/)
  })
}

test('a name whose lookup never ends is left after the time allowed for connecting', async (t) => {
  const http = openHttp(t, { connectTimeoutMs: 60, resolve: () => new Promise(() => undefined) })
  assert.equal(failureOf(await http.fetch({ url: 'http://slow.example/' })), 'timeout')
})

test('a server that accepts and never shakes hands is left after the time allowed for connecting', async (t) => {
  const port = await listen(t, createPlain())
  const http = openHttp(t, { connectTimeoutMs: 60, allow: [{ host, address: '127.0.0.1', port }] })
  assert.equal(failureOf(await http.fetch({ url: `https://${host}/` })), 'timeout')
})

for (const [promise, answer] of [
  ['shorter than its announced length', `${head('Content-Length: 100')}only this`],
  ['that ends in the middle of a chunk', `${head('Transfer-Encoding: chunked')}ff\r\nonly this`],
  ['that ends without its last chunk', `${head('Transfer-Encoding: chunked')}4\r\nonly\r\n`],
] as const) {
  test(`a body ${promise} is truncated, not whole`, async (t) => {
    assert.equal(failureOf(await visit(t, (socket) => socket.end(answer))), 'truncated')
  })
}

test('a body broken off by a reset is truncated', async (t) => {
  const result = await visit(t, (socket) =>
    socket.write(`${head()}only this`, () => setImmediate(() => socket.resetAndDestroy())),
  )
  assert.equal(failureOf(result), 'truncated')
})

test('a body without announced length ends with its connection', async (t) => {
  assert.equal(textOf(await visit(t, (socket) => socket.end(`${head()}all of it`))), 'all of it')
  assert.equal(textOf(await visit(t, (socket) => socket.end('HTTP/1.0 200 OK\r\n\r\nold'))), 'old')
})

test('a body in thousands of tiny chunks is put together', async (t) => {
  const chunks = '1\r\nx\r\n'.repeat(20_000)
  const result = await visit(t, (socket) => socket.end(`${head('Transfer-Encoding: chunked')}${chunks}0\r\n\r\n`))
  assert.equal(textOf(result), 'x'.repeat(20_000))
})

for (const [promise, answer, failure] of [
  ['that is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'unreadable'],
  ['with a broken chunk', `${head('Transfer-Encoding: chunked')}zz\r\nno`, 'unreadable'],
  [
    'that changes the protocol unasked',
    'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    'unreadable',
  ],
  ['with an endless header', `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(200_000)}\r\n\r\n`, 'too-large'],
  ['that is no answer at all', '', 'connect'],
] as const) {
  test(`an answer ${promise} is ${failure}`, async (t) => {
    assert.equal(failureOf(await visit(t, (socket) => socket.end(answer))), failure)
  })
}

test('headers in raw bytes, with odd characters and repeated names, are kept as they came', async (t) => {
  const answer = Buffer.from(
    head('X-Title: caf\xe9 \x93', 'Set-Cookie: a', 'Set-Cookie: b', 'Content-Length: 0'),
    'latin1',
  )
  const result = await visit(t, (socket) => socket.end(answer))
  assert.deepEqual(result.kind === 'response' && result.headers, [
    ['X-Title', 'caf\xe9 \x93'],
    ['Set-Cookie', 'a'],
    ['Set-Cookie', 'b'],
    ['Content-Length', '0'],
  ])
})

test('a header line that would smuggle another is not sent', async (t) => {
  const result = await visit(t, (socket) => socket.end(head()), {
    request: { headers: [['If-None-Match', 'a\r\nX: y']] },
  })
  assert.equal(failureOf(result), 'internal')
})

test('an answer to HEAD and a 304 have no body, whatever length they announce', async (t) => {
  const request = { method: 'HEAD' } as const
  assert.equal(textOf(await visit(t, (socket) => socket.end(head('Content-Length: 900000')), { request })), '')
  const notModified = 'HTTP/1.1 304 Not Modified\r\nContent-Length: 900000\r\n\r\n'
  assert.equal(textOf(await visit(t, (socket) => socket.end(notModified))), '')
})

test('aborting rejects with the reason of the one who aborts', async (t) => {
  const stop = new AbortController()
  const result = visit(t, () => stop.abort(new Error('closing time')), { request: { signal: stop.signal } })
  await assert.rejects(result, /closing time/)
})

test('nobody listening is a failure to connect; a name without address is one of names', async (t) => {
  const port = await listen(t, createPlain())
  const http = openHttp(t, {
    allow: [{ host, address: '127.0.0.1', port: 1 }],
    resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  })
  assert.ok(port > 0)
  assert.equal(failureOf(await http.fetch({ url: `http://${host}/` })), 'connect')
  assert.equal(failureOf(await http.fetch({ url: 'http://nowhere.example/' })), 'dns')
})

/** A server that says on which of its connections a request came, and can be told to forget one. */
async function openCounter(t: TestContext, closesAfter: number) {
  let connections = 0
  const bodies: string[] = []
  const server = createPlain((socket) => {
    connections++
    const number = connections
    let answered = 0
    socket.on('data', (bytes) => {
      if (answered === closesAfter) return socket.destroy()
      answered++
      bodies.push(bytes.toString('latin1').split('\r\n\r\n')[1] ?? '')
      return socket.write(`${head('Content-Length: 1', 'Connection: keep-alive')}${number}`)
    })
  })
  const port = await listen(t, server)
  return { http: openHttp(t, { allow: [{ host, address: '127.0.0.1', port }] }), bodies }
}

test('a second request goes over the first connection', async (t) => {
  const { http } = await openCounter(t, 5)
  const url = `http://${host}/`
  assert.equal(textOf(await http.fetch({ url })), '1')
  assert.equal(textOf(await http.fetch({ url })), '1')
})

test('a kept connection that turns out to be closed costs nothing but a new one', async (t) => {
  const { http } = await openCounter(t, 1)
  const url = `http://${host}/`
  assert.equal(textOf(await http.fetch({ url })), '1')
  assert.equal(textOf(await http.fetch({ url })), '2')
})

test('what was posted is not posted twice', async (t) => {
  const { http, bodies } = await openCounter(t, 1)
  const post = { url: `http://${host}/`, method: 'POST', body: Buffer.from('once') } as const
  assert.equal(textOf(await http.fetch(post)), '1')
  assert.equal(failureOf(await http.fetch(post)), 'connect')
  assert.deepEqual(bodies, ['once'])
})

const pem = (name: string) => readFileSync(new URL(`fixtures/tls/${name}.pem`, import.meta.url), 'utf8')

async function visitSecurely(t: TestContext, cert: string, options: Partial<HttpOptions> = {}, name = host) {
  const server = createSecure({ key: pem('paper.key'), cert: pem(cert) }, (socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(`${head()}${socket.getProtocol()}`))
  })
  const port = await listen(t, server)
  const http = openHttp(t, { allow: [{ host: name, address: '127.0.0.1', port }], ...options })
  return http.fetch({ url: `https://${name}/` })
}

test('a certificate signed by itself is not trusted', async (t) => {
  const result = await visitSecurely(t, 'paper.cert')
  assert.equal(failureOf(result), 'tls')
  assert.match(result.kind === 'failed' ? result.reason : '', /certificate of paper\.example is signed by itself/)
})

test('a certificate of a trusted authority is', async (t) => {
  const result = await visitSecurely(t, 'paper.cert', { trustedAuthorities: [pem('paper.cert')] })
  assert.match(textOf(result), /^TLSv1\.[23]$/)
})

test('a trusted certificate for another name, or of another time, is not', async (t) => {
  const trusting = (name: string) => ({ trustedAuthorities: [pem(name)] })
  const other = await visitSecurely(t, 'paper.cert', trusting('paper.cert'), 'other.example')
  assert.match(other.kind === 'failed' ? `${other.failure} ${other.reason}` : '', /^tls .* belongs to another name/)
  const expired = await visitSecurely(t, 'expired.cert', trusting('expired.cert'))
  assert.match(expired.kind === 'failed' ? `${expired.failure} ${expired.reason}` : '', /^tls .* has expired/)
})

test('a server that does not speak TLS is a TLS failure', async (t) => {
  const port = await listen(
    t,
    createPlain((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  )
  const http = openHttp(t, { allow: [{ host, address: '127.0.0.1', port }] })
  assert.equal(failureOf(await http.fetch({ url: `https://${host}/` })), 'tls')
})
