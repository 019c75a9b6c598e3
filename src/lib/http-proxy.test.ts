import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { send, serveHosts } from '../end-to-end/serve-hosts.ts'
import { serveProxy } from '../end-to-end/serve-proxy.ts'
import { createHttp } from './http.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', 'tls', name), 'utf8')

test('an https page comes through a tunnel whole, its certificate checked, without the proxy seeing the request', async (t) => {
  const cert = fixture('paper.cert.pem')
  const press = await serveHosts(
    t,
    { 'paper.example': { '/': send('Welcome.') } },
    { cert, key: fixture('paper.key.pem') },
  )
  const proxy = await serveProxy(t, { 'paper.example': press.allow[0]?.port ?? 0 })
  const limits = { maxBytes: 1000, connectTimeoutMs: 2000, totalTimeoutMs: 5000, idleTimeoutMs: 2000 }
  const allow = [
    { host: 'proxy.test', address: '127.0.0.1', port: proxy.port },
    { ...press.allow[0], port: 443 } as never,
  ]
  const open = (trustedAuthorities?: string[]) =>
    createHttp({
      userAgent: 'test',
      allow,
      now: Date.now,
      ...limits,
      ...(trustedAuthorities ? { trustedAuthorities } : {}),
    })
  const request = { url: 'https://paper.example/', proxy: 'http://user:pa%20ss@proxy.test/' }
  const [trusting, strict] = [open([cert]), open()]
  const answer = await trusting.fetch(request)
  assert.equal(answer.kind === 'response' && new TextDecoder().decode(answer.body), 'Welcome.')
  assert.equal(answer.kind === 'response' && answer.remoteAddress, null)
  const refused = await strict.fetch(request)
  assert.equal(refused.kind === 'failed' && refused.failure, 'tls')
  assert.deepEqual(new Set(proxy.asked), new Set(['CONNECT paper.example:443']))
  for (const http of [trusting, strict]) http.close()
})
