// The tables of the glossary and of what is known of engines, as the database sees them.

export type TranslationDeskTables = {
  glossary_terms: GlossaryTermRow
  glossary_changes: GlossaryChangeRow
  engine_states: EngineStateRow
}

export type GlossaryTermRow = {
  id: string
  term_key: string
  kind: string
  /** TermName[] as JSON. */
  names: string
  note: string | null
  /** What it is searched by: see glossary.ts. */
  search_text: string
  /** Rises with every change. */
  revision: number
  changed_at: number
  changed_by: string
}

/** What a deed made of a term. Only ever added to, but for `undone`. */
export type GlossaryChangeRow = {
  deed_id: string
  term_key: string
  /** The term as JSON; null = there was none. */
  before: string | null
  /** null = it was taken out. */
  after: string | null
  signed_by: string
  signed_at: number
  /** 1 = the deed was taken back. */
  undone: number
}

/** How an engine answered last. */
export type EngineStateRow = {
  engine: string
  answered_at: number | null
  trouble_kind: string | null
  trouble: string | null
  trouble_at: number | null
}
