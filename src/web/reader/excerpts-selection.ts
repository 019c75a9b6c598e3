// In: what a person has selected on the page. Out: the range of the reading's text, in UTF-16 units.
// The page shows the text as it is but for controls drawn as marks (one unit each) and cells of tables (a unit between).

import type { TextBlock } from '../../server/shapes/item.ts'

export type Chosen = { readonly start: number; readonly end: number }

/** The original of the block around a place; null = it is outside the original. */
function originalAround(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('.block .x') ?? null
}

/** How many units of the text stand before a place in a block. */
function unitsBefore(box: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(box, 0)
  before.setEnd(node, offset)
  const piece = before.cloneContents()
  for (const mark of piece.querySelectorAll('.bidi-mark')) mark.textContent = '\u200B'
  const cells = Math.max(0, piece.querySelectorAll('td').length - 1)
  return (piece.textContent?.length ?? 0) + cells
}

function placeOf(blocks: readonly TextBlock[], node: Node, offset: number): number | null {
  const box = originalAround(node)
  const number = Number(box?.closest<HTMLElement>('[data-block]')?.dataset['block'])
  const block = blocks[number - 1]
  if (!box || !block) return null
  return Math.min(block.end, block.start + unitsBefore(box, node, offset))
}

/** The range selected in the original, without the white space at its ends; null = nothing, or not there. */
export function chosenRange(selection: Selection | null, text: string, blocks: readonly TextBlock[]): Chosen | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = placeOf(blocks, range.startContainer, range.startOffset)
  const to = placeOf(blocks, range.endContainer, range.endOffset)
  if (from === null || to === null || to <= from) return null
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = to - (words.length - words.trimEnd().length)
  return end > start ? { start, end } : null
}
