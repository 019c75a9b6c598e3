import type { Kysely } from 'kysely'
import { fillHeads } from '../fill-heads.ts'
import type { Schema } from '../schema.ts'

/** What lists show of a translation stands in columns: whose the title is, the lead; and words whose sentence is gone are kept. */
export async function translationHeads(db: Kysely<unknown>): Promise<void> {
  const add = db.schema.alterTable('translations')
  // One at a time: SQLite adds no two columns in one statement.
  await add.addColumn('title_origin', 'text').execute()
  await add.addColumn('title_reviewed_by', 'text').execute()
  await add.addColumn('title_reviewed_at', 'bigint').execute()
  await add.addColumn('title_flags', 'text', (c) => c.notNull().defaultTo('[]')).execute()
  await add.addColumn('title_source', 'text').execute()
  await add.addColumn('lead', 'text').execute()
  await add.addColumn('lead_state', 'text', (c) => c.notNull().defaultTo('none')).execute()
  await add.addColumn('left_over', 'text', (c) => c.notNull().defaultTo('[]')).execute()
  await fillHeads(db as Kysely<Schema>)
}
