import type { Kysely } from 'kysely'

/** Excerpts with their revisions, tags, looks for their words in later texts, and where they were used. */
export async function excerpts(db: Kysely<unknown>): Promise<void> {
  await excerptTable(db)
  await db.schema
    .createTable('excerpt_revisions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('record', 'text', (c) => c.notNull())
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('why', 'text')
    .addUniqueConstraint('excerpt_revision_number', ['excerpt_id', 'number'])
    .execute()
  await db.schema
    .createTable('excerpt_tags')
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addPrimaryKeyConstraint('excerpt_tags_key', ['label', 'excerpt_id'])
    .execute()
  await index(db, 'excerpt_tags_excerpt', 'excerpt_tags', ['excerpt_id'])
  await checkTable(db)
  await db.schema
    .createTable('excerpt_uses')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .execute()
  await index(db, 'excerpt_uses_excerpt', 'excerpt_uses', ['excerpt_id'])
}

async function excerptTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('excerpts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('reading_id', 'text', (c) => c.notNull().references('readings.id'))
    .addColumn('capture_id', 'text', (c) => c.notNull().references('captures.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('anchoring', 'text', (c) => c.notNull())
    .addColumn('basket', 'text')
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('record', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .execute()
  await index(db, 'excerpts_item', 'excerpts', ['item_id', 'id'])
  await index(db, 'excerpts_basket', 'excerpts', ['basket', 'id'])
  await index(db, 'excerpts_anchoring', 'excerpts', ['anchoring', 'id'])
}

async function checkTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('excerpt_checks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('reading_id', 'text', (c) => c.notNull())
    .addColumn('capture_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('anchoring', 'text', (c) => c.notNull())
    .addColumn('parts', 'text')
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('decision', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .execute()
  await index(db, 'excerpt_checks_excerpt', 'excerpt_checks', ['excerpt_id', 'id'])
}

async function index(db: Kysely<unknown>, name: string, on: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(name)
    .on(on)
    .columns([...columns])
    .execute()
}
