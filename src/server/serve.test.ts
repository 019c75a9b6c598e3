import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { DeskError } from '../domain/errors.ts'
import { serve } from './serve.ts'
import { askRaw, openTestDesk, type TestDesk } from './test-desk.ts'

let desk: TestDesk
before(async () => void (desk = await openTestDesk()))
after(() => desk.close())

const own = () => `127.0.0.1:${desk.served.port}`

test('a name that was rebound to loopback is refused, pages and API alike', async () => {
  for (const host of [
    'evil.example',
    `evil.example:${desk.served.port}`,
    '127.0.0.1:1',
    '127.0.0.1',
    `${own()}.evil.example`,
  ]) {
    for (const path of ['/', '/api/status', '/assets/desk-Bq3x9_Zk.js']) {
      const answer = await askRaw(desk, path, { headers: { host } })
      assert.ok(answer.status === 403 || answer.status === 400, `${host} ${path}: ${answer.status}`)
    }
  }
})

test('every loopback name with our port is ours', async () => {
  for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
    const answer = await askRaw(desk, '/api/status', { headers: { host: `${name}:${desk.served.port}` } })
    assert.equal(answer.status, 200, name)
  }
})

test('a foreign page may change nothing, whatever it sends', async () => {
  const attempts: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${desk.served.port}` }, // another of our names, but not the one asked
    { origin: `https://${own()}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' }, // another port of this machine
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of attempts) {
    for (const method of ['POST', 'PATCH', 'DELETE', 'PUT']) {
      const answer = await askRaw(desk, '/api/outlets', { method, headers: { host: own(), ...headers }, body: '{}' })
      assert.equal(answer.status, 403, JSON.stringify(headers))
      assert.equal(JSON.parse(answer.body).code, 'forbidden')
    }
  }
})

test('a foreign page may read nothing from the API, but a link to the desk works', async () => {
  const cross = { host: own(), 'sec-fetch-site': 'cross-site' }
  assert.equal((await askRaw(desk, '/api/items', { headers: { ...cross, 'sec-fetch-mode': 'no-cors' } })).status, 403)
  assert.equal((await askRaw(desk, '/api/items', { headers: { ...cross, 'sec-fetch-mode': 'navigate' } })).status, 403)
  assert.equal(
    (await askRaw(desk, '/assets/desk-Bq3x9_Zk.js', { headers: { ...cross, 'sec-fetch-mode': 'no-cors' } })).status,
    403,
  )
  assert.equal((await askRaw(desk, '/search', { headers: { ...cross, 'sec-fetch-mode': 'navigate' } })).status, 200)
})

test('the inbox says at once which rows it will ask for, in the words that its script uses; other pages do not', async () => {
  const asked = /fetch\('([^']+)'\)/.exec(
    await readFile(new URL('../web/public/first-items.js', import.meta.url), 'utf8'),
  )
  const linkOf = async (path: string) => (await askRaw(desk, path, { headers: { host: own() } })).headers['link']
  assert.equal(await linkOf('/'), `<${asked?.[1]}>; rel=preload; as=fetch; crossorigin`)
  assert.equal(await linkOf('/search'), undefined)
  assert.equal(await linkOf('/?by=time'), undefined)
})

test('the desk itself may change things', async () => {
  const headers = {
    host: own(),
    origin: `http://${own()}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  }
  const answer = await askRaw(desk, '/api/outlets', { method: 'POST', headers, body: '{}' })
  assert.equal(JSON.parse(answer.body).code, 'bad-input') // past the guard, and only then looked at
})

test('every page of the desk runs under a policy without inline script, and cannot be framed', async () => {
  const answer = await desk.ask('/outlets/anything')
  const policy = answer.headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.match(policy, /script-src 'self';/)
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  assert.match(await answer.text(), /<title>Dragoman/)
})

test('files with a hash in their name are kept forever, the page is asked for again', async () => {
  const page = await desk.ask('/')
  assert.equal(page.headers.get('cache-control'), 'no-cache')
  const again = await desk.ask('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })
  assert.equal(again.status, 304)
  assert.equal((await desk.ask('/', { headers: { 'if-none-match': '"other"' } })).status, 200)
  const script = await desk.ask('/assets/desk-Bq3x9_Zk.js')
  assert.match(script.headers.get('cache-control') ?? '', /immutable/)
  assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8')
})

test('a compressed sister is sent to those who can read it, and only to them', async () => {
  const path = '/assets/desk-Bq3x9_Zk.js'
  const packed = await askRaw(desk, path, { headers: { host: own(), 'accept-encoding': 'gzip, br' } })
  assert.equal(packed.headers['content-encoding'], 'br')
  assert.equal(packed.headers['content-type'], 'text/javascript; charset=utf-8')
  const plain = await askRaw(desk, path, { headers: { host: own(), 'accept-encoding': 'br;q=0' } })
  assert.equal(plain.body, 'export const desk = 1')
  assert.notEqual(plain.headers.etag, packed.headers.etag)
})

test('no path leads out of the folder of pages', async () => {
  const paths = [
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/..\\outside.txt',
    '/%2e%2e%5coutside.txt',
    '//etc/passwd.txt',
    '/assets/%00.js',
    '/.secret.js',
    '/C:/windows/win.txt',
    '/%',
    '/file:///etc/hosts.txt',
  ]
  for (const path of paths) {
    const answer = await askRaw(desk, path, { headers: { host: own() } })
    assert.equal(answer.status, 404, path)
    assert.doesNotMatch(answer.body, /not for the web|hidden/)
  }
})

test('a file that is not there is not found, and never the start page in its place', async () => {
  const answer = await desk.ask('/assets/gone-12345678.js')
  assert.equal(answer.status, 404)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
})

test('pages can only be read', async () => {
  const answer = await desk.ask('/', { method: 'POST', body: 'x' })
  assert.equal(answer.status, 405)
  assert.equal(answer.headers.get('allow'), 'GET, HEAD')
  assert.equal((await desk.ask('/', { method: 'HEAD' })).status, 200)
})

test('what an unknown address of the API is, is said as a problem that its type explains', async () => {
  const answer = await desk.ask('/api/nothing-here')
  assert.equal(answer.status, 404)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  const problem = (await answer.json()) as { type: string; code: string }
  const kind = await (await desk.ask(problem.type)).json()
  assert.deepEqual(kind, { code: 'not-found', title: 'Not found', status: 404 })
})

test('the page answers before the tools are open, and the API says why they are not', async () => {
  const openTools = async () => {
    throw new DeskError('home-too-new', 'This home is of a newer version.')
  }
  const log: unknown[] = []
  const served = await serve({ port: 0, webFolder: '/nonexistent', openTools, log: (error) => log.push(error) })
  const page = await fetch(served.url)
  assert.equal(page.status, 503)
  const answer = await fetch(`${served.url}api/status`)
  assert.equal(((await answer.json()) as { code: string }).code, 'home-too-new')
  await assert.rejects(served.ready, /newer version/)
  await served.close()
  assert.deepEqual(log, [], 'who waits for it hears of it; it is not told twice')
})

test('a taken port is said so', async () => {
  const taken = serve({ port: desk.served.port, webFolder: '/', openTools: async () => desk.tools, log: () => {} })
  await assert.rejects(taken, (error: DeskError) => error.code === 'bad-config' && /--port N/.test(error.message))
})
