// In: a translation before and after. Out: what goes on record of the change; and the way back from it. Pure.

import { isDeepStrictEqual } from 'node:util'
import {
  noChanges,
  type SaidWords,
  type SentenceChange,
  type TranslationChanges,
} from '../domain/translation-history.ts'
import type { Segment } from '../domain/translation.ts'
import type { TranslationDraft } from '../store/translations.ts'

const fields = ['target', 'state', 'origin', 'reviewedBy', 'reviewedAt', 'flags'] as const

/** What a sentence says; null = the title. Undefined: there is no such sentence. */
export function saidAt(draft: TranslationDraft, at: number | null): SaidWords | undefined {
  if (at !== null) return draft.segments[at] && pick(draft.segments[at])
  return {
    target: draft.title,
    state: draft.titleState,
    origin: draft.titleOrigin,
    reviewedBy: draft.titleReviewedBy,
    reviewedAt: draft.titleReviewedAt,
    flags: draft.titleFlags,
  }
}

export const sourceAt = (draft: TranslationDraft, at: number | null): string =>
  (at === null ? draft.titleSource : draft.segments[at]?.source) ?? ''

/** The same translation with other words in one place. */
export function sayAt<Draft extends TranslationDraft>(
  draft: Draft,
  at: number | null,
  said: Partial<SaidWords>,
): Draft {
  if (at !== null)
    return { ...draft, segments: draft.segments.map((one, index) => (index === at ? { ...one, ...said } : one)) }
  const { target, state, origin, reviewedBy, reviewedAt, flags } = { ...saidAt(draft, null), ...said } as SaidWords
  return {
    ...draft,
    title: target,
    titleState: state,
    titleOrigin: origin,
    titleReviewedBy: reviewedBy,
    titleReviewedAt: reviewedAt,
    titleFlags: flags,
  }
}

const pick = ({ target, state, origin, reviewedBy, reviewedAt, flags }: Segment): SaidWords => ({
  target,
  state,
  origin,
  reviewedBy,
  reviewedAt,
  flags,
})

const placesOf = (draft: TranslationDraft): (number | null)[] => [null, ...draft.segments.keys()]

/** Both are of the same text, sentence by sentence. */
export function describeChanges(before: TranslationDraft, after: TranslationDraft): SentenceChange[] {
  return placesOf(after).flatMap((at): SentenceChange[] => {
    const [then, now] = [saidAt(before, at), saidAt(after, at)]
    if (!then || !now || isDeepStrictEqual(then, now)) return []
    const source = sourceAt(after, at)
    if (then.target !== now.target) return [{ segment: at, source, before: then, after: now }]
    const differing = fields.filter((field) => !isDeepStrictEqual(then[field], now[field]))
    const only = (said: SaidWords): Partial<SaidWords> =>
      Object.fromEntries(differing.map((field) => [field, said[field]]))
    return [{ segment: at, source, before: only(then), after: only(now) }]
  })
}

const hasWords = (draft: TranslationDraft, at: number | null): boolean => (saidAt(draft, at)?.target ?? null) !== null

/** Places without words that have some now. */
export const filledPlaces = (before: TranslationDraft, after: TranslationDraft): (number | null)[] =>
  placesOf(after).filter((at) => hasWords(after, at) && !hasWords(before, at))

/** What an earlier version of Dragoman put on record, in today’s form. */
export function readChanges(record: unknown): TranslationChanges {
  if (typeof record !== 'object' || record === null) return noChanges
  if ('filled' in record) return { ...noChanges, ...(record as Partial<TranslationChanges>) }
  const { segment, before, after } = record as { segment?: number | null; before?: unknown; after?: unknown }
  if (segment === undefined || typeof after !== 'string') return noChanges
  const old = { target: typeof before === 'string' ? before : null }
  return { ...noChanges, sentences: [{ segment, source: '', before: old, after: { target: after } }] }
}

/** Whether a change since may have touched one of the places; null = any place. What is not on record may have. */
export function hasTouched(record: unknown, places: readonly (number | null)[] | null): boolean {
  const isKnown = typeof record === 'object' && record !== null && 'filled' in record
  const { sentences, filled, carried, leftOver, layout } = readChanges(record)
  if (!isKnown || carried + leftOver > 0 || layout !== null || places === null) return true
  return [...sentences.map(({ segment }) => segment), ...filled].some((at) => places.includes(at))
}

/** Whether what a change made of a sentence still stands. */
export function stillStands(draft: TranslationDraft, { segment, source, after }: SentenceChange): boolean {
  const now = saidAt(draft, segment)
  if (!now || (source !== '' && sourceAt(draft, segment) !== source)) return false
  return isDeepStrictEqual({ ...now, ...after }, now)
}
