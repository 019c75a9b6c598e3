// Issue by issue a home grows: triage, counts that are kept, the register's history, searches that watch, and policies.

import type { Kysely } from 'kysely'
import { keepItemCounts } from './item-counts.ts'

/** The reading desk. */
export async function desk(db: Kysely<unknown>): Promise<void> {
  await triageTables(db)
  await keepItemCounts(db)
  await registerTables(db)
  await moveTables(db)
  await watchTables(db)
  await choiceTables(db)
}

async function triageTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('items')
    .addColumn('triage', 'text', (c) => c.notNull().defaultTo('new'))
    .execute()
  await db.schema
    .alterTable('items')
    .addColumn('triage_version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('items_triage_order').on('items').columns(['triage', 'order_at', 'id']).execute()
  await db.schema
    .createTable('item_marks')
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addPrimaryKeyConstraint('item_marks_key', ['label', 'item_id'])
    .execute()
  await db.schema.createIndex('item_marks_item').on('item_marks').column('item_id').execute()
  await db.schema
    .createTable('triage_deeds')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('label', 'text')
    .addColumn('items', 'integer', (c) => c.notNull())
    .addColumn('undoes', 'text', (c) => c.unique())
    .execute()
  await db.schema
    .createTable('triage_changes')
    .addColumn('deed_id', 'text', (c) => c.notNull().references('triage_deeds.id'))
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('from_state', 'text', (c) => c.notNull())
    .addColumn('to_state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('label', 'text')
    .addColumn('label_change', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('triage_changes_key', ['deed_id', 'item_id'])
    .execute()
  await db.schema
    .createIndex('triage_changes_item')
    .on('triage_changes')
    .columns(['item_id', 'version'])
    .unique()
    .execute()
}

async function registerTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outlets')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('outlets').addColumn('merged_into', 'text').execute()
  await db.schema
    .alterTable('feeds')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('outlet_statements').addColumn('valid_until', 'text').execute()
  await db.schema.alterTable('outlet_statements').addColumn('language', 'text').execute()
  await db.schema
    .alterTable('outlet_statements')
    .addColumn('captures', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute()
  await db.schema
    .createTable('outlet_relations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_outlet', 'text', (c) => c.notNull().references('outlets.id'))
    .addColumn('to_outlet', 'text', (c) => c.notNull().references('outlets.id'))
    .addColumn('valid_from', 'text')
    .addColumn('valid_until', 'text')
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('evidence', 'text')
    .addColumn('captures', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('relations_from').on('outlet_relations').column('from_outlet').execute()
  await db.schema.createIndex('relations_to').on('outlet_relations').column('to_outlet').execute()
  await db.schema
    .createTable('reviews')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addColumn('note', 'text')
    .execute()
  await db.schema.createIndex('reviews_subject').on('reviews').column('subject').execute()
  await db.schema
    .createTable('feed_polls')
    .addColumn('feed_id', 'text', (c) => c.notNull().references('feeds.id').onDelete('cascade'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('fetched', 'integer', (c) => c.notNull())
    .addColumn('unchanged', 'integer', (c) => c.notNull())
    .addColumn('failed', 'integer', (c) => c.notNull())
    .addColumn('failed_at', 'bigint')
    .addColumn('failure', 'text')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('feed_polls_key', ['feed_id', 'day'])
    .execute()
}

async function moveTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outlet_moves')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('from_outlet', 'text', (c) => c.notNull())
    .addColumn('to_outlet', 'text', (c) => c.notNull())
    .addColumn('from_name', 'text', (c) => c.notNull())
    .addColumn('to_name', 'text', (c) => c.notNull())
    .addColumn('items', 'integer', (c) => c.notNull())
    .addColumn('moved', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'bigint')
    .addColumn('undone_by', 'text')
    .addColumn('undone_notes', 'text')
    .execute()
  await db.schema.createIndex('moves_from').on('outlet_moves').column('from_outlet').execute()
  await db.schema.createIndex('moves_to').on('outlet_moves').column('to_outlet').execute()
  await db.schema
    .createTable('outlet_move_items')
    .addColumn('move_id', 'text', (c) => c.notNull().references('outlet_moves.id'))
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addPrimaryKeyConstraint('outlet_move_items_key', ['move_id', 'item_id'])
    .execute()
}

async function watchTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_searches')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('query', 'text', (c) => c.notNull())
    .addColumn('sort', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('alerts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('search_id', 'text', (c) => c.notNull().references('saved_searches.id'))
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('secret', 'text')
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('alerts_search').on('alerts').column('search_id').execute()
  await db.schema
    .createTable('alert_deliveries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('alert_id', 'text', (c) => c.notNull().references('alerts.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('sent_at', 'bigint')
    .addColumn('next_try_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('deliveries_due')
    .on('alert_deliveries')
    .columns(['alert_id', 'due_at'])
    .unique()
    .execute()
  await db.schema
    .createTable('alert_hits')
    .addColumn('alert_id', 'text', (c) => c.notNull().references('alerts.id'))
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('found_at', 'bigint', (c) => c.notNull())
    .addColumn('delivery_id', 'text', (c) => c.references('alert_deliveries.id'))
    .addColumn('seen_at', 'bigint')
    .addPrimaryKeyConstraint('alert_hits_key', ['alert_id', 'item_id'])
    .execute()
  await db.schema
    .createTable('alerts_waiting')
    .addColumn('item_id', 'text', (c) => c.primaryKey())
    .addColumn('reading_id', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('alert_hits_found').on('alert_hits').columns(['alert_id', 'found_at']).execute()
  await db.schema.createIndex('alert_hits_delivery').on('alert_hits').column('delivery_id').execute()
}

/** Choices are only ever added to: the latest version is in force, the others are its history. */
async function choiceTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outlet_policies')
    .addColumn('outlet_id', 'text', (c) => c.notNull().references('outlets.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('policy', 'text', (c) => c.notNull())
    .addColumn('signed_by', 'text', (c) => c.notNull())
    .addColumn('signed_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('outlet_policies_key', ['outlet_id', 'version'])
    .execute()
  await db.schema
    .createTable('item_images')
    .addColumn('item_id', 'text', (c) => c.notNull().references('items.id'))
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('content_type', 'text')
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull())
    .addColumn('requested_at', 'bigint', (c) => c.notNull())
    .addColumn('warc_file', 'text', (c) => c.notNull())
    .addColumn('warc_offset', 'bigint', (c) => c.notNull())
    .addColumn('warc_length', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('item_images_key', ['item_id', 'url'])
    .execute()
  await db.schema
    .createTable('settings')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('settings', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .execute()
}
