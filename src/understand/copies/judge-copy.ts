// In: what two documents share. Out: whether one is a copy of the other, of which kind, and how sure that is.
// The rule behind the numbers: two reports written independently share names, figures, set phrases and quotations, but
// no long passages of a reporter's own words. Joining two such reports is the worst mistake, so doubt stays `possible`.

import type { Alignment } from './align-translation.ts'
import type { Certainty, CopyKind } from '../../domain/copy.ts'
import { holdsInChrome, type Coverage, type Overlap } from './measure-overlap.ts'

export type Judgment = {
  readonly kind: CopyKind
  readonly certainty: Certainty
  /** 0–1 of each text's own words that the other holds (for translations: of its sentences that are answered). */
  readonly ofOriginal: number
  readonly ofCopy: number
  /** What it rests on, in a sentence. */
  readonly why: string
}

/** Shorter texts are the same or they are not: single words decide too much. */
const FEW_WORDS = 25
/** What a dateline, a byline or a credit line may add. */
const MARK_WORDS = 14
/** Of what is shared, so much makes one passage of it. */
const MOSTLY = 0.85

/** `wire` says that an agency's mark stands in one of the two. */
export function judgeOverlap(
  overlap: Overlap,
  words: { original: number; copy: number },
  wire: boolean,
): Judgment | null {
  const { ofFirst: original, ofSecond: copy } = overlap
  const certainty = judgeCertainty(overlap, words)
  if (certainty === null) return null
  const kind = nameKind(original, copy, wire)
  const why = `${percent(original.share)} of the original’s own words and ${percent(copy.share)} of the copy’s are shared, the longest series ${overlap.longestRun} words`
  return { kind, certainty, ofOriginal: original.share, ofCopy: copy.share, why }
}

function judgeCertainty(overlap: Overlap, words: { original: number; copy: number }): Certainty | null {
  const { ofFirst, ofSecond } = overlap
  const smaller = Math.min(ofFirst.share, ofSecond.share)
  if (Math.min(words.original, words.copy) < FEW_WORDS) return smaller >= 0.999 ? 'possible' : null
  const certainty = weighOverlap(overlap)
  return certainty !== null && isTemplate(ofFirst, ofSecond) ? 'possible' : certainty
}

/** Long series of the same words do not come about twice. */
function weighOverlap({ ofFirst, ofSecond, sharedWords, longestRun }: Overlap): Certainty | null {
  const larger = Math.max(ofFirst.share, ofSecond.share)
  if (larger >= 0.8 && sharedWords >= FEW_WORDS) return longestRun >= 20 || larger >= 0.9 ? 'certain' : 'likely'
  if (larger >= 0.55 && larger < 0.7 && isOneTail(ofFirst, ofSecond)) return 'possible'
  if (larger >= 0.55 && longestRun >= 18) return 'certain'
  if (larger >= 0.55 && sharedWords >= 40) return 'likely'
  if (longestRun >= 25 && larger >= 0.3) return isAtEdges(ofFirst, ofSecond) ? 'possible' : 'likely'
  if (larger >= 0.4 || (longestRun >= 25 && larger >= 0.12)) return 'possible'
  return null
}

/** One passage and no more, at the end of both: that is how a notice stands, which nobody has copied from anybody. */
function isOneTail({ edgeRun: one }: Coverage, { edgeRun: other }: Coverage): boolean {
  return Math.min(one.tail, other.tail) >= MOSTLY
}

/** At an edge of both: an opening that all parts of a series have, a notice, one press release in two round-ups. */
function isAtEdges({ edgeRun: one }: Coverage, { edgeRun: other }: Coverage): boolean {
  return Math.min(Math.max(one.head, one.tail), Math.max(other.head, other.tail)) >= MOSTLY
}

/** The same words with other figures between them: the weather of two days, and not one report edited. */
function isTemplate(first: Coverage, second: Coverage): boolean {
  return [first, second].every(({ figures: { shared, changed } }) => changed >= 3 && changed >= shared)
}

function nameKind(original: Coverage, copy: Coverage, wire: boolean): CopyKind {
  const inChrome = holdsInChrome(original, copy)
  // One or two lines more are a credit and a byline, not a site.
  if (isWhole(original) && isWhole(copy) && !(inChrome && copy.edgeLines > 2)) return 'same-text'
  if (inChrome) return 'in-chrome'
  if (wire) return 'wire-copy'
  if (original.share >= 0.8 && copy.share >= 0.8) return 'light-edits'
  return 'excerpt'
}

function isWhole({ before, behind, between }: Coverage): boolean {
  return between === 0 && before <= MARK_WORDS && behind <= MARK_WORDS
}

/** A walk that goes through nearly all of one text, with enough on the way that no chance explains. */
export function judgeAlignment(alignment: Alignment): Judgment | null {
  const { score, beads, lengths, met, ofFirst, ofSecond } = alignment
  const larger = Math.max(ofFirst, ofSecond)
  if (beads < 3 || met < 2.5) return null
  const named = [...new Set(alignment.codes.filter((code) => !code.startsWith('s:')).map(readable))].slice(0, 12)
  const names = new Set(alignment.codes.filter((code) => code.startsWith('s:'))).size
  const why = `${beads} passages answer each other in order and in length; both name ${[...named, `${names} names alike in sound`].join(', ')}`
  const shares = { kind: 'translation', ofOriginal: ofFirst, ofCopy: ofSecond, why } as const
  // Where either has a part of its own that the other lacks, two reports of one statement are as likely.
  const isCovered = larger >= 0.9 || (larger >= 0.8 && score >= 18)
  const isEven = lengths >= 0.86 || (lengths >= 0.75 && score >= 12)
  if (isCovered && isEven && score >= 8)
    return { ...shares, certainty: score >= 14 && lengths >= 0.88 ? 'certain' : 'likely' }
  if (larger >= 0.6 && lengths >= 0.75 && score >= 6) return { ...shares, certainty: 'possible' }
  return null
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `n:725000` as 725,000 and `d:7-17` as 17/7. */
function readable(code: string): string {
  const [kind, value = ''] = code.split(':')
  if (kind === 'n') return Number(value).toLocaleString('en', { useGrouping: Number(value) >= 10_000 })
  if (kind === 'd') return value.split('-').reverse().join('/')
  if (kind === 'w') return weekdays[Number(value) - 1] ?? value
  if (kind === 'm') return `month ${value}`
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(value) ?? value
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
