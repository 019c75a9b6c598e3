// In: sentences, the engines in their order. Out: what each sentence says in the other language, by whom, and what to look at.
// Order: what people have said (the memory), the same with other figures, what was paid for already, then engine after
// engine until nothing is left. Sentences that are merely alike are offered to people, not put into the text.
// What an engine says that is no translation is kept from the text, and the next engine is asked.

import { NO_ENGINE } from '../store/translation-work.ts'
import { acceptWords } from './accept-words.ts'
import { askEngineOf } from './ask-engine-of.ts'
import { enginesFor } from './engines/engine-order.ts'
import { openGlossary } from './glossary/apply-glossary.ts'
import type { SegmentWords, SegmentWork, TranslateTools } from './segment-work.ts'
import { replaceFigures } from './memory/replace-figures.ts'
import { openNames } from './names/open-names.ts'
import { findExact, findFuzzy } from './memory/translation-memory.ts'

export type SegmentsTranslated = {
  /** By the sentence as given. What is not in it could not be translated. */
  readonly words: ReadonlyMap<string, SegmentWords>
  /** What went wrong, a sentence each. */
  readonly reasons: readonly string[]
  /** What somebody should know all the same, a sentence each. */
  readonly notes: readonly string[]
  /** When it is worth asking again, milliseconds UTC; null = not before somebody changes something. */
  readonly retryAt: number | null
  /** An engine said what is no translation, or refused: when it may be in its right mind again; null = none did. */
  readonly onceMoreAt: number | null
  /** False: what is left is left to people, or to no engine that is set up; that is no failure. */
  readonly hasFailed: boolean
}

const ONCE_MORE_MS = 6 * 3_600_000
/** A short sentence with two figures is half other words. */
const LEAST_WITH_FIGURES = 0.6

/** @param languages BCP 47 of both sides */
export async function translateSegments(
  tools: TranslateTools,
  sources: readonly string[],
  languages: { from: string; to: string },
): Promise<SegmentsTranslated> {
  const { from, to } = languages
  const work: SegmentWork = {
    tools,
    from,
    to,
    glossary: openGlossary(tools.terms, from, to),
    names: await openNames(tools.db, from),
    words: new Map(),
    reasons: new Set(),
    notes: new Set(),
    wrong: new Set(),
    retryAt: null,
    hasFailed: false,
  }
  for (const [source, { target, state, match, origin }] of await findExact(tools.db, { from, to }, sources))
    acceptWords(work, source, target, { kind: 'memory', match, of: origin }, state)
  const chosen = enginesFor(tools.engines, { from, to }, ({ engine }) => engine.id === 'human')
  if (chosen[0]?.engine.id !== 'human') await takeWithOtherFigures(work, sources)
  if (chosen.length === 0) work.reasons.add(NO_ENGINE)
  for (const one of chosen) {
    const left = [...new Set(sources)].filter((source) => !work.words.has(source))
    if (left.length === 0) break
    await askEngineOf(work, one, left)
  }
  const isWhole = sources.every((source) => work.words.has(source))
  return {
    words: work.words,
    reasons: isWhole ? [] : [...work.reasons],
    notes: [...work.notes],
    retryAt: isWhole ? null : work.retryAt,
    onceMoreAt: !isWhole && (work.hasFailed || work.wrong.size > 0) ? tools.now() + ONCE_MORE_MS : null,
    hasFailed: !isWhole && work.hasFailed,
  }
}

/** Sentences that people have translated with other figures. Nobody has read what comes out: it is machine work. */
async function takeWithOtherFigures(work: SegmentWork, sources: readonly string[]): Promise<void> {
  const { tools, from, to } = work
  for (const source of new Set(sources)) {
    if (work.words.has(source) || !/\p{Nd}/u.test(source)) continue
    for (const known of await findFuzzy(tools.db, { from, to }, source, { least: LEAST_WITH_FIGURES, limit: 3 })) {
      const target = replaceFigures(source, known)
      if (target === null) continue
      acceptWords(work, source, target, { kind: 'memory', match: known.match, of: known.origin }, 'machine')
      break
    }
  }
}
