// The desk is there at once because it is small: what the first page fetches is weighed as it is built.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

const MOST_BYTES = 250_000
const built = new URL('../../dist/web/', import.meta.url)
const skip = !existsSync(new URL('index.html', built)) && 'the pages are not built: npm test builds them'

test('the scripts of the first page are at most 250 kB compressed', { skip }, () => {
  const page = readFileSync(new URL('index.html', built), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path)
  assert.ok(scripts.length > 1)
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, built))).length, 0)
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`)
})
