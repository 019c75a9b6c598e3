// In: blocks as a person drew them. Out: nothing, or a sentence why they cannot be: no character may be lost or stand twice.

import type { ArticleBlock } from '../../domain/article.ts'
import { DeskError } from '../../domain/errors.ts'

const MOST_BLOCKS = 20_000

/**
 * @param blocks in order
 * @param before the blocks of the document until now: their text must stay covered, and none beyond it may be taken
 * @throws DeskError `bad-input`
 */
export function checkBlocks(blocks: readonly ArticleBlock[], before: readonly ArticleBlock[], text: string): void {
  if (blocks.length === 0 || blocks.length > MOST_BLOCKS)
    throw refuse(`A document has between 1 and ${MOST_BLOCKS} blocks.`)
  const from = Math.min(...before.map(({ start }) => start))
  const to = Math.max(...before.map(({ end }) => end))
  let at = from
  for (const { start, end } of blocks) {
    if (start >= end) throw refuse(`The block at ${start} is empty.`)
    if (start < from || end > to) throw refuse(`The block at ${start} lies outside the document (${from}–${to}).`)
    if (start < at) throw refuse(`The block at ${start} overlaps the one before it.`)
    refuseGap(text, before, at, start)
    at = end
  }
  refuseGap(text, before, at, to)
}

/** What was in no block before (a line left over) may stay so. */
function refuseGap(text: string, before: readonly ArticleBlock[], from: number, to: number): void {
  for (const { start, end } of before) {
    const lost = text.slice(Math.max(from, start), Math.min(to, end)).trim()
    if (start < to && end > from && lost !== '') {
      throw refuse(`“${lost.slice(0, 60)}” would be in no block. Give every piece of text a block.`)
    }
  }
}

function refuse(message: string): DeskError {
  return new DeskError('bad-input', `${message} Nothing was changed.`)
}
