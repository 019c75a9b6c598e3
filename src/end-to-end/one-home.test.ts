// One PostgreSQL belongs to one home and to one worker at a time; one that cannot be reached is named before the desk opens.

import assert from 'node:assert/strict'
import { cp, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { WorkSummary } from '../cli/work-through.ts'
import { errorCodes } from '../domain/errors.ts'
import { openDb } from '../store/db.ts'
import { makeDatabase, postgresServer } from './make-database.ts'
import { hastyOutlets, openPressHome } from './open-press-home.ts'
import { dragoman, dragomanJson, makeFolder, startDragoman } from './run-dragoman.ts'

const skip = postgresServer ? false : 'no PostgreSQL here'
const fewOutlets = hastyOutlets.slice(0, 1)

test(
  'a database belongs to one home: another is told which, and neither works on it nor looks at it',
  { skip },
  async (t) => {
    const DRAGOMAN_POSTGRES = await makeDatabase(t)
    const { settings, home } = await openPressHome(t, 0.002, undefined, fewOutlets, { DRAGOMAN_POSTGRES })
    const { counts } = await dragomanJson<WorkSummary>(settings, 'collect')
    const folder = await makeFolder(t)
    const backup = join(folder, 'desk.tar')
    await dragomanJson(settings, 'backup', backup)

    const other = { ...settings, DRAGOMAN_HOME: join(folder, 'other') }
    for (const words of [['collect'], ['start', '--port', '0'], ['status'], ['rebuild'], ['restore', backup]]) {
      const run = await dragoman(other, ...words)
      assert.equal(run.code, errorCodes.conflict.exit, `${words.join(' ')}: ${run.notes}`)
      assert.ok(run.notes.includes(home), run.notes)
      assert.match(run.notes, /database of its own/)
      assert.equal(run.out, '')
    }
    assert.ok(!(await readdir(other.DRAGOMAN_HOME)).includes('archive'))

    await dragomanJson({ ...other, DRAGOMAN_POSTGRES: await makeDatabase(t) }, 'restore', backup)
    const moved = { ...settings, DRAGOMAN_HOME: join(folder, 'moved') }
    await rename(home, moved.DRAGOMAN_HOME)
    assert.deepEqual((await dragomanJson<WorkSummary>(moved, 'collect')).counts, counts)
  },
)

test('a database that knows captures is not given to a folder that does not hold them', { skip }, async (t) => {
  const DRAGOMAN_POSTGRES = await makeDatabase(t)
  const { settings } = await openPressHome(t, 0.002, undefined, fewOutlets, { DRAGOMAN_POSTGRES })
  await dragomanJson(settings, 'collect')
  const db = await openDb({ kind: 'postgres', url: DRAGOMAN_POSTGRES })
  await db.deleteFrom('facts').where('name', '=', 'home').execute() // as an earlier version left it
  await db.destroy()
  const run = await dragoman({ ...settings, DRAGOMAN_HOME: join(await makeFolder(t), 'other') }, 'collect')
  assert.equal(run.code, errorCodes.conflict.exit, run.notes)
  await dragomanJson(settings, 'collect')
})

test('two copies of a home do not work on one database at once, and a killed worker frees it', { skip }, async (t) => {
  const DRAGOMAN_POSTGRES = await makeDatabase(t)
  const { settings, home } = await openPressHome(t, 0.002, undefined, fewOutlets, { DRAGOMAN_POSTGRES })
  const desk = startDragoman(settings, ['start', '--port', '0'])
  t.after(() => desk.child.kill('SIGKILL'))
  await desk.says(/open at/)
  const copy = { ...settings, DRAGOMAN_HOME: join(await makeFolder(t), 'copy') }
  await mkdir(copy.DRAGOMAN_HOME)
  await cp(join(home, 'home.json'), join(copy.DRAGOMAN_HOME, 'home.json'))
  for (const words of [['start', '--port', '0'], ['rebuild'], ['collect']]) {
    const run = await dragoman(copy, ...words)
    assert.equal(run.code, errorCodes['home-in-use'].exit, `${words.join(' ')}: ${run.notes}`)
    assert.ok(run.notes.includes(home), run.notes)
  }
  desk.child.kill('SIGKILL')
  await desk.ended
  assert.equal((await dragoman(settings, 'collect')).code, 0)
})

test('the demo leaves the PostgreSQL of the settings alone, and says so', { skip }, async (t) => {
  const DRAGOMAN_POSTGRES = await makeDatabase(t)
  const run = await dragoman({ DRAGOMAN_POSTGRES }, 'demo', '--once')
  assert.equal(run.code, 0, run.notes)
  assert.match(run.notes, /PostgreSQL of your settings is left alone/)
  const db = await openDb({ kind: 'postgres', url: DRAGOMAN_POSTGRES })
  const { rows } = await sql`select 1 from pg_tables where schemaname = 'public'`.execute(db)
  await db.destroy()
  assert.deepEqual(rows, [])
})

const nobodyThere = 'postgres://desk:hunter2@127.0.0.1:1/desk'
const noSuchDatabase = postgresServer && new URL('/hunter2', postgresServer).href

for (const [what, url, code] of [
  ['is no address', 'garbage hunter2', 'bad-config'],
  ['does not answer', nobodyThere, 'network'],
  ['has no such database', noSuchDatabase, 'bad-config'],
] as const) {
  test(
    `a PostgreSQL that ${what} is said in words before the desk is open`,
    { skip: url === '' && skip },
    async (t) => {
      const settings = { DRAGOMAN_HOME: join(await makeFolder(t), 'home'), DRAGOMAN_POSTGRES: url }
      for (const words of [['start', '--port', '0'], ['status'], ['collect']]) {
        const run = await dragoman(settings, ...words)
        assert.equal(run.code, errorCodes[code].exit, `${words.join(' ')}: ${run.notes}`)
        assert.match(run.notes, /DRAGOMAN_POSTGRES/)
        assert.doesNotMatch(run.notes, /hunter2|\.ts:\d/)
        assert.equal(run.out, '')
      }
    },
  )
}
