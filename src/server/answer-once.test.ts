import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listSearches } from '../store/saved-searches.ts'
import { openTestDesk, type TestDesk } from './test-desk.ts'

const save = (desk: TestDesk, key: string, name: string): Promise<Response> =>
  desk.ask('/api/searches', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ name, query: 'harbour' }),
  })

const countSearches = async ({ db }: TestDesk): Promise<number> => (await listSearches(db)).length

test('a deed that is sent again under its name is done once and answered alike', async () => {
  const desk = await openTestDesk()
  const first = await save(desk, 'deed-1', 'Harbour')
  const again = await save(desk, 'deed-1', 'Harbour')
  assert.equal(first.status, 201)
  assert.equal(again.status, 201)
  assert.equal(again.headers.get('idempotency-replayed'), 'true')
  assert.deepEqual(await again.json(), await first.json())
  assert.equal(await countSearches(desk), 1)
  await save(desk, 'deed-2', 'Harbour')
  assert.equal(await countSearches(desk), 2, 'the same wish under another name is another deed')
  await desk.close()
})

test('of many that come at once under one name, one is done and all hear of it', async () => {
  const desk = await openTestDesk()
  const answers = await Promise.all(Array.from({ length: 8 }, () => save(desk, 'deed-1', 'Harbour')))
  assert.deepEqual(
    answers.map(({ status }) => status),
    Array.from({ length: 8 }, () => 201),
  )
  assert.equal(await countSearches(desk), 1)
  await desk.close()
})

test('what was refused is not kept, and a name is not good for two deeds', async () => {
  const desk = await openTestDesk()
  assert.equal((await save(desk, 'deed-1', '')).status, 400)
  assert.equal((await save(desk, 'deed-1', 'Harbour')).status, 201)
  const other = await save(desk, 'deed-1', 'Grain')
  assert.equal(other.status, 422)
  assert.match(await other.text(), /another request/)
  assert.equal((await save(desk, 'a b', 'Harbour')).status, 400)
  assert.equal(await countSearches(desk), 1)
  await desk.close()
})
