// In: the sentences of a translation. Out: one text of them, in which a strip can stand, and where each sentence is in it.

import type { TextBlock } from '../../../server/shapes/item.ts'
import type { TranslationSegment } from '../../../server/shapes/translation.ts'

type Reach = { readonly start: number; readonly end: number }
export type TranslationText = {
  readonly text: string
  /** By the number of the sentence; null = it is not translated. */
  readonly places: readonly (Reach | null)[]
}

/** Languages that put no space between sentences. */
const UNSPACED = /^(?:zh|ja|th|lo|km|my)\b/

export function joinSentences(
  segments: readonly TranslationSegment[],
  blocks: readonly TextBlock[],
  language: string,
): TranslationText {
  let text = ''
  let lastBlock = -1
  const places = segments.map(({ start, target }): Reach | null => {
    if (target === null || target.trim() === '') return null
    const block = blocks.findIndex(({ end }) => end > start)
    const between = block !== lastBlock ? '\n' : UNSPACED.test(language) ? '' : ' '
    if (text !== '') text += between
    lastBlock = block
    const place = { start: text.length, end: text.length + target.length }
    text += target
    return place
  })
  return { text, places }
}

const touches = (place: Reach | null | undefined, { start, end }: Reach): boolean =>
  place !== null && place !== undefined && place.start < end && place.end > start

/** Numbers of the sentences whose original a passage of the reading touches. */
export const sentencesOf = (segments: readonly TranslationSegment[], passage: Reach): number[] =>
  segments.flatMap((segment, number) => (touches(segment, passage) ? [number] : []))

/** Numbers of the sentences whose translation a passage of the translation's text touches. */
export const sentencesAt = ({ places }: TranslationText, passage: Reach): number[] =>
  places.flatMap((place, number) => (touches(place, passage) ? [number] : []))

/** From the first to the last of some sentences in the translation's text; null = none of them is translated. */
export function reachOfSentences({ places }: TranslationText, numbers: readonly number[]): Reach | null {
  const told = numbers.flatMap((number) => places[number] ?? [])
  const [first, last] = [told[0], told.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}
