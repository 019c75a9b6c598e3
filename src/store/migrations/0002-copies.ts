import type { Kysely } from 'kysely'

/** Who prints whose text: the items still to compare, the groups with their members, and what is only possible. */
export async function copies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('copies_waiting')
    .addColumn('item_id', 'text', (c) => c.primaryKey())
    .addColumn('reading_id', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('copy_groups')
    .addColumn('no', 'bigint', (c) => c.primaryKey())
    .addColumn('origin_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('members', 'integer', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('copy_members')
    .addColumn('item_id', 'text', (c) => c.primaryKey().references('items.id'))
    .addColumn('group_no', 'bigint', (c) => c.notNull())
    .addColumn('of_id', 'text')
    .addColumn('kind', 'text')
    .addColumn('details', 'text')
    .execute()
  await db.schema.createIndex('copy_members_group').on('copy_members').columns(['group_no', 'item_id']).execute()
  await db.schema
    .createTable('possible_copies')
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('of_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('possible_copies_pair', ['item_id', 'of_id'])
    .execute()
  await db.schema.createIndex('possible_copies_of').on('possible_copies').column('of_id').execute()
}
