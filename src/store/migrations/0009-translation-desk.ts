import type { Kysely } from 'kysely'
import { fillSearchTexts } from '../glossary.ts'
import type { Schema } from '../schema.ts'

/** The glossary is searched, versioned and undone; engines are known by how they answered last; the memory is walked by time. */
export async function translationDesk(db: Kysely<unknown>): Promise<void> {
  // One at a time: SQLite adds no two columns in one statement.
  const terms = db.schema.alterTable('glossary_terms')
  await terms.addColumn('search_text', 'text', (c) => c.notNull().defaultTo('')).execute()
  await terms.addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1)).execute()
  await db.schema
    .createTable('glossary_changes')
    .addColumn('deed_id', 'text', (c) => c.notNull())
    .addColumn('term_key', 'text', (c) => c.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('undone', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('glossary_changes_key', ['deed_id', 'term_key'])
    .execute()
  await db.schema.createIndex('glossary_changes_term').on('glossary_changes').columns(['term_key', 'deed_id']).execute()
  await db.schema
    .createTable('engine_states')
    .addColumn('engine', 'text', (c) => c.primaryKey())
    .addColumn('answered_at', 'bigint')
    .addColumn('trouble_kind', 'text')
    .addColumn('trouble', 'text')
    .addColumn('trouble_at', 'bigint')
    .execute()
  await db.schema.createIndex('memory_segments_changed').on('memory_segments').columns(['changed_at', 'no']).execute()
  await db.schema.createIndex('translations_state').on('translations').columns(['state', 'changed_at']).execute()
  await fillSearchTexts(db as Kysely<Schema>)
}
