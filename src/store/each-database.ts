// Test support: runs a promise of the store on every engine there is.

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDb, type Db } from './db.ts'
import { migrate } from './migrate.ts'

const postgresUrl = process.env['DRAGOMAN_TEST_POSTGRES']

/** A fresh, migrated SQLite home. `close` removes it. */
export async function openTestDb(): Promise<{ db: Db; folder: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-test-'))
  const db = await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') })
  await migrate(db)
  const close = async (): Promise<void> => {
    await db.destroy()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, folder, close }
}

/** The test on SQLite and on PostgreSQL (skipped with a word where there is none), each on a fresh database. */
export function testOnEachDatabase(promise: string, body: (db: Db) => Promise<void>): void {
  test(`${promise} (SQLite)`, async () => {
    const { db, close } = await openTestDb()
    try {
      await body(db)
    } finally {
      await close()
    }
  })
  test(`${promise} (PostgreSQL)`, { skip: postgresUrl ? false : 'no PostgreSQL here' }, async () => {
    await onFreshSchema(postgresUrl ?? '', body)
  })
}

async function onFreshSchema(url: string, body: (db: Db) => Promise<void>): Promise<void> {
  const schema = `t_${randomUUID().replaceAll('-', '')}`
  const db = await openDb({ kind: 'postgres', url, schema })
  try {
    await sql`create schema ${sql.id(schema)}`.execute(db)
    await migrate(db)
    await body(db)
  } finally {
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)
    await db.destroy()
  }
}
