import type { Kysely } from 'kysely'

/** Sentences that an engine is being asked for at this moment, and what was asked for and never written down. */
export async function engineClaims(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('engine_claims')
    .addColumn('answer_key', 'text', (c) => c.primaryKey())
    .addColumn('ask_id', 'text', (c) => c.notNull())
    .addColumn('engine', 'text', (c) => c.notNull())
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('characters', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('engine_claims_ask').on('engine_claims').column('ask_id').execute()
  await db.schema
    .alterTable('engine_costs')
    .addColumn('lost', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
}
