import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSearchAside } from './open-search-aside.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import type { SearchDocument, SearchIndex } from './search-index.ts'

const document = (at: number): SearchDocument => ({
  id: `document-${at}`,
  time: Date.UTC(2026, 0, 1) + at * 60_000,
  language: at % 2 === 0 ? 'en' : 'fr',
  outletId: `outlet-${at % 3}`,
  host: 'www.example.org',
  title: `bridge ${at}`,
  text:
    at % 5 === 0 ? 'the bridge over the river, the bridge of all bridges' : 'a road beside the river and its bridge',
})

function read(text: string): Query {
  const parsed = parseQuery(text)
  assert.equal(parsed.kind, 'query')
  return (parsed as Extract<typeof parsed, { kind: 'query' }>).query
}

async function answers(index: SearchIndex) {
  const query = read('bridge lang:en')
  return {
    relevant: await index.search(query, { order: 'relevant', limit: 5 }),
    newest: await index.search(query, { order: 'newest', limit: 5 }),
    hits: await index.countHits(query, 7),
    counts: await index.counts(query),
  }
}

test('the thread answers what the index itself answers, also to what was written a moment ago', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-aside-'))
  const path = join(folder, 'search.db')
  const here = openSearchAside(path)
  const aside = openSearchAside(path, { large: 0 })
  t.after(async () => {
    await here.close()
    await aside.close()
    await rm(folder, { recursive: true })
  })
  await here.upsert(Array.from({ length: 30 }, (_, at) => document(at)))
  assert.deepEqual(await answers(aside), await answers(here))
  await here.upsert([document(30)])
  assert.deepEqual(await answers(aside), await answers(here))
  await assert.rejects(aside.search(read('bridge'), { order: 'relevant', limit: 5, cursor: 'nonsense' }), {
    code: 'bad-input',
  })
})

test('the process goes on while the thread counts', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-aside-'))
  const index = openSearchAside(join(folder, 'search.db'), { large: 0 })
  t.after(async () => {
    await index.close()
    await rm(folder, { recursive: true })
  })
  await index.upsert(Array.from({ length: 100 }, (_, at) => document(at)))
  const order: string[] = []
  const counted = index.counts(read('bridge')).then(() => order.push('counted'))
  await new Promise((resolve) => setImmediate(resolve))
  order.push('went on')
  await counted
  assert.deepEqual(order, ['went on', 'counted'])
})
