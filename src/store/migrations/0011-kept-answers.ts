import type { Kysely } from 'kysely'

/** What was answered to requests that named themselves, so that one sent twice is done once. */
export async function keptAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_answers')
    .addColumn('request_key', 'text', (c) => c.primaryKey())
    .addColumn('request_digest', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('kept_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('kept_answers_age').on('kept_answers').column('kept_at').execute()
}
