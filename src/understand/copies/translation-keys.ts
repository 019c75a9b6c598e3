// In: the anchored sentences of a text, and when it was published. Out: keys under which a translation of it is found.
// A key is a rare anchor or two common ones in one sentence, together with the fortnight: the same countries and days are
// named all the time, but not the same pair of them in the same fortnight. So what must be looked at stays little.

import { weightOfName, type AnchoredSentence } from './find-anchors.ts'
import { hashText } from './print-text.ts'

const MOST_KEYS = 32
const FORTNIGHT = 14 * 24 * 3600_000

/** Keys as 32-bit numbers: those it is filed under, and those it looks under (its own fortnight and the nearer neighbour). */
export type TranslationKeys = { readonly file: readonly number[]; readonly look: readonly number[] }

/** Documents without a date meet only each other. */
export function translationKeys(sentences: readonly AnchoredSentence[], publishedAt: number | null): TranslationKeys {
  const keys = chooseKeys(sentences)
  const under = (fortnight: number | string) => keys.map((key) => hashText(`${fortnight} ${key}`))
  if (publishedAt === null) return { file: under('undated'), look: under('undated') }
  const place = publishedAt / FORTNIGHT
  const own = Math.floor(place)
  const neighbour = place - own < 0.5 ? own - 1 : own + 1
  return { file: under(own), look: [...under(own), ...under(neighbour)] }
}

function chooseKeys(sentences: readonly AnchoredSentence[]): string[] {
  const weighed = new Map<string, number>()
  const add = (key: string, weight: number) => weighed.set(key, Math.max(weight, weighed.get(key) ?? 0))
  for (const { anchors, words } of sentences) {
    for (const { code, weight } of anchors)
      if (weight >= 1.6 || code.startsWith('d:')) add(code, weight + (code.startsWith('n:') ? 2 : 0))
    for (const word of words) if (word.length >= 5 && !word.startsWith('~')) add(`s:${word}`, weightOfName(word) - 0.4)
    const firm = anchors.filter(({ code, weight }) => !code.startsWith('s:') && weight >= 0.7).slice(0, 7)
    for (const [at, one] of firm.entries())
      for (const other of firm.slice(at + 1))
        if (one.code !== other.code) add([one.code, other.code].sort().join(' '), one.weight + other.weight)
  }
  return [...weighed]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_KEYS)
    .map(([key]) => key)
}
