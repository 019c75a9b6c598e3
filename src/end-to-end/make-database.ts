// For tests: databases on the PostgreSQL that the tests are given, if they are.

import { sql } from 'kysely'
import { openDb } from '../store/db.ts'
import type { Closing } from './run-dragoman.ts'

/** Connection string of the server; empty when there is none. */
export const postgresServer = process.env['DRAGOMAN_TEST_POSTGRES'] ?? ''

/** The connection string of an empty database, dropped after the test. */
export async function makeDatabase(t: Closing): Promise<string> {
  const name = `e2e_${crypto.randomUUID().replaceAll('-', '')}`
  const db = await openDb({ kind: 'postgres', url: postgresServer })
  await sql`create database ${sql.id(name)}`.execute(db)
  t.after(async () => {
    await sql`drop database ${sql.id(name)} with (force)`.execute(db)
    await db.destroy()
  })
  const url = new URL(postgresServer)
  url.pathname = `/${name}`
  return url.href
}
