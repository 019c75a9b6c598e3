// A backup is one tar file (POSIX ustar with pax headers), so that any tool can look into it:
//
//   records/<table>/<number>.jsonl     rows as JSON, a line each, at most ROWS_A_FILE of them
//   archive/<name>.warc.gz             the WARC files, up to their acknowledged length
//   manifest.json                      last: version, schema, and size and SHA-256 of every file above
//
// Rows and not a database file, so that a backup of SQLite can be restored into PostgreSQL and the other way round.
// The search index is not in it: it is made again from the readings.

import { z } from 'zod'
import type { Schema } from '../schema.ts'

export const ROWS_A_FILE = 2_000
export const MANIFEST = 'manifest.json'

/** Tables in an order in which every reference finds its row. `facts` (versions) belongs to the new home itself. */
export const tables: readonly (keyof Schema)[] = [
  'outlets',
  'outlet_domains',
  'outlet_statements',
  'feeds',
  'items',
  'captures',
  'readings',
  'item_marks',
  'triage_deeds',
  'triage_changes',
  'outlet_relations',
  'reviews',
  'feed_polls',
  'outlet_moves',
  'outlet_move_items',
  'saved_searches',
  'alerts',
  'alert_deliveries',
  'alert_hits',
  'alerts_waiting',
  'outlet_policies',
  'item_images',
  'settings',
  'import_files',
  'articles',
  'article_places',
  'article_revisions',
  'article_sources',
  'article_addresses',
  'article_images',
  'cross_references',
  'index_entries',
  'works',
  'work_members',
  'article_facts',
  'article_authors',
  'article_countries',
  'authorities',
  'authority_names',
  'authority_statements',
  'mentions',
  'join_decisions',
  'translations',
  'translation_revisions',
  'memory_segments',
  'memory_grams',
  'glossary_terms',
  'glossary_changes',
  'engine_states',
  'engine_answers',
  'engine_costs',
  'excerpts',
  'excerpt_revisions',
  'excerpt_tags',
  'excerpt_checks',
  'excerpt_uses',
  'kept_answers',
  'custody',
  'archive_files',
  'robots',
  'lanes',
  'jobs',
]

/** Tables that are not in a backup: everything in them is made again from the others, or was of a moment. */
export const remadeTables: readonly (keyof Schema)[] = [
  'item_counts',
  'item_days',
  'copies_waiting',
  'copy_groups',
  'copy_members',
  'possible_copies',
  'engine_claims',
]

/** The column that orders a table, or several that do so together, where that is not `id`: rows are walked by it. */
export const orderColumns: Readonly<Record<string, string | readonly string[]>> = {
  item_marks: ['label', 'item_id'],
  triage_changes: ['deed_id', 'item_id'],
  feed_polls: ['feed_id', 'day'],
  outlet_move_items: ['move_id', 'item_id'],
  alert_hits: ['alert_id', 'item_id'],
  alerts_waiting: 'item_id',
  outlet_policies: ['outlet_id', 'version'],
  item_images: ['item_id', 'url'],
  settings: 'version',
  translation_revisions: ['translation_id', 'revision'],
  memory_segments: 'no',
  memory_grams: ['gram', 'size', 'segment_no'],
  glossary_changes: ['deed_id', 'term_key'],
  engine_states: 'engine',
  engine_answers: 'answer_key',
  engine_costs: ['month', 'engine'],
  excerpt_tags: ['label', 'excerpt_id'],
  outlet_domains: 'domain',
  kept_answers: 'request_key',
  custody: 'sequence',
  archive_files: 'file',
  robots: 'origin',
  lanes: 'lane',
}

export const manifestShape = z.object({
  format: z.literal('dragoman-backup'),
  formatVersion: z.literal(1),
  madeBy: z.string(),
  madeAt: z.string(),
  schema: z.number().int(),
  /** Digest of the last line of the custody log; null when it is empty. */
  custodyHead: z.string().nullable(),
  rows: z.record(z.string(), z.number()),
  files: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
})

export type Manifest = z.infer<typeof manifestShape>
