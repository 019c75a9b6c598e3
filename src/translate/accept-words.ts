// In: words that the memory or an engine has for a sentence. Out: whether they are taken, and what to look at twice in them.

import type { SegmentFlag, SegmentOrigin, TranslationState } from '../domain/translation.ts'
import { compareSegment } from './compare/compare-segment.ts'
import { isWordless } from './compare/find-marks.ts'
import type { SegmentWork } from './segment-work.ts'

/** With these a sentence is no translation, whoever says it. */
const refused: ReadonlySet<SegmentFlag['kind']> = new Set(['markup', 'language'])

/** True when the words are taken. */
export function acceptWords(
  work: SegmentWork,
  source: string,
  target: string,
  origin: SegmentOrigin,
  state: TranslationState,
): boolean {
  const flags = compareSegment({ source, target, from: work.from, to: work.to }, work.glossary, work.names)
  if (origin.kind === 'engine' && (isWordless(target) || flags.some(({ kind }) => refused.has(kind)))) return false
  work.words.set(source, { target, state, origin, flags })
  return true
}
