// The tables as the database sees them. Callers of store functions only see domain types.
// Portable on purpose: times are milliseconds UTC in bigint, truth values 0 or 1, lists and records JSON text.

import type { ArticleTables } from './article-schema.ts'
import type { TranslationTables } from './translation-schema.ts'
import type { ExcerptTables } from './excerpt-schema.ts'

export type Schema = TranslationTables &
  ArticleTables &
  ExcerptTables & {
    facts: { name: string; value: string }
    outlets: OutletRow
    outlet_domains: { domain: string; outlet_id: string }
    outlet_statements: StatementRow
    feeds: FeedRow
    items: ItemRow
    captures: CaptureRow
    readings: ReadingRow
    custody: CustodyRow
    archive_files: { file: string; acknowledged: number }
    robots: RobotsRow
    kept_answers: { request_key: string; request_digest: string; status: number; body: string; kept_at: number }
    copies_waiting: { item_id: string; reading_id: string }
    copy_groups: CopyGroupRow
    copy_members: CopyMemberRow
    possible_copies: PossibleCopyRow
    jobs: JobRow
    lanes: LaneRow
    item_marks: { label: string; item_id: string }
    item_counts: ItemCountRow
    item_days: ItemDayRow
    triage_deeds: TriageDeedRow
    triage_changes: TriageChangeRow
    outlet_relations: RelationRow
    reviews: ReviewRow
    feed_polls: FeedPollRow
    outlet_moves: OutletMoveRow
    outlet_move_items: { move_id: string; item_id: string }
    saved_searches: SavedSearchRow
    alerts: AlertRow
    alert_deliveries: DeliveryRow
    alert_hits: AlertHitRow
    alerts_waiting: { item_id: string; reading_id: string }
    outlet_policies: PolicyRow
    item_images: ItemImageRow
    settings: { version: number; settings: string; changed_at: number }
  }

export type OutletRow = {
  id: string
  name: string
  name_as_printed: string | null
  homepage: string
  languages: string
  country: string | null
  created_at: number
  /** Goes up with every change, so that a change made on an old reading is noticed. */
  version: number
  merged_into: string | null
}

export type StatementRow = {
  id: string
  outlet_id: string
  kind: string
  value: string
  valid_from: string | null
  signed_by: string
  signed_at: number
  evidence: string | null
  valid_until: string | null
  language: string | null
  /** Ids of captures, as JSON. */
  captures: string
}

export type FeedRow = {
  id: string
  outlet_id: string
  url: string
  kind: string
  title: string | null
  selector: string | null
  state: string
  conditional_get: number
  etag: string | null
  last_modified: string | null
  body_digest: string | null
  interval_minutes: number
  next_poll_at: number | null
  last_polled_at: number | null
  last_new_item_at: number | null
  failures: number
  health: string
  created_at: number
  version: number
}

export type ItemRow = {
  id: string
  outlet_id: string
  feed_id: string
  url: string
  guid: string | null
  promised_title: string | null
  promised_at: number | null
  seen_at: number
  state: string
  failure: string | null
  reason: string | null
  failures: number
  /** When to show it: published if that is known and believable, else seen. */
  order_at: number
  language: string | null
  reading_id: string | null
  versions: number
  triage: string
  triage_version: number
}

export type CaptureRow = {
  id: string
  item_id: string
  url: string
  final_url: string
  redirects: string
  status: number
  headers: string
  content_type: string | null
  requested_at: number
  digest: string
  size: number
  decoded_size: number
  remote_address: string | null
  warc_file: string
  warc_offset: number
  warc_length: number
  tool: string
}

export type ReadingRow = {
  id: string
  capture_id: string
  item_id: string
  reader: string
  read_at: number
  state: string
  title: string | null
  language: string | null
  text: string
  /** Everything else of the PageReading, as JSON. */
  details: string
  indexed_at: number | null
}

export type CustodyRow = {
  sequence: number
  at: number
  actor: string
  deed: string
  subject: string
  details: string
  previous: string
  digest: string
}

/** `details`: confidence, reasons and a source credited elsewhere, as JSON. */
export type CopyGroupRow = { no: number; origin_id: string; members: number; details: string }

/** What is said of a member is null for the original; `details` the rest of an ItemCopy, as JSON. */
export type CopyMemberRow = {
  item_id: string
  group_no: number
  of_id: string | null
  kind: string | null
  details: string | null
}

export type PossibleCopyRow = { item_id: string; of_id: string; kind: string; details: string }

/** `rules`: the parsed robots.txt as JSON. */
export type RobotsRow = { origin: string; fetched_at: number; rules: string }

export type JobRow = {
  id: string
  name: string
  data: string
  /** Two waiting jobs with one key are one job. */
  key: string | null
  /** Jobs of one lane (a host) run one at a time, and not before the lane is free again. */
  lane: string | null
  run_at: number
  state: string
  attempts: number
  lease_until: number | null
  error: string | null
}

export type LaneRow = { lane: string; busy: number; free_at: number; next_at: number | null }

/** Kept by triggers (migrations/item-counts.ts); on PostgreSQL several rows may stand for one combination. */
export type ItemCountRow = { outlet_id: string; language: string; state: string; triage: string; n: number }
export type ItemDayRow = { day: number; feed_id: string; outlet_id: string; language: string; n: number }

export type TriageDeedRow = {
  id: string
  at: number
  signed_by: string
  kind: string
  label: string | null
  items: number
  undoes: string | null
}

/** What a deed did to one item. `label_change`: 1 = the mark was put on, -1 = taken off, 0 = no mark was touched. */
export type TriageChangeRow = {
  deed_id: string
  item_id: string
  from_state: string
  to_state: string
  /** The item's version after the deed. */
  version: number
  label: string | null
  label_change: number
}

export type RelationRow = {
  id: string
  kind: string
  from_outlet: string
  to_outlet: string
  valid_from: string | null
  valid_until: string | null
  signed_by: string
  signed_at: number
  evidence: string | null
  captures: string
}

/** `subject`: id of a statement or a relation. */
export type ReviewRow = {
  id: string
  subject: string
  verdict: string
  signed_by: string
  signed_at: number
  note: string | null
}

/** How the polls of one day ended; `day` in days since 1970, UTC. */
export type FeedPollRow = {
  feed_id: string
  day: number
  fetched: number
  unchanged: number
  failed: number
  failed_at: number | null
  failure: string | null
  reason: string | null
}

/** `moved`: ids of feeds and statements, and domains, as JSON. */
export type OutletMoveRow = {
  id: string
  kind: string
  at: number
  signed_by: string
  from_outlet: string
  to_outlet: string
  from_name: string
  to_name: string
  items: number
  moved: string
  undone_at: number | null
  undone_by: string | null
  undone_notes: string | null
}

export type SavedSearchRow = {
  id: string
  name: string
  query: string
  sort: string
  version: number
  created_at: number
  changed_at: number
}

export type AlertRow = {
  id: string
  search_id: string
  channel: string
  secret: string | null
  digest: string
  state: string
  version: number
  since: number
}

export type DeliveryRow = {
  id: string
  alert_id: string
  state: string
  due_at: number
  attempts: number
  reason: string | null
  sent_at: number | null
  next_try_at: number | null
}

export type AlertHitRow = {
  alert_id: string
  item_id: string
  found_at: number
  delivery_id: string | null
  seen_at: number | null
}

export type ItemImageRow = {
  item_id: string
  url: string
  content_type: string | null
  digest: string
  size: number
  requested_at: number
  warc_file: string
  warc_offset: number
  warc_length: number
}

export type PolicyRow = { outlet_id: string; version: number; policy: string; signed_by: string; signed_at: number }
