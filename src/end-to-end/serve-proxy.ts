// Test support: a real HTTP proxy on loopback. It knows each host by the loopback port where its press listens.

import { createServer, request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

export type TestProxy = { readonly port: number; readonly asked: string[]; readonly agents: string[] }

/** @param ports host → port on loopback; a tunnel to a port where nobody listens is refused */
export async function serveProxy(t: TestContext, ports: Readonly<Record<string, number>>): Promise<TestProxy> {
  const asked: string[] = []
  const agents: string[] = []
  const server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    agents.push(incoming.headers['user-agent'] ?? '')
    const url = new URL(incoming.url ?? '')
    const onward = { host: '127.0.0.1', port: ports[url.hostname], path: url.pathname, headers: incoming.headers }
    const call = request(onward, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    call.on('error', () => outgoing.writeHead(502).end())
    call.end()
  })
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`)
    const host = (incoming.url ?? '').split(':')[0] ?? ''
    const onward = connect(ports[host] ?? 1, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket)
      socket.pipe(onward)
    })
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad gateway\r\n\r\n'))
    socket.on('error', () => onward.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, asked, agents }
}
