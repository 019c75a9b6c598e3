// The way out, on real sockets: whatever a host asks for, nobody waits for it with work in hand.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { usualPolicy } from './domain/policy.ts'
import { send, serveHosts } from './end-to-end/serve-hosts.ts'
import { serveProxy } from './end-to-end/serve-proxy.ts'
import { openNetwork } from './network.ts'
import { openTestDb } from './store/each-database.ts'
import { findRobots } from './store/robots.ts'

test('a host that wants an hour between two visits gets it, and its first page is not waited for that long', async (t) => {
  const { asked, allow } = await serveHosts(t, {
    'slow.test': { '/robots.txt': send('User-agent: *\nCrawl-delay: 3600'), '/': send('Welcome.') },
    'plain.test': { '/': send('Welcome.') },
  })
  const { db, folder, close } = await openTestDb()
  const network = openNetwork(readConfig({ DRAGOMAN_HOME: folder }, { paceSeconds: 0, allowHosts: [...allow] }), db)
  t.after(async () => {
    network.close()
    await close()
  })
  for (const host of ['slow.test', 'plain.test']) {
    const page = await network.fetchPage({ url: `http://${host}/` })
    assert.equal(page.kind === 'page' && page.text, 'Welcome.')
  }
  assert.deepEqual(asked, ['slow.test/robots.txt', 'slow.test/', 'plain.test/robots.txt', 'plain.test/'])
  assert.ok(network.nextTurn('slow.test') - Date.now() > 3_500_000)
  assert.ok(network.nextTurn('plain.test') <= Date.now())
})

test('an outlet with a policy is asked under its name, through its proxy, robots.txt too, and at its pace', async (t) => {
  const press = await serveHosts(t, {
    'paper.test': { '/robots.txt': send('User-agent: *\nDisallow: /secret'), '/': send('Welcome.') },
  })
  const port = press.allow[0]?.port ?? 0
  const proxy = await serveProxy(t, { 'paper.test': port })
  const { db, folder, close } = await openTestDb()
  const allow = [...press.allow, { host: 'proxy.test', address: '127.0.0.1', port: proxy.port }]
  const network = openNetwork(readConfig({ DRAGOMAN_HOME: folder }, { paceSeconds: 0, allowHosts: allow }), db)
  t.after(async () => {
    network.close()
    await close()
  })
  const policy = { ...usualPolicy, userAgent: 'Night desk', proxy: 'http://proxy.test/', paceSeconds: 600 }
  const way = network.under(policy)
  const page = await way.fetchPage({ url: 'http://paper.test/' })
  assert.equal(page.kind === 'page' && page.text, 'Welcome.')
  assert.deepEqual(proxy.asked, ['GET http://paper.test/robots.txt', 'GET http://paper.test/'])
  assert.deepEqual(new Set(proxy.agents), new Set(['Night desk']))
  assert.ok(network.nextTurn('paper.test') - Date.now() > 500_000)
  assert.equal((await way.fetchPage({ url: 'http://paper.test/secret' })).kind, 'failed')
  assert.equal((await findRobots(db, 'http://paper.test'))?.robots.kind, 'rules')
})

test('a proxy is no way into a private network, and one on a private address is refused itself', async (t) => {
  const proxy = await serveProxy(t, {})
  const { db, folder, close } = await openTestDb()
  const allowHosts = [{ host: 'proxy.test', address: '127.0.0.1', port: proxy.port }]
  const network = openNetwork(readConfig({ DRAGOMAN_HOME: folder }, { paceSeconds: 0, allowHosts }), db)
  t.after(async () => {
    network.close()
    await close()
  })
  const through = network.under({ ...usualPolicy, proxy: 'http://proxy.test/' })
  for (const url of ['http://127.0.0.1/', 'http://169.254.169.254/', 'https://[::1]/', 'http://localhost/']) {
    const answer = await through.http.fetch({ url })
    assert.equal(answer.kind === 'failed' && answer.failure, 'refused-address', url)
  }
  assert.deepEqual(proxy.asked, [])
  const other = network.under({ ...usualPolicy, proxy: `http://127.0.0.1:${proxy.port}/` })
  const answer = await other.http.fetch({ url: 'http://paper.test/' })
  assert.match(answer.kind === 'failed' ? answer.reason : '', /proxy cannot be used/)
})

test('an https page comes through a tunnel, and its certificate is checked at its other end', async (t) => {
  const proxy = await serveProxy(t, { 'secure.test': 1 })
  const { db, folder, close } = await openTestDb()
  const allowHosts = [
    { host: 'proxy.test', address: '127.0.0.1', port: proxy.port },
    { host: 'secure.test', address: '127.0.0.1', port: 443 },
  ]
  const network = openNetwork(readConfig({ DRAGOMAN_HOME: folder }, { paceSeconds: 0, allowHosts }), db)
  t.after(async () => {
    network.close()
    await close()
  })
  const answer = await network
    .under({ ...usualPolicy, proxy: 'http://proxy.test/' })
    .http.fetch({ url: 'https://secure.test/' })
  assert.deepEqual(proxy.asked, ['CONNECT secure.test:443'])
  assert.match(answer.kind === 'failed' ? answer.reason : '', /cannot be reached through the proxy/)
})
