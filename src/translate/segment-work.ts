// The sentences of one text while they are translated: by what, with what, and what has come of it so far.

import type { SegmentFlag, SegmentOrigin, TranslationState } from '../domain/translation.ts'
import type { Db } from '../store/db.ts'
import type { ChosenEngine } from './engines/engine.ts'
import type { Glossary } from './glossary/apply-glossary.ts'
import type { GlossaryTerm } from './glossary/glossary-term.ts'
import type { NameTools } from './names/name-reading.ts'

export type TranslateTools = {
  readonly db: Db
  readonly engines: readonly ChosenEngine[]
  readonly terms: readonly GlossaryTerm[]
  readonly now: () => number
  /** Who asks engines (ask-once.ts). */
  readonly holder?: string
}

export type SegmentWords = {
  readonly target: string
  readonly state: TranslationState
  readonly origin: SegmentOrigin
  readonly flags: readonly SegmentFlag[]
}

/** What is done for the sentences of one text, while it is done. */
export type SegmentWork = {
  readonly tools: TranslateTools
  readonly from: string
  readonly to: string
  readonly glossary: Glossary
  readonly names: NameTools
  readonly words: Map<string, SegmentWords>
  readonly reasons: Set<string>
  readonly notes: Set<string>
  /** Keys of answers that are no translations. */
  readonly wrong: Set<string>
  retryAt: number | null
  hasFailed: boolean
}
