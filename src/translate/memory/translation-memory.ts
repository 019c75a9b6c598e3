// The translation memory: what people have said, found again by the same or nearly the same sentence.
// Only what a person has written or read goes in: a memory of unread machine words would pass them off as ours.

import type { TranslationState } from '../../domain/translation.ts'
import type { Db } from '../../store/db.ts'
import {
  addSegments,
  findByKeys,
  findCandidates,
  forgetSegment,
  type MemoryUnit,
} from '../../store/translation-memory.ts'
import { gramsOf, LEAST_MATCH, segmentNoOf, sharedMarks, sourceKeyOf, wordsOf, type Pair } from './memory-key.ts'
import { matchScore } from './match-score.ts'

export type Lesson = {
  readonly source: string
  readonly target: string
  readonly state: TranslationState
  /** A person’s name, or the file it comes from. */
  readonly origin: string
}

export type MemoryMatch = {
  readonly source: string
  readonly target: string
  readonly state: TranslationState
  readonly origin: string
  readonly changedAt: number
  /** 1 = the same sentence; below, the part of its words that are the same. */
  readonly match: number
}

/** Longer sentences are learnt and found again exactly, and not compared word by word. */
const MOST_WORDS = 250

/** Remembers translations; a newer one of the same sentence takes the place of the older. Safe to do twice. */
export async function teachMemory(db: Db, pair: Pair, lessons: readonly Lesson[], now: number): Promise<number> {
  const units = new Map<number, { unit: MemoryUnit; grams: number[]; size: number }>()
  for (const lesson of lessons) {
    const { source, target } = lesson
    if (!/[\p{L}\p{N}]/u.test(source) || target.trim() === '') continue
    const sourceKey = sourceKeyOf(source)
    const words = wordsOf(source)
    const no = segmentNoOf(pair, sourceKey)
    const unit = { no, ...pair, sourceKey, changedAt: now, ...lesson }
    units.set(no, { unit, size: words.length, grams: words.length > MOST_WORDS ? [] : gramsOf(pair, words) })
  }
  await addSegments(db, [...units.values()])
  return units.size
}

/** Each sentence that the memory knows word for word; keyed by the sentence as given. */
export async function findExact(db: Db, pair: Pair, sources: readonly string[]): Promise<Map<string, MemoryMatch>> {
  const wanted = new Map(sources.map((source) => [source, segmentNoOf(pair, sourceKeyOf(source))]))
  const units = await findByKeys(db, [...new Set(wanted.values())])
  const byNo = new Map(units.map((unit) => [unit.no, unit]))
  const found = new Map<string, MemoryMatch>()
  for (const [source, no] of wanted) {
    const unit = byNo.get(no)
    if (unit && unit.sourceKey === sourceKeyOf(source)) found.set(source, toMatch(unit, 1))
  }
  return found
}

/**
 * Sentences that are alike, the best first. Every one of `least` or more is found: the index leaves none out.
 *
 * @param least 0–1, not below `LEAST_MATCH`
 */
export async function findFuzzy(
  db: Db,
  pair: Pair,
  source: string,
  { least = 0.7, limit = 5 } = {},
): Promise<MemoryMatch[]> {
  const words = wordsOf(source)
  if (words.length === 0 || words.length > MOST_WORDS) return []
  const threshold = Math.max(LEAST_MATCH, least)
  const candidates = await findCandidates(db, gramsOf(pair, words), {
    least: Math.ceil(words.length * threshold - 1e-9),
    most: Math.floor(words.length / threshold + 1e-9),
    shared: (size) => sharedMarks(words.length, size, threshold),
  })
  return candidates
    .map((unit) => toMatch(unit, unit.source === source ? 1 : matchScore(words, wordsOf(unit.source), threshold)))
    .filter(({ match }) => match >= threshold)
    .toSorted((a, b) => b.match - a.match || b.changedAt - a.changedAt)
    .slice(0, limit)
}

/** Forgets one sentence. True if it was known. */
export async function forgetLesson(db: Db, pair: Pair, source: string): Promise<boolean> {
  return forgetSegment(db, segmentNoOf(pair, sourceKeyOf(source)))
}

function toMatch({ source, target, state, origin, changedAt }: MemoryUnit, match: number): MemoryMatch {
  return { source, target, state, origin, changedAt, match }
}
