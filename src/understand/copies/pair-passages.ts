// In: two texts in two languages, one a translation of the other. Out: which passage answers which, for people.

import { alignTranslation } from './align-translation.ts'
import { anchorSentences } from './find-anchors.ts'

/** null = the other text has nothing that answers it. */
export type PassagePair = { readonly original: string | null; readonly copy: string | null }

type Side = { readonly text: string; readonly language: string | null; readonly publishedAt: number | null }

/** In the order of the copy; what was dropped stands where it stood. Looks at the first 120 sentences of each. */
export function pairPassages(original: Side, copy: Side): PassagePair[] {
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
