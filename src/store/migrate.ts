// Brings a home to this version's schema, or says why it cannot.

import type { Kysely } from 'kysely'
import { DeskError } from '../domain/errors.ts'
import type { Db } from './db.ts'
import { migrations } from './migrations/migrations.ts'

export const schemaVersion = migrations.length

/** Applies what is missing, each step in a transaction of its own. Returns how many steps were taken. */
export async function migrate(db: Db): Promise<number> {
  await db.schema
    .createTable('facts')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  const found = await readSchemaVersion(db)
  if (found > schemaVersion) {
    throw new DeskError(
      'home-too-new',
      `This home was written by a newer Dragoman (schema ${found}; this one knows ${schemaVersion}). Nothing was touched. Update Dragoman, or point DRAGOMAN_HOME at another folder.`,
    )
  }
  for (let version = found; version < schemaVersion; version++) await applyStep(db, version)
  return schemaVersion - found
}

export async function readSchemaVersion(db: Db): Promise<number> {
  const row = await db.selectFrom('facts').select('value').where('name', '=', 'schema').executeTakeFirst()
  return row ? Number(row.value) : 0
}

async function applyStep(db: Db, version: number): Promise<void> {
  const step = migrations[version]
  if (!step) return
  await db.transaction().execute(async (tx) => {
    await step(tx as unknown as Kysely<unknown>)
    const fact = { name: 'schema', value: String(version + 1) }
    await tx
      .insertInto('facts')
      .values(fact)
      .onConflict((c) => c.column('name').doUpdateSet({ value: fact.value }))
      .execute()
  })
}
