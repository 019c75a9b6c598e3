// In: a reading and its translation. Out: for each block, its sentences on both sides.
// A sentence belongs to the block it begins in; what no sentence covers is shown in the original as it stands.

import type { ReadingRecord, TextBlock } from '../../server/shapes/item.ts'
import type { TranslationSegment } from '../../server/shapes/translation.ts'

export type Sentence = TranslationSegment & { readonly at: number }
/** A piece of the original, counted from the beginning of its block; `at` = its sentence, null = of none. */
export type OriginalPiece = { readonly start: number; readonly end: number; readonly at: number | null }
export type Pair = {
  readonly block: TextBlock
  readonly text: string
  readonly number: number
  readonly pieces: readonly OriginalPiece[]
  readonly sentences: readonly Sentence[]
}

export function pairBlocks(
  { text, blocks }: Pick<ReadingRecord, 'text' | 'blocks'>,
  segments: readonly TranslationSegment[],
): Pair[] {
  const sentences = segments.map((segment, at) => ({ ...segment, at }))
  let from = 0
  return blocks.map((block, index) => {
    let to = from
    while (to < sentences.length && (sentences[to]?.start ?? 0) < block.end) to++
    const own = sentences.slice(from, to)
    from = to
    const pieces = cutPieces(block, own)
    return { block, text: text.slice(block.start, block.end), number: index + 1, pieces, sentences: own }
  })
}

function cutPieces(block: TextBlock, sentences: readonly Sentence[]): OriginalPiece[] {
  const length = block.end - block.start
  const pieces: OriginalPiece[] = []
  let at = 0
  for (const sentence of sentences) {
    const start = Math.max(at, sentence.start - block.start)
    const end = Math.min(length, sentence.end - block.start)
    if (end <= start) continue
    if (start > at) pieces.push({ start: at, end: start, at: null })
    pieces.push({ start, end, at: sentence.at })
    at = end
  }
  if (at < length) pieces.push({ start: at, end: length, at: null })
  return pieces
}
