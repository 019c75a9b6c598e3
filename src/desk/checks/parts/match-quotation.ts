// In: quoted words and the texts they may come from. Out: whether they stand there word for word.
// Brackets are the quoting desk's, ellipses are cuts, and marks, case and diacritics are typography: none of them counts.

import type { Span } from '../../../domain/article.ts'
import { fitWords } from './align-words.ts'
import { sameButForSpelling, wordsOf, type Word } from './words.ts'

export type Match =
  | { readonly kind: 'same' }
  /** Same words, other punctuation within them. */
  | { readonly kind: 'punctuation'; readonly printed: string }
  /** Other words. `at` = the words of the quotation that differ, with their places in it. */
  | {
      readonly kind: 'altered'
      readonly share: number
      readonly at: Span
      readonly printed: string
      readonly onlySpelling: boolean
    }
  | { readonly kind: 'absent' }

type Segment = { readonly raw: string; readonly start: number; readonly words: readonly Word[] }
type Source = { readonly raw: string; readonly words: readonly Word[]; readonly joined: string }

const cut = /\[?(?:…|\.{3,8})\]?\.?/gu
/** Nobody quotes more in one piece. */
const LONGEST_QUOTE = 6000
/** Below this share of words in common, a resemblance is chance. */
const LEAST_SHARE = 0.6

/** The best that any of `texts` offers for `quote`. */
export function matchQuotation(quote: string, texts: readonly string[]): Match {
  const segments = segmentsOf(quote)
  if (segments.length === 0) return { kind: 'same' }
  const sources = texts.flatMap((raw) =>
    /\[/u.test(raw) ? [toSource(raw), toSource(withoutBrackets(raw))] : [toSource(raw)],
  )
  const exact = sources.map((source) => findAll(segments, source)).filter((found) => found !== null)
  if (exact.length > 0) return exact.find(({ kind }) => kind === 'same') ?? exact[0] ?? { kind: 'absent' }
  const fits = sources.map((source) => fitAll(segments, source)).filter((fit) => fit !== null)
  const [best] = fits.sort((a, b) => b.share - a.share)
  return best !== undefined && best.share >= LEAST_SHARE ? best : { kind: 'absent' }
}

function segmentsOf(quote: string): Segment[] {
  const clear = withoutBrackets(quote.slice(0, LONGEST_QUOTE))
  const segments: Segment[] = []
  let from = 0
  for (const match of [...clear.matchAll(cut), undefined]) {
    const to = match?.index ?? clear.length
    const raw = clear.slice(from, to)
    const words = wordsOf(raw)
    if (words.length > 0) segments.push({ raw, start: from, words })
    from = match === undefined ? to : match.index + match[0].length
  }
  return segments
}

/** `[H]e` is the word “He”; other brackets are blanked. The length stays, so that offsets do. */
function withoutBrackets(text: string): string {
  return text
    .replace(/\[(\p{L})\](?=\p{L})/gu, '\u2060\u2060$1')
    .replace(/\[[^\][]{0,300}[\]}]/gu, (found) => ' '.repeat(found.length))
}

function toSource(raw: string): Source {
  const words = wordsOf(raw)
  return { raw, words, joined: ` ${words.map(({ word }) => word).join(' ')} ` }
}

/** All segments in the source, in order. */
function findAll(segments: readonly Segment[], { raw, words, joined }: Source): Match | null {
  let from = 0
  let difference: string | null = null
  for (const segment of segments) {
    const wanted = ` ${segment.words.map(({ word }) => word).join(' ')} `
    const place = joined.indexOf(wanted, from)
    if (place < 0) return null
    const first = joined.slice(0, place).split(' ').length - 1
    const printed = raw.slice(words[first]?.start ?? 0, words[first + segment.words.length - 1]?.end ?? 0)
    const quoted = segment.raw.slice(segment.words[0]?.start ?? 0, segment.words.at(-1)?.end ?? 0)
    if (punctuation(printed) !== punctuation(quoted)) difference ??= printed
    from = place + wanted.length - 1
  }
  return difference === null ? { kind: 'same' } : { kind: 'punctuation', printed: difference }
}

/** Marks that change how a sentence reads; quotation marks, dashes of any length and space do not. */
function punctuation(text: string): string {
  return text
    .replace(/[“”"‘’'«»\u2060]/gu, '')
    .replace(/\s{0,3}[-–—]{1,3}\s{0,3}/gu, '-')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/[^,.;:!?() -]/gu, '_')
    .replace(/_+/gu, '_')
    .trim()
}

function fitAll(segments: readonly Segment[], { raw, words }: Source): Extract<Match, { kind: 'altered' }> | null {
  let distance = 0
  let total = 0
  const changed: { at: Span; printed: string; spelling: boolean }[] = []
  for (const segment of segments) {
    const fit = fitWords(segment.words, words)
    if (fit === null) return null
    distance += fit.distance
    total += segment.words.length
    if (fit.distance === 0) continue
    const differing = fit.differing.flatMap((index) => segment.words[index] ?? [])
    const at = { start: segment.start + (differing[0]?.start ?? 0), end: segment.start + (differing.at(-1)?.end ?? 0) }
    const given = words.slice(fit.from, fit.to)
    const spelling = differing.every(({ word }) => given.some((other) => sameButForSpelling(word, other.word)))
    changed.push({ at, printed: raw.slice(given[0]?.start ?? 0, given.at(-1)?.end ?? 0), spelling })
  }
  const [first] = changed
  if (first === undefined) return null
  return {
    kind: 'altered',
    share: 1 - distance / total,
    at: first.at,
    printed: first.printed,
    onlySpelling: changed.every(({ spelling }) => spelling),
  }
}
