// A sentence and its translation as the comparison of names reads them, and what is asked of their words again and again.

import { editDistance } from '../../lib/edit-distance.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'
import type { SegmentPair } from '../compare/compare-segment.ts'
import { foldName, type NameRun, type NameWord } from './name-runs.ts'
import type { PinyinSentence } from './pinyin-names.ts'
import { isPlainCapital } from './plain-capitals.ts'
import type { SentenceSounds } from './sentence-sounds.ts'

/** An authority where a sentence names it: UTF-16 offsets, and its names in Latin letters. */
export type NamedAuthority = { readonly start: number; readonly end: number; readonly targets: readonly string[] }

/** What comparing names needs beside the sentences, made ready once for many of them. */
export type NameTools = {
  /** The authorities that a sentence names; null = none are known. */
  readonly findAuthorities: ((sentence: string) => readonly NamedAuthority[]) | null
  /** For Chinese originals: the readings of its letters. */
  readonly pinyin: {
    readonly read: (sentence: string) => PinyinSentence
    readonly looks: (folded: string) => boolean
    readonly looksPerson: (surname: string, given: string) => boolean
  } | null
}

/** A stretch of one side, as printed. `isAlone`: one word, which says something only when the other side lacks one too. */
export type Missing = { readonly text: string; readonly isAlone: boolean }
export type Reading = {
  readonly pair: SegmentPair
  readonly tools: NameTools
  readonly inSource: SentenceSounds
  readonly inTarget: SentenceSounds
  readonly pinyin: PinyinSentence | null
  /** The folded words of an original in Latin letters, which keeps most names as they are spelt; null = another script. */
  readonly spelt: readonly string[] | null
}

export const LEAST_SOUNDS = 3
/** In the same letters, a word of fewer is spelt like too many others. */
export const LEAST_LETTERS = 5
/** Languages that give capitals to all nouns, or to none: their capitals tell no names. */
export const withoutCapitals = /^(?:de|lb|ka|ar|fa|ps|ur|he|zh|ja|ko|hi|th)(?:-|$)/u

export const textOf = (words: readonly NameWord[], sentence: string): string =>
  sentence.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)

/** Words of a run that may be names. The first word of a sentence has its capital anyhow. */
export function judgedWords({ words, isFirst }: NameRun, least = LEAST_SOUNDS): NameWord[] {
  return words.filter(
    ({ folded }, at) => !isPlainCapital(folded) && !(isFirst && at === 0) && skeletonOf(folded).length >= least,
  )
}

export const isLatin = (text: string): boolean => /\p{L}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text)
export const isCased = (text: string): boolean => /\p{Lu}/u.test(text)

export const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{M}'’-]+/gu) ?? []).flatMap((word) => {
    const folded = foldName(word)
    return [folded, folded.replaceAll('-', ''), ...folded.split('-')]
  })

export const isSpeltSo = (one: string, other: string): boolean =>
  one === other || (one.length > 3 && (skeletonOf(one) === skeletonOf(other) || editDistance(one, other, 2) <= 2))
