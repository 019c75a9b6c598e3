// The tables of translations as the database sees them.

import type { Generated } from 'kysely'
import type { TranslationDeskTables } from './translation-desk-schema.ts'

export type TranslationTables = TranslationDeskTables & {
  translations: TranslationRow
  translation_revisions: TranslationRevisionRow
  memory_segments: MemorySegmentRow
  memory_grams: MemoryGramRow
  engine_answers: EngineAnswerRow
  engine_costs: EngineCostRow
  engine_claims: EngineClaimRow
}

export type TranslationRow = {
  id: string
  reading_id: string
  item_id: string
  from_language: string
  to_language: string
  title: string | null
  title_state: string
  /** SegmentOrigin as JSON. */
  title_origin: string | null
  title_reviewed_by: string | null
  title_reviewed_at: number | null
  /** SegmentFlag[] as JSON. */
  title_flags: Generated<string>
  /** What the title was made of. */
  title_source: string | null
  /** The first sentences, for lists: made of the segments. */
  lead: string | null
  lead_state: Generated<string>
  /** LeftOver[] as JSON. */
  left_over: Generated<string>
  /** Segment[] as JSON. */
  segments: string
  /** Digest of the text that the offsets are of: a reading may be made again. */
  text_digest: string
  state: string
  reason: string | null
  created_at: number
  changed_at: number
  revision: number
}

/** What changed, and by whom. Only ever added to. */
export type TranslationRevisionRow = {
  translation_id: string
  revision: number
  deed: string
  signed_by: string
  signed_at: number
  /** What was there before and is there now, as JSON. */
  changes: string
}

export type MemorySegmentRow = {
  /** Made of the languages and the normalised source: the same sentence is the same row. */
  no: number
  from_language: string
  to_language: string
  source: string
  source_key: string
  target: string
  state: string
  /** Where it comes from: a person's name, an engine, a file. */
  origin: string
  changed_at: number
}

/** The rarest words of each segment, by which those that are alike are found. `size`: words of the segment. */
export type MemoryGramRow = { gram: number; size: number; segment_no: number }

/** What engines said, so that no sentence is paid for twice. */
export type EngineAnswerRow = {
  answer_key: string
  engine: string
  version: string
  target: string
  answered_at: number
}

/** `month`: YYYY-MM. Money in millionths. */
export type EngineCostRow = {
  month: string
  engine: string
  requests: number
  characters: number
  micros: number
  lost: number
}

/** Sentences that an engine is being asked for now. `expires_at`: milliseconds; then its holder is gone. */
export type EngineClaimRow = {
  answer_key: string
  ask_id: string
  engine: string
  month: string
  characters: number
  expires_at: number
}
