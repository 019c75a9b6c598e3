import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../domain/id.ts'
import type { Outlet } from '../../domain/outlet.ts'
import { acknowledge } from '../captures.ts'
import { openDb, type Db } from '../db.ts'
import { testOnEachDatabase } from '../each-database.ts'
import { migrate } from '../migrate.ts'
import { addOutlet, listOutlets } from '../outlets.ts'
import { remadeTables, tables } from './backup-format.ts'
import { readBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

const now = 1_700_000_000_000
const warc = 'dragoman-20231114T000000Z-00001.warc.gz'

async function fillDesk(db: Db, folder: string): Promise<void> {
  await mkdir(join(folder, 'archive'))
  await writeFile(
    join(folder, 'archive', warc),
    Buffer.concat([Buffer.alloc(200_000, 7), Buffer.from('not acknowledged yet')]),
  )
  await acknowledge(db, warc, 200_000)
  for (let i = 0; i < 30; i++) {
    await addOutlet(db, anOutlet(`o${i}`))
  }
}

function anOutlet(name: string): Outlet {
  return {
    id: newId<'outlet'>(now),
    name: `${name} «صحيفة»`,
    nameAsPrinted: null,
    homepage: `https://${name}.example/`,
    domains: [`${name}.example`],
    languages: ['ar'],
    country: null,
    createdAt: now,
  }
}

async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-backup-'))
  try {
    await body(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function restoreInto(folder: string, path: string): Promise<Db> {
  const db = await openDb({ kind: 'sqlite', path: join(folder, 'restored.db') })
  await migrate(db)
  try {
    await readBackup({ db, archiveFolder: join(folder, 'restored') }, path)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

testOnEachDatabase('a backup of any engine restores into SQLite, rows and acknowledged bytes the same', async (db) => {
  await withFolder(async (folder) => {
    await fillDesk(db, folder)
    const path = join(folder, 'desk.tar')
    await writeBackup({ db, archiveFolder: join(folder, 'archive'), tool: 'test', now: () => now }, path)
    const restored = await restoreInto(folder, path)
    assert.deepEqual(await listOutlets(restored), await listOutlets(db))
    assert.deepEqual(await readFile(join(folder, 'restored', warc)), Buffer.alloc(200_000, 7))
    await restored.destroy()
  })
})

test('every table of a desk is in its backup', async () => {
  const db = await openDb({ kind: 'sqlite', path: ':memory:' })
  await migrate(db)
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
  await db.destroy()
  const kept = new Set<string>([...tables, ...remadeTables, 'facts'])
  assert.deepEqual(
    rows.map(({ name }) => name).filter((name) => !kept.has(name) && !name.startsWith('sqlite_')),
    [],
  )
})

test('a backup made while somebody writes holds one moment, and does not keep the writer out', () =>
  withFolder(async (folder) => {
    const [db, other] = [
      await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') }),
      await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') }),
    ]
    await migrate(db)
    await fillDesk(db, folder)
    let late: Promise<void> | undefined
    const onProgress = (): void => {
      late ??= addOutlet(other, { ...anOutlet('late'), id: newId<'outlet'>(now + 99) })
    }
    const path = join(folder, 'desk.tar')
    const manifest = await writeBackup(
      { db, archiveFolder: join(folder, 'archive'), tool: 'test', now: () => now, onProgress },
      path,
    )
    await late
    assert.deepEqual([manifest.rows['outlets'], manifest.rows['outlet_domains']], [30, 30])
    assert.equal((await listOutlets(db)).length, 31)
    await db.destroy()
    await other.destroy()
  }))

async function damagedBackup(folder: string, damage: (path: string) => Promise<void>): Promise<string> {
  const db = await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') })
  await migrate(db)
  await fillDesk(db, folder)
  const path = join(folder, 'desk.tar')
  await writeBackup({ db, archiveFolder: join(folder, 'archive'), tool: 'test', now: () => now }, path)
  await db.destroy()
  await damage(path)
  return path
}

for (const [what, damage] of [
  ['one flipped byte', async (path: string) => flip(path, 100_000)],
  ['a cut end', async (path: string) => truncate(path, 150_000)],
  ['a missing manifest', async (path: string) => truncate(path, (await readFile(path)).length - 12_000)],
  ['something else altogether', async (path: string) => writeFile(path, 'hello '.repeat(1000))],
] as const) {
  test(`a backup with ${what} is refused, and no row of it stays`, () =>
    withFolder(async (folder) => {
      const path = await damagedBackup(folder, damage)
      await assert.rejects(restoreInto(folder, path), { code: 'bad-input' })
      const db = await openDb({ kind: 'sqlite', path: join(folder, 'restored.db') })
      assert.deepEqual(await listOutlets(db), [])
      await db.destroy()
    }))
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}

test('a backup that cannot be written fails with the reason, and ends nothing else', () =>
  withFolder(async (folder) => {
    const db = await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') })
    await migrate(db)
    await fillDesk(db, folder)
    const tools = { db, archiveFolder: join(folder, 'archive'), tool: 'test', now: () => now }
    await assert.rejects(writeBackup(tools, join(folder, 'nowhere', 'desk.tar')), /ENOENT/)
    await db.destroy()
  }))
