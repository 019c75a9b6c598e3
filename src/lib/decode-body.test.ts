import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { decodeBody } from './decode-body.ts'

const page = Buffer.from('<p>الطوفان</p>'.repeat(500))

for (const [coding, body] of [
  ['gzip', gzipSync(page)],
  ['x-gzip', gzipSync(page)],
  ['deflate', deflateSync(page)],
  ['deflate', deflateRawSync(page)],
  ['br', brotliCompressSync(page)],
  ['zstd', zstdCompressSync(page)],
  ['identity', page],
  ['', page],
  [' GZIP , Br ', brotliCompressSync(gzipSync(page))],
] as const) {
  test(`a body under "${coding}" gives its content`, async () => {
    assert.deepEqual(await decodeBody(body, coding, 1_000_000), { kind: 'decoded', body: page, whole: true })
  })
}

// Hardly compressible, and the same in every run.
const noise = Array.from({ length: 6_000 }, (_, number) =>
  createHash('sha256').update(String(number)).digest('hex'),
).join('')
const folded = {
  gzip: gzipSync(noise),
  deflate: deflateSync(noise),
  br: brotliCompressSync(noise),
  zstd: zstdCompressSync(noise),
}

for (const [coding, body] of Object.entries(folded)) {
  test(`a ${coding} body that was cut off gives what came before, and says that it is not whole`, async () => {
    const got = await decodeBody(body.subarray(0, body.length / 2), coding, 1_000_000)
    if (got.kind !== 'decoded') assert.fail(got.kind)
    assert.equal(got.whole, false)
    // zstd gives nothing of a block that did not arrive whole.
    assert.ok(got.body.length > (coding === 'zstd' ? 0 : noise.length / 3), String(got.body.length))
    assert.ok(noise.startsWith(Buffer.from(got.body).toString()))
  })
}

test('a body that breaks in the middle gives what came before', async () => {
  const broken = Buffer.from(gzipSync(noise, { level: 1 }))
  broken.fill(0xff, 100_000, 100_200)
  const got = await decodeBody(broken, 'gzip', 1_000_000)
  if (got.kind !== 'decoded') assert.fail(got.kind)
  assert.equal(got.whole, false)
  assert.ok(noise.startsWith(Buffer.from(got.body.subarray(0, 10_000)).toString()))
})

const zeros = Buffer.alloc(30_000_000)
const bombs: readonly (readonly [coding: string, body: Uint8Array])[] = [
  ['gzip', gzipSync(zeros)],
  ['deflate', deflateSync(zeros)],
  ['br', brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ['zstd', zstdCompressSync(zeros)],
  ['gzip, gzip', gzipSync(gzipSync(zeros))],
  ['gzip, br, zstd', zstdCompressSync(brotliCompressSync(gzipSync(zeros)))],
  ['identity', zeros.subarray(0, 200_000)],
]
for (const [coding, body] of bombs) {
  test(`a bomb of ${body.length} bytes under "${coding}" is left at the limit`, async () => {
    assert.deepEqual(await decodeBody(body, coding, 100_000), { kind: 'too-large' })
  })
}

test('a bomb costs no more memory than its limit', async () => {
  const member = gzipSync(zeros)
  const bomb = Buffer.concat(Array.from({ length: 20 }, () => member))
  const before = process.resourceUsage().maxRSS
  assert.deepEqual(await decodeBody(bomb, 'gzip', 100_000), { kind: 'too-large' })
  const grownKilobytes = process.resourceUsage().maxRSS - before
  assert.ok(grownKilobytes < 100_000, `${grownKilobytes} kB for a bomb of 600 MB`)
})

test('a bomb that is also cut off is still too large', async () => {
  const bomb = gzipSync(zeros)
  assert.deepEqual(await decodeBody(bomb.subarray(0, -20), 'gzip', 100_000), { kind: 'too-large' })
})

test('content of exactly the limit is taken', async () => {
  const got = await decodeBody(gzipSync(Buffer.alloc(5_000)), 'gzip', 5_000)
  assert.equal(got.kind, 'decoded')
  assert.equal((await decodeBody(gzipSync(Buffer.alloc(5_001)), 'gzip', 5_000)).kind, 'too-large')
})

test('plain text under a claim of gzip or of a coding nobody knows is taken as it is', async () => {
  for (const coding of ['gzip', 'zstd', 'utf-8', 'none']) {
    assert.deepEqual(await decodeBody(page, coding, 1_000_000), { kind: 'decoded', body: page, whole: true })
  }
})

test('what cannot be unpacked is said to be so', async () => {
  for (const [coding, body] of [
    ['br', Buffer.from('not brotli at all')],
    ['compress', page],
    ['gzip, '.repeat(50), page],
    ['gzip', Buffer.from([0x1f, 0x8b, 0xff])],
  ] as const) {
    assert.equal((await decodeBody(body, coding, 1_000_000)).kind, 'unreadable', coding)
  }
})

test('an empty body is empty under any coding', async () => {
  assert.deepEqual(await decodeBody(new Uint8Array(), 'gzip', 10), {
    kind: 'decoded',
    body: new Uint8Array(),
    whole: true,
  })
})
