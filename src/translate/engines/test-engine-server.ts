// For tests: a loopback server that speaks an engine's documented API, well or badly, and remembers what it was asked.

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttp } from '../../lib/http.ts'
import type { EngineDoor } from './ask-engine.ts'

export type Asked = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: unknown }
export type Answer = {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body: string | Buffer | object
  readonly hang?: boolean
}

export const HOST = 'engine.example'

export async function serveEngine(answer: (asked: Asked) => Answer) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8')
      const one: Asked = {
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? null : JSON.parse(text),
      }
      asked.push(one)
      const { status = 200, headers = {}, body, hang = false } = answer(one)
      if (hang) return
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const now = (): number => 1_700_000_000_000
  const http = createHttp({
    userAgent: 'test',
    maxBytes: 1e7,
    connectTimeoutMs: 2_000,
    totalTimeoutMs: 2_000,
    idleTimeoutMs: 2_000,
    allow: [{ host: HOST, address: '127.0.0.1', port }],
    now,
  })
  const door: EngineDoor = { http, now, timeoutMs: 300 }
  return {
    asked,
    door,
    endpoint: `http://${HOST}:${port}`,
    async close(): Promise<void> {
      http.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
