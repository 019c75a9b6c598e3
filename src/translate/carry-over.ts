// In: a text, and a translation of an earlier text of the same page. Out: a translation of this text, in which every sentence
// that is still there keeps its words, its signs and its doubts; what people said of sentences that are gone is kept beside it.
// Pure.

import type { Reading } from '../domain/reading.ts'
import type { LeftOver, Segment } from '../domain/translation.ts'
import type { StoredTranslation, TranslationDraft } from '../store/translations.ts'
import { digestOf, emptyDraft, layOut } from './plan-translation.ts'

type Text = Pick<Reading, 'text' | 'blocks' | 'language' | 'title'>

export type CarriedOver = {
  readonly draft: TranslationDraft
  /** How many sentences and titles kept their words. */
  readonly carried: number
  /** How many of people’s words have no place in this text, other than those that had none before. */
  readonly leftOver: number
}

export function carryOver(reading: Text, earlier: StoredTranslation): CarriedOver {
  const waiting = new Map<string, LeftOver[]>()
  for (const words of [...earlier.segments, ...earlier.leftOver]) {
    if (words.target === null) continue
    const key = keyOf(words.source)
    waiting.set(key, [...(waiting.get(key) ?? []), words])
  }
  const used = new Set<LeftOver>()
  const segments = keepCuts(reading.text, layOut(reading), earlier.segments).map((fresh): Segment => {
    const found = waiting.get(keyOf(fresh.source)) ?? []
    // A sentence that is said twice has twice the same words, or each its own, in their order.
    const words = found.find((one) => !used.has(one)) ?? found.at(-1)
    if (!words || fresh.source.trim() === '') return fresh
    used.add(words)
    return { ...fresh, ...wordsOf(words) }
  })
  const title = carryTitle(reading, earlier)
  const gone = earlier.segments.filter((one) => isOfPeople(one) && !used.has(one)).map(toLeftOver)
  const kept = earlier.leftOver.filter((one) => !used.has(one))
  const lost = [...title.lost, ...gone]
  return {
    draft: {
      ...emptyDraft(reading, segments),
      ...title.words,
      leftOver: [...kept, ...lost],
      textDigest: digestOf(reading.text),
      reason: segments.some(({ state }) => state === 'none') ? earlier.reason : null,
    },
    carried: segments.filter(({ target }) => target !== null).length + (title.isKept && earlier.title !== null ? 1 : 0),
    leftOver: lost.length,
  }
}

/** Where a person cut sentences otherwise, they are cut so again, as long as the text says the same there. */
function keepCuts(text: string, fresh: readonly Segment[], earlier: readonly Segment[]): Segment[] {
  return earlier.reduce<Segment[]>(
    (segments, { isCut, source }) => (isCut ? cutOut(text, segments, source) : segments),
    [...fresh],
  )
}

function cutOut(text: string, segments: readonly Segment[], source: string): Segment[] {
  const start = text.indexOf(source)
  const end = start + source.length
  const first = segments.findIndex((one) => one.end > start)
  const last = segments.findLastIndex((one) => one.start < end)
  const [from, to] = [segments[first], segments[last]]
  if (start < 0 || !from || !to || from.start > start || to.end < end) return [...segments]
  const piece = (left: number, right: number, isCut: boolean): Segment[] => {
    const words = text.slice(left, right)
    const at = left + words.length - words.trimStart().length
    const cutAs = isCut ? { isCut: true as const } : {}
    return words.trim() === ''
      ? []
      : [{ ...from, ...cutAs, start: at, end: at + words.trim().length, source: words.trim() }]
  }
  const pieces = [...piece(from.start, start, false), ...piece(start, end, true), ...piece(end, to.end, false)]
  return segments.toSpliced(first, last - first + 1, ...pieces)
}

const keyOf = (source: string): string => source.normalize('NFC').replace(/\s+/g, ' ').trim()

const isOfPeople = ({ state, target }: LeftOver): boolean =>
  target !== null && (state === 'human' || state === 'machine-reviewed')

const toLeftOver = ({ source, target, state, origin, reviewedBy, reviewedAt }: Segment): LeftOver => ({
  source,
  target,
  state,
  origin,
  reviewedBy,
  reviewedAt,
})

/** A sentence takes its doubts along; what lay by has none on record. */
function wordsOf(words: LeftOver | Segment): Partial<Segment> {
  const { target, state, origin, reviewedBy, reviewedAt } = words
  return { target, state, origin, reviewedBy, reviewedAt, flags: 'flags' in words ? words.flags : [] }
}

/** The title keeps its words while the page keeps its title. Where it is not known what was translated, it is let stand. */
function carryTitle(reading: Text, earlier: StoredTranslation) {
  const { title, titleState, titleOrigin, titleReviewedBy, titleReviewedAt, titleFlags, titleSource } = earlier
  const words = { title, titleState, titleOrigin, titleReviewedBy, titleReviewedAt, titleFlags }
  if (titleSource === null || keyOf(titleSource) === keyOf(reading.title ?? ''))
    return { words, lost: [], isKept: true }
  const signs = { origin: titleOrigin, reviewedBy: titleReviewedBy, reviewedAt: titleReviewedAt }
  const one: LeftOver = { source: titleSource, target: title, state: titleState, ...signs }
  return { words: {}, lost: isOfPeople(one) ? [one] : [], isKept: false }
}
