// One contract, both stores.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CopyStore } from './copy-store.ts'
import { RUN_DOCUMENTS } from './key-runs.ts'
import { openMemoryCopies } from './open-memory-copies.ts'
import { openSqliteCopies } from './open-sqlite-copies.ts'

const record = new Uint8Array([1, 2, 3])
const opens: Readonly<Record<string, () => CopyStore>> = {
  memory: () => openMemoryCopies(),
  sqlite: () => openSqliteCopies(':memory:'),
}

for (const [name, open] of Object.entries(opens)) {
  test(`${name}: a document is found under its keys, the latest first, as many as asked for`, async () => {
    const store = open()
    for (const id of ['a', 'b', 'c']) await store.add({ id, keys: [7, 2 ** 32 - 1, 7], record })
    await store.add({ id: 'd', keys: [8], record })
    assert.deepEqual(await store.findHolders([7, 8, 9, 2 ** 32 - 1], 2), [[3, 2], [4], [], [3, 2]])
    assert.deepEqual(await store.find('b'), { no: 2, id: 'b', group: null, record, ...extra(await store.find('b')) })
    assert.equal(await store.find('e'), undefined)
    assert.equal(await store.size(), 4)
    await store.close()
  })

  test(`${name}: groups grow, tie together, shrink, and vanish with their last pair`, async () => {
    const store = open()
    for (const id of ['a', 'b', 'c', 'd', 'e']) await store.add({ id, keys: [], record })
    const ids = async (group: number) => (await store.listGroup(group, 10)).map(({ id }) => id)
    const one = await store.join(1, 2)
    assert.equal(await store.join(1, 2), one)
    await store.join(4, 5)
    assert.equal((await store.listGroups(10)).length, 2)
    const all = await store.join(5, 1)
    assert.deepEqual(await ids(all), ['a', 'b', 'd', 'e'])
    assert.deepEqual(await store.listGroups(10), [all])
    assert.deepEqual(await ids(await store.join(3, 4)), ['a', 'b', 'c', 'd', 'e'])
    for (const id of ['a', 'b', 'c']) await store.remove(id)
    assert.deepEqual(await ids(all), ['d', 'e'])
    await store.remove('d')
    assert.deepEqual(await store.listGroups(10), [])
    assert.equal((await store.find('e'))?.group, null)
    await store.close()
  })

  test(`${name}: a document added again has a new number and stands alone`, async () => {
    const store = open()
    await store.add({ id: 'a', keys: [1], record })
    await store.add({ id: 'b', keys: [1], record })
    await store.join(1, 2)
    assert.equal(await store.add({ id: 'a', keys: [2], record }), 3)
    assert.equal((await store.find('a'))?.group, null)
    assert.equal(await store.read(1), undefined)
    assert.equal(await store.size(), 2)
    await store.close()
  })
}

/** The memory store keeps the keys with the record. */
function extra(found: unknown): object {
  return typeof found === 'object' && found !== null && 'keys' in found ? { keys: found.keys } : {}
}

test('sqlite: keys are found after a run is closed, and after the file is opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-copies-test-'))
  const path = join(folder, 'copies.db')
  try {
    let store = openSqliteCopies(path)
    const { identity } = store
    const last = RUN_DOCUMENTS + 10
    const keysOf = (no: number) => [(no * 2_654_435_761) % 2 ** 32, no % 100, 4_000_000_000 + (no % 3)]
    await store.together(async () => {
      for (let no = 1; no <= last; no++) await store.add({ id: `d${no}`, keys: keysOf(no), record })
    })
    for (let round = 0; round < 2; round++) {
      for (const no of [1, 2, 500, RUN_DOCUMENTS - 1, RUN_DOCUMENTS, RUN_DOCUMENTS + 1, last])
        assert.ok((await store.findHolders([keysOf(no)[0] ?? 0], 5))[0]?.includes(no), `${no}`)
      const [common = []] = await store.findHolders([4_000_000_001], 20)
      assert.equal(common.length, 20)
      assert.deepEqual(
        common,
        [...common].sort((a, b) => b - a),
      )
      assert.ok(common.every((no) => no % 3 === 1))
      await store.close()
      store = openSqliteCopies(path)
      assert.equal(store.identity, identity)
    }
    await store.close()
    const newer = openSqliteCopies(path, 2)
    assert.notEqual(newer.identity, identity)
    assert.equal(await newer.size(), 0)
    await newer.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('sqlite: what fails together leaves nothing behind', async () => {
  const store = openSqliteCopies(':memory:')
  await store.add({ id: 'a', keys: [1], record })
  const failing = store.together(async () => {
    await store.add({ id: 'b', keys: [1], record })
    await store.join(1, 2)
    throw new Error('the reader broke down')
  })
  await assert.rejects(failing, /broke down/)
  assert.deepEqual(await store.findHolders([1], 5), [[1]])
  assert.deepEqual(await store.listGroups(5), [])
  assert.equal(await store.add({ id: 'b', keys: [1], record }), 2)
  await store.close()
})

test('sqlite: a file that is no database is refused with a way out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-copies-test-'))
  try {
    writeFileSync(join(folder, 'copies.db'), 'this is a letter to the editor, not a database'.repeat(50))
    assert.throws(() => openSqliteCopies(join(folder, 'copies.db')), /delete copies\.db/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('memory: the oldest documents are forgotten, with their keys and their places in groups', async () => {
  const store = openMemoryCopies(3)
  for (const id of ['a', 'b', 'c']) await store.add({ id, keys: [1], record })
  const group = await store.join(1, 2)
  await store.join(2, 3)
  await store.add({ id: 'd', keys: [1], record })
  assert.deepEqual(await store.findHolders([1], 9), [[4, 3, 2]])
  assert.deepEqual(
    (await store.listGroup(group, 9)).map(({ id }) => id),
    ['b', 'c'],
  )
  assert.equal(await store.size(), 3)
})
