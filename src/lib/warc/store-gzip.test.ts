import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { storeGzip } from './store-gzip.ts'

test('every gunzip gives the bytes back, whatever their number', () => {
  for (const length of [0, 1, 65_534, 65_535, 65_536, 131_070, 200_001]) {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 131) & 0xff))
    const pieces = [bytes.subarray(0, length >> 1), bytes.subarray(length >> 1)]
    assert.deepEqual(gunzipSync(storeGzip(pieces)), bytes, `${length} bytes`)
  }
})
