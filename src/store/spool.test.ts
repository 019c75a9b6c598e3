import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { newId } from '../domain/id.ts'
import { openDb } from './db.ts'
import { migrate } from './migrate.ts'
import { createTableQueue } from './queue/table-queue.ts'
import { openSpool, sweepSpool } from './spool.ts'

const now = 1_700_000_000_000

test('what a kill left in the spool goes; what a job waits for, or is just arriving, stays', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-spool-'))
  t.after(() => rm(folder, { recursive: true }))
  const db = await openDb({ kind: 'sqlite', path: ':memory:' })
  t.after(() => db.destroy())
  await migrate(db)
  const spool = openSpool(folder)
  for (const name of ['waited', 'orphan', 'fresh']) await spool.add(name, new Uint8Array(3))
  const old = new Date(now - 2 * 3_600_000)
  for (const name of ['waited', 'orphan']) await utimes(join(folder, `${name}.part`), old, old)
  await utimes(join(folder, 'fresh.part'), new Date(now), new Date(now))
  const data = { itemId: newId<'item'>(now), spooled: 'waited', name: 'a.pdf', contentType: null, url: null }
  await createTableQueue(db).enqueue(db, [{ name: 'preserve.file', data, key: 'file:waited', runAt: now }])

  assert.equal(await sweepSpool(folder, db, now), 1)
  assert.deepEqual((await readdir(folder)).sort(), ['fresh.part', 'waited.part'])
  assert.equal(await sweepSpool(join(folder, 'nowhere'), db, now), 0)
})
