// The tables of excerpts as the database sees them.

export type ExcerptTables = {
  excerpts: ExcerptRow
  excerpt_revisions: ExcerptRevisionRow
  excerpt_tags: { label: string; excerpt_id: string }
  excerpt_checks: ExcerptCheckRow
  excerpt_uses: ExcerptUseRow
}

export type ExcerptRow = {
  id: string
  item_id: string
  reading_id: string
  capture_id: string
  revision: number
  anchoring: string
  basket: string | null
  /** Its place in its basket: lower stands before higher; null = it is in none. */
  position: number | null
  language: string | null
  speaker: string | null
  translation_state: string
  /** How many uses of it stand. */
  uses: number
  /** Tokens by which it is found, each with a space on both sides. */
  words: string
  /** Parts, language, speaker, translation, tags and note, as JSON. */
  record: string
  made_by: string
  made_at: number
  changed_at: number
  withdrawn_at: number | null
}

/** `record`: the excerpt as it was after the deed, as JSON. */
export type ExcerptRevisionRow = {
  id: string
  excerpt_id: string
  number: number
  record: string
  deed: string
  signed_by: string
  signed_at: number
  why: string | null
  /** The act on many excerpts that it is part of; null = it was made by itself. */
  deed_id: string | null
  /** Where it stood in its basket before; null = in none. */
  position_before: number | null
}

export type ExcerptCheckRow = {
  id: string
  excerpt_id: string
  reading_id: string
  capture_id: string
  at: number
  anchoring: string
  parts: string | null
  report: string
  decision: string | null
  decided_by: string | null
  decided_at: number | null
}

export type ExcerptUseRow = {
  id: string
  excerpt_id: string
  place: string
  note: string | null
  signed_by: string
  signed_at: number
  /** The record that this one takes back; null = it is a use. */
  removes: string | null
}
