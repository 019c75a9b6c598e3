// The whole way with the records in PostgreSQL: the same counts, and a backup that becomes a desk on SQLite.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { WorkSummary } from '../cli/work-through.ts'
import { digestIndex, findContradictions } from './find-contradictions.ts'
import { makeDatabase, postgresServer } from './make-database.ts'
import { hastyOutlets, openPressHome } from './open-press-home.ts'
import { dragoman, dragomanJson, makeFolder } from './run-dragoman.ts'

test(
  'a desk on PostgreSQL holds what one on SQLite holds, and can become one',
  { skip: postgresServer ? false : 'no PostgreSQL here' },
  async (t) => {
    const DRAGOMAN_POSTGRES = await makeDatabase(t)
    const sqlite = await openPressHome(t)
    const { settings, home } = await openPressHome(t, 0.002, undefined, hastyOutlets, { DRAGOMAN_POSTGRES })
    const expected = await dragomanJson<WorkSummary>(sqlite.settings, 'collect')
    const found = await dragomanJson<WorkSummary>(settings, 'collect')
    assert.deepEqual([found.counts, found.feeds, found.failed], [expected.counts, expected.feeds, []])
    assert.deepEqual((await dragomanJson<WorkSummary>(settings, 'collect', 'all')).counts, expected.counts)
    assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
    const before = digestIndex(home)
    await dragomanJson(settings, 'rebuild')
    assert.equal(digestIndex(home), before)
    assert.doesNotMatch(
      (await dragoman(settings, 'status', '--json')).out,
      new RegExp(new URL(DRAGOMAN_POSTGRES).pathname.slice(1)),
    )

    const folder = await makeFolder(t)
    await dragomanJson(settings, 'backup', join(folder, 'desk.tar'))
    const restored = join(folder, 'restored')
    const { DRAGOMAN_POSTGRES: _, ...onSqlite } = settings
    await dragomanJson(onSqlite, 'restore', join(folder, 'desk.tar'), '--home', restored)
    assert.deepEqual(await findContradictions(restored), [])
    assert.equal((await dragoman(onSqlite, 'verify-archive', '--home', restored)).code, 0)
  },
)
