// In: a port. Out: the invented press on loopback: one server, an outlet for each name in the Host header.
// Why real HTTP: the demo and the tests walk the same way through sockets as real outlets would.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerRequest } from './answer-request.ts'
import type { PressState } from './answer-request.ts'
import { sampleOutlets } from './outlets.ts'
import type { SampleOutlet } from './sample-outlet.ts'

/** One request the press has seen; `at` is milliseconds since 1970, UTC. */
export type PressLogEntry = { readonly host: string; readonly path: string; readonly at: number }

export type Press = {
  /** Always `127.0.0.1`. */
  readonly address: string
  readonly port: number
  readonly hosts: readonly string[]
  /** Every request so far, in order. */
  readonly requests: readonly PressLogEntry[]
  /** Lets time go on: edited pages show their second version, late items come out. */
  advance(): void
  close(): Promise<void>
}

export type PressOptions = {
  /** 0 = any free port. */
  readonly port: number
  /** The default is the whole sample press. */
  readonly outlets?: readonly SampleOutlet[]
  readonly now?: () => number
}

/** Serves the sample press on 127.0.0.1 until `close()`. Rejects when the port is taken. */
export async function servePress({ port, outlets = sampleOutlets, now = Date.now }: PressOptions): Promise<Press> {
  const state: PressState = {
    outlets: new Map(outlets.map((outlet) => [outlet.host, outlet])),
    advanced: false,
    visits: new Map(),
  }
  const requests: PressLogEntry[] = []
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    const path = request.url ?? '/'
    requests.push({ host, path, at: now() })
    request.resume()
    const { status, headers, body } = answerRequest(state, {
      host,
      path,
      ifNoneMatch: request.headers['if-none-match'],
    })
    response.writeHead(status, { ...headers, 'content-length': body.byteLength })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    address: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    hosts: [...state.outlets.keys()],
    requests,
    advance: () => void (state.advanced = true),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
