import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { findRefusal } from './address-guard.ts'
import { createHttp } from './http.ts'
import type { HttpOptions } from './http.ts'
import { findDestination } from './url-guard.ts'

const closed = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:808:808::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fdff::1',
  'fe80::1',
  'fe80::1%eth0',
  'febf::1',
  'fec0::1',
  'ff02::1',
  '4000::1',
  'e000::1',
]
const open = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700::1111',
  '2001:4860:4860::8888',
  '2001:200::1',
  '2a00::1',
  '::ffff:8.8.8.8',
  '64:ff9b::8.8.8.8',
  '3ffe::1',
]

test('addresses that only some can reach are refused, in IPv4, IPv6 and one inside the other', () => {
  assert.deepEqual(
    closed.filter((address) => findRefusal(address) === null),
    [],
  )
})

test('addresses that everybody can reach are not', () => {
  assert.deepEqual(
    open.map(findRefusal),
    open.map(() => null),
  )
})

test('what is not an address is refused', () => {
  for (const text of ['', 'localhost', '127.1', '1.2.3.4.5', ':::', '8.8.8.8/8']) assert.ok(findRefusal(text), text)
})

const spellings = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://0/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xA9FEA9FE/',
  'http://[fe80::1]/',
  'http://someone@127.0.0.1/',
  'http://paper.example@127.0.0.1/',
  'http:127.0.0.1',
  'http:\\\\127.0.0.1\\',
  'http://10.1/',
]
for (const address of spellings) {
  test(`${address} leads inside and is refused`, () => assert.equal(findDestination(address, []).kind, 'refused'))
}

test('other protocols, ports of other services and what is no address are refused', () => {
  const addresses = [
    'file:///etc/passwd',
    'ftp://paper.example/',
    'data:text/html,x',
    'javascript:1',
    'gopher://paper.example/',
    '/a',
    '',
    'http://paper.example:25/',
    'https://paper.example:22/',
    'http://paper.example:6667/',
    'http://',
    'http://[::1',
  ]
  assert.deepEqual(
    addresses.filter((address) => findDestination(address, []).kind !== 'refused'),
    [],
  )
})

test('an allowance opens one host, one address and one port, and nothing beside them', () => {
  const allow = [{ host: 'paper.example', address: '127.0.0.1', port: 4_000 }]
  const find = (address: string) => {
    const found = findDestination(address, allow)
    return found.kind === 'refused' ? 'refused' : `${found.pinned}:${found.port}`
  }
  assert.equal(find('http://paper.example/a'), '127.0.0.1:4000')
  assert.equal(find('https://PAPER.example/a'), '127.0.0.1:4000')
  assert.equal(find('http://paper.example:4000/'), '127.0.0.1:4000')
  assert.equal(find('http://paper.example:4001/'), 'null:4001')
  assert.equal(find('http://www.paper.example/'), 'null:80')
  assert.equal(find('http://127.0.0.1:4000/'), 'refused')
})

/** A server on loopback that must never be reached, and a name for it that only `resolve` knows. */
async function openSecret(t: { after(deed: () => void): void }, resolve: HttpOptions['resolve'], now = () => 0) {
  let visits = 0
  const server = createServer((_, response) => {
    visits++
    response.end('secret')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = server.address()
  const http = createHttp({
    userAgent: 'DragomanTest/1',
    maxBytes: 1_000,
    connectTimeoutMs: 300,
    totalTimeoutMs: 500,
    idleTimeoutMs: 300,
    allow: [],
    now,
    resolve,
  })
  t.after(() => {
    http.close()
    server.close()
  })
  const url = `http://rebind.example:${typeof at === 'object' && at ? at.port : 0}/`
  return {
    fetch: async () => {
      const result = await http.fetch({ url })
      return result.kind === 'failed' ? result.failure : 'answered'
    },
    visits: () => visits,
  }
}

test('a name that leads inside is refused, also when it leads outside as well', async (t) => {
  for (const answers of [
    ['127.0.0.1'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['8.8.8.8', '127.0.0.1'],
    ['2606:4700::1111', 'fd00::1'],
  ]) {
    const secret = await openSecret(t, () => Promise.resolve(answers))
    assert.equal(await secret.fetch(), 'refused-address', String(answers))
    assert.equal(secret.visits(), 0)
  }
})

test('a name that changes its answer between two lookups (DNS rebinding) reaches nothing inside', async (t) => {
  // From a block that is allotted to nobody, so that nobody is visited by this test.
  const nobody = '2d00::1'
  let asked = 0
  let time = 0
  const secret = await openSecret(
    t,
    () => Promise.resolve([asked++ === 0 ? nobody : '127.0.0.1']),
    () => time,
  )
  const first = await secret.fetch()
  assert.ok(first === 'connect' || first === 'timeout', first)
  assert.equal(asked, 1, 'one connection asks once, so that there is no second answer to fall for')
  time += 120_000
  assert.equal(await secret.fetch(), 'refused-address')
  assert.equal(asked, 2)
  assert.equal(secret.visits(), 0)
})

test('a name with twenty visitors is looked up once, also when the answer is that there is none', async (t) => {
  let asked = 0
  const secret = await openSecret(t, () => {
    asked++
    return Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }))
  })
  const endings = await Promise.all(Array.from({ length: 20 }, () => secret.fetch()))
  assert.deepEqual(new Set(endings), new Set(['dns']))
  assert.equal(asked, 1)
})
