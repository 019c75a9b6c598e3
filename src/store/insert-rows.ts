// Writes many rows in as few statements as the engines take parameters.

import type { Insertable } from 'kysely'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

/** Both engines take more; beyond this a longer statement is no faster. */
const PARAMETERS_AT_ONCE = 8_000

/** Adds all rows, in the order given. A row that breaks a key fails the whole. */
export async function insertRows<Table extends keyof Schema>(
  db: Db,
  table: Table,
  rows: readonly Schema[Table][],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const atOnce = Math.max(1, Math.floor(PARAMETERS_AT_ONCE / Object.keys(first).length))
  for (let start = 0; start < rows.length; start += atOnce) {
    const part = rows.slice(start, start + atOnce) as unknown as Insertable<Schema[Table]>[]
    await db.insertInto(table).values(part).execute()
  }
}
