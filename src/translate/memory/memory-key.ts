// In: a sentence. Out: what makes it the same sentence, and the rare words by which sentences that are alike are found.
// Prefix filtering (Bayardo et al. 2007, “Scaling up all pairs similarity search”): two sentences that share 7 of 10 words
// share one of each one's 4 rarest, whatever order “rarest” means, so long as it is the same for both. Only those are
// indexed. Long words are rare ones in every language, which needs no statistics that would change under the index.
// Wang et al. (2012, “Can we beat the prefix filtering?”): whoever looks at one word more may ask for one shared word more.
// The index holds the prefix of the weakest match; a question for better ones asks for several marks at once, which few share.

import { createHash } from 'node:crypto'
import { analyse } from '../../lib/analyse/analyse.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import { toAsciiDigits } from '../figures/ascii-digits.ts'

/** Below this, a match is no help. A change makes the index anew. */
export const LEAST_MATCH = 0.6

export type Pair = { readonly from: string; readonly to: string }

/** Spaces, digits of any script, quotation marks and compatibility forms do not make another sentence; words, case and figures do. */
export function normaliseSegment(text: string): string {
  return toAsciiDigits(text.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff\u0640]/g, '')
    .replace(/[“”„«»‟]/g, '"')
    .replace(/[‘’‛]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

export function sourceKeyOf(source: string): string {
  return createHash('sha256').update(normaliseSegment(source)).digest('hex').slice(0, 32)
}

/** The number of a sentence in a memory: 52 bits of its key and languages. */
export function segmentNoOf({ from, to }: Pair, sourceKey: string): number {
  return Number.parseInt(
    createHash('sha256')
      .update(`${primaryOf(from)}>${primaryOf(to)}:${sourceKey}`)
      .digest('hex')
      .slice(0, 13),
    16,
  )
}

/** The words of a sentence as matches see them. */
export function wordsOf(source: string): string[] {
  return analyse(source).map(({ token }) => token)
}

/** Marks of the rarest words, enough that every match of `LEAST_MATCH` or more shares one; as the index holds them. */
export function gramsOf({ from, to }: Pair, words: readonly string[]): number[] {
  const counts = new Map<string, number>()
  const marked = words.map((word) => {
    const times = (counts.get(word) ?? 0) + 1
    counts.set(word, times)
    return times === 1 ? word : `${word}#${times}`
  })
  const rarest = marked.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, prefixOf(words.length))
  const pair = `${primaryOf(from)}>${primaryOf(to)}:`
  return rarest.map((word) => hashOf(pair + word))
}

const prefixOf = (size: number): number => size - part(LEAST_MATCH, size) + 1
const part = (least: number, size: number): number => Math.ceil(least * size - 1e-9)

/**
 * How many marks two sentences share at least when `least` of the words of the longer one are the same. So many words must be
 * shared; each word by which a prefix is longer than that leaves room for is one mark more.
 */
export function sharedMarks(one: number, other: number, least: number): number {
  const words = part(least, Math.max(one, other))
  const room = (size: number): number => prefixOf(size) - (size - words)
  return Math.max(1, Math.min(room(one), room(other)))
}

/** 52 bits, made of two runs of FNV-1a: quick, and the same everywhere. */
function hashOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit ^ (low >>> 13), 0x01000193)
  }
  return (high >>> 12) * 0x1_0000_0000 + (low >>> 0)
}
