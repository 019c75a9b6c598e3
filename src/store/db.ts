// The records of a home: SQLite or PostgreSQL behind one typed query builder.

import { Kysely, type Transaction } from 'kysely'
import { openSqlite, sqliteDialect } from './sqlite-dialect.ts'
import type { Schema } from './schema.ts'

/** A pool or an open transaction: store functions take either. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

export type RecordsPlace =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string }

/** Opens the records without looking at their version; `migrate` does that. */
export async function openDb(place: RecordsPlace): Promise<Db> {
  if (place.kind === 'sqlite') return new Kysely<Schema>({ dialect: sqliteDialect(openSqlite(place.path)) })
  const { postgresDialect } = await import('./postgres-dialect.ts') // the driver is not loaded on a laptop
  return new Kysely<Schema>({ dialect: postgresDialect(place) })
}
