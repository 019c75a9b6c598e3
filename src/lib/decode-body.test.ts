import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
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
