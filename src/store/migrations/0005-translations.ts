import { PostgresAdapter, sql, type Kysely } from 'kysely'

/** Translations with their history, the translation memory, the glossary, and what engines said and cost. */
export async function translations(db: Kysely<unknown>): Promise<void> {
  await translationTables(db)
  await memoryTables(db)
  await engineTables(db)
}

async function translationTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('translations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('reading_id', 'text', (c) => c.notNull().references('readings.id'))
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('from_language', 'text', (c) => c.notNull())
    .addColumn('to_language', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('title_state', 'text', (c) => c.notNull())
    .addColumn('segments', 'text', (c) => c.notNull())
    .addColumn('text_digest', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addUniqueConstraint('translation_of_reading', ['reading_id', 'to_language'])
    .execute()
  await db.schema.createIndex('translations_item').on('translations').columns(['item_id', 'to_language']).execute()
  await db.schema
    .createTable('translation_revisions')
    .addColumn('translation_id', 'text', (c) => c.notNull().references('translations.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('changes', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('translation_revisions_key', ['translation_id', 'revision'])
    .execute()
}

async function memoryTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('memory_segments')
    .addColumn('no', 'bigint', (c) => c.primaryKey())
    .addColumn('from_language', 'text', (c) => c.notNull())
    .addColumn('to_language', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('source_key', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  const grams = db.schema
    .createTable('memory_grams')
    .addColumn('gram', 'bigint', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('segment_no', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('memory_grams_key', ['gram', 'size', 'segment_no'])
  // In SQLite the key is then the table: half the size, and one look instead of two.
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await (isPostgres ? grams : grams.modifyEnd(sql`without rowid`)).execute()
  await db.schema.createIndex('memory_grams_segment').on('memory_grams').column('segment_no').execute()
}

async function engineTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('glossary_terms')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('term_key', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('names', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('engine_answers')
    .addColumn('answer_key', 'text', (c) => c.primaryKey())
    .addColumn('engine', 'text', (c) => c.notNull())
    .addColumn('version', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('engine_costs')
    .addColumn('month', 'text', (c) => c.notNull())
    .addColumn('engine', 'text', (c) => c.notNull())
    .addColumn('requests', 'bigint', (c) => c.notNull())
    .addColumn('characters', 'bigint', (c) => c.notNull())
    .addColumn('micros', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('engine_costs_key', ['month', 'engine'])
    .execute()
}
