// For tests: any number of invented hosts on one loopback port, each with a will of its own.

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { HostAllowance } from '../lib/http.ts'
import type { Closing } from './run-dragoman.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Path → answer; `*` stands for every other path. Without one the answer is 404, as for robots.txt unless it is named. */
export type Site = Readonly<Record<string, Answer>>

export type Hosts = { readonly allow: readonly HostAllowance[]; readonly asked: readonly string[] }

type Certificate = { readonly key: string; readonly cert: string }

/** Serves the sites, by host name; over TLS when a certificate is given. */
export async function serveHosts(
  t: Closing,
  sites: Readonly<Record<string, Site>>,
  certificate?: Certificate,
): Promise<Hosts> {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const url = request.url ?? '/'
    asked.push(host + url)
    const site = sites[host] ?? {}
    const answer = site[url] ?? (url === '/robots.txt' ? undefined : site['*'])
    if (answer) answer(request, response)
    else response.writeHead(404).end('Nothing here.')
  }
  const server: Server = certificate ? createSecureServer(certificate, listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { asked, allow: Object.keys(sites).map((host) => ({ host, address: '127.0.0.1', port })) }
}

/** A body with its header lines. */
export function send(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Answer {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

export function redirect(location: string, status = 302): Answer {
  return send('', { location }, status)
}

/** An RSS feed of pages; titles and links are put in as they are. */
export function rss(
  entries: readonly { readonly title: string; readonly link: string; readonly extra?: string }[],
  head = '',
): Answer {
  const items = entries.map(
    ({ title, link, extra = '' }) => `<item><title>${title}</title><link>${link}</link>${extra}</item>`,
  )
  const text = `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>A feed</title>${items.join('\n')}</channel></rss>`
  return send(text, { 'content-type': 'application/rss+xml' })
}

/** A plain article with enough words to be one. */
export function article(title: string, body: string): string {
  const paragraphs = Array.from(
    { length: 5 },
    (_, n) => `<p>${body} In paragraph ${n + 1} the council of the harbour speaks of its plans.</p>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
    <body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`
}
