// Through a proxy: https in a tunnel that it opens (CONNECT, RFC 9110, 9.3.6), http by asking it for the whole address.
// The proxy itself is vetted like any host. What lies behind it only the proxy resolves; an address that we can look up
// ourselves, and that is not public, is refused all the same, so that no proxy is talked into reaching a private network.

import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import type { HeaderLine } from './http-message.ts'
import type { Destination } from './url-guard.ts'

export type ProxyCall = {
  readonly proxy: Destination
  readonly target: Pick<Destination, 'url' | 'hostname' | 'port'>
  readonly method: string
  readonly headers: readonly HeaderLine[]
  readonly maxHeaderSize: number
  readonly lookup: LookupFunction
  readonly authorities: readonly string[] | undefined
}

export function openThroughProxy(call: ProxyCall): ClientRequest {
  return call.target.url.protocol === 'https:' ? openInTunnel(call) : askForWhole(call)
}

function toProxy({ proxy, lookup, authorities }: ProxyCall) {
  const isSecure = proxy.url.protocol === 'https:'
  const name = isIP(proxy.hostname) === 0 ? proxy.hostname : ''
  return {
    request: isSecure ? requestHttps : requestHttp,
    options: {
      agent: false as const,
      host: proxy.pinned ?? proxy.hostname,
      port: proxy.port,
      lookup,
      ...(isSecure ? { servername: name, ...(authorities ? { ca: [...authorities] } : {}) } : {}),
    },
  }
}

/** Name and password of the proxy, when its address has them (RFC 7617). */
function credentials({ proxy }: ProxyCall): string[] {
  const { username, password } = proxy.url
  if (username === '') return []
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return ['Proxy-Authorization', `Basic ${Buffer.from(pair).toString('base64')}`]
}

function askForWhole(call: ProxyCall): ClientRequest {
  const { request, options } = toProxy(call)
  const { url } = call.target
  const whole = {
    ...options,
    method: call.method,
    path: `${url.origin}${url.pathname}${url.search}`,
    headers: [...call.headers.flat(), ...credentials(call)],
    maxHeaderSize: call.maxHeaderSize,
    httpValidation: 'relaxed' as const,
  }
  return request(whole)
}

function openInTunnel(call: ProxyCall): ClientRequest {
  const { url, hostname } = call.target
  const servername = isIP(hostname) === 0 ? hostname.replace(/\.$/, '') : ''
  // No agent at all: one would connect by itself, past the proxy.
  return requestHttps({
    method: call.method,
    host: hostname,
    path: url.pathname + url.search,
    headers: call.headers.flat(),
    maxHeaderSize: call.maxHeaderSize,
    createConnection(_options, answer) {
      dig(call).then(
        (socket) => answer(null, secure(socket, servername, call.authorities)),
        (error: Error) => answer(error, undefined as never),
      )
      return undefined as never
    },
  })
}

function secure(socket: Duplex, servername: string, authorities: readonly string[] | undefined): TLSSocket {
  const ca = authorities ? { ca: [...authorities] } : {}
  return connectTls({ socket, ...(servername === '' ? {} : { servername }), ...ca, rejectUnauthorized: true })
}

function dig(call: ProxyCall): Promise<Duplex> {
  const { request, options } = toProxy(call)
  const { hostname, port } = call.target
  const place = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  const asking = request({ ...options, method: 'CONNECT', path: place, headers: ['Host', place, ...credentials(call)] })
  asking.once('connect', (answer: IncomingMessage, socket: Duplex) => {
    if (answer.statusCode === 200) return resolve(socket)
    socket.destroy()
    reject(Object.assign(new Error('the proxy refused'), { code: 'EPROXY' }))
  })
  asking.once('response', () => {
    asking.destroy()
    reject(Object.assign(new Error('the proxy refused'), { code: 'EPROXY' }))
  })
  asking.once('error', reject)
  asking.end()
  return promise
}
