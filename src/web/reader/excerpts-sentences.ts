// In: a page, and what is selected. Out: the same selection, longer or shorter by a sentence, for the keyboard.

import type { Page, Selected, Side } from '../excerpts/editor/draft.ts'

type Reach = { readonly start: number; readonly end: number }

/** Sentences of a side: those of the translation where there is one, else as the language parts them. */
function sentencesOfPage({ reading, view, told }: Page, side: Side): Reach[] {
  if (side === 'translation') return told.places.flatMap((place) => place ?? [])
  if (view) return view.segments.map(({ start, end }) => ({ start, end }))
  const segmenter = new Intl.Segmenter(reading.language ?? 'und', { granularity: 'sentence' })
  return reading.blocks.flatMap((block) =>
    [...segmenter.segment(reading.text.slice(block.start, block.end))].flatMap(({ segment, index }): Reach[] => {
      const words = segment.trimEnd()
      const start = block.start + index + (words.length - words.trimStart().length)
      return words.trim() === '' ? [] : [{ start, end: block.start + index + words.length }]
    }),
  )
}

/**
 * @param selected null = nothing yet
 * @param from where to begin, as an offset of the side's text
 */
export function extend(page: Page, selected: Selected | null, from: number, side: Side): Selected | null {
  const sentences = sentencesOfPage(page, selected?.side ?? side)
  if (selected === null) {
    const first = sentences.find(({ end }) => end > from) ?? sentences.at(-1)
    return first ? { side, ...first } : null
  }
  const next = sentences.find(({ end }) => end > selected.end)
  return next ? { ...selected, end: next.end } : selected
}

/** One sentence less at its end; null = it was the only one. */
export function shrink(page: Page, selected: Selected): Selected | null {
  const last = sentencesOfPage(page, selected.side).findLast(({ end }) => end < selected.end && end > selected.start)
  return last ? { ...selected, end: last.end } : null
}
