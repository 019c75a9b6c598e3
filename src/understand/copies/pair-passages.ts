// In: two texts in two languages, one a translation of the other. Out: which passage answers which, for people.

import { alignTranslation } from './align-translation.ts'
import type { ChangeReport } from './report-changes.ts'
import { anchorSentences } from './find-anchors.ts'

/** null = the other text has nothing that answers it. */
export type PassagePair = { readonly original: string | null; readonly copy: string | null }

export type PassageSide = {
  readonly text: string
  readonly language: string | null
  readonly publishedAt: number | null
}

const MOST = 30
const LONGEST = 500

/** What a translation added and dropped: the passages that nothing answers. What it altered nobody can tell without knowing both languages. */
export function reportPassages(original: PassageSide, copy: PassageSide): ChangeReport {
  const pairs = pairPassages(original, copy)
  const added = pairs.flatMap((pair) => (pair.original === null && pair.copy !== null ? [pair.copy] : []))
  const dropped = pairs.flatMap((pair) => (pair.copy === null && pair.original !== null ? [pair.original] : []))
  const show = (passages: readonly string[]) => passages.slice(0, MOST).map((passage) => passage.slice(0, LONGEST))
  const more = Math.max(0, added.length - MOST) + Math.max(0, dropped.length - MOST)
  return { added: show(added), dropped: show(dropped), altered: [], furniture: [], more }
}

/** In the order of the copy; what was dropped stands where it stood. Looks at the first 120 sentences of each. */
export function pairPassages(original: PassageSide, copy: PassageSide): PassagePair[] {
  const [a, b] = [original, copy].map(({ text, language, publishedAt }) =>
    anchorSentences(text, language, publishedAt).map(({ start, end, sentence }) => ({
      sentence,
      words: text.slice(start, end),
    })),
  )
  if (!a || !b) return []
  const { pairs } = alignTranslation(
    a.map(({ sentence }) => sentence),
    b.map(({ sentence }) => sentence),
  )
  const wordsOf = (side: typeof a, places: readonly number[]) =>
    places.map((place) => side[place]?.words ?? '').join(' ')
  const found: PassagePair[] = []
  let [aAt, bAt] = [0, 0]
  const passOver = (aTo: number, bTo: number) => {
    for (; aAt < aTo; aAt++) found.push({ original: a[aAt]?.words ?? '', copy: null })
    for (; bAt < bTo; bAt++) found.push({ original: null, copy: b[bAt]?.words ?? '' })
  }
  for (const [first, second] of pairs) {
    passOver(first[0] ?? aAt, second[0] ?? bAt)
    found.push({ original: wordsOf(a, first), copy: wordsOf(b, second) })
    aAt = (first.at(-1) ?? aAt) + 1
    bAt = (second.at(-1) ?? bAt) + 1
  }
  passOver(a.length, b.length)
  return found
}
