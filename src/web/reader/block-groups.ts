// In: the text and blocks of a reading. Out: what to draw, with list items that stand together in one list.

import type { ReadingRecord, TextBlock } from '../../server/shapes/item.ts'

export type NumberedBlock = { readonly block: TextBlock; readonly text: string; readonly number: number }
export type BlockGroup =
  | { readonly kind: 'single'; readonly first: NumberedBlock }
  | { readonly kind: 'list'; readonly first: NumberedBlock; readonly items: readonly NumberedBlock[] }

export function groupBlocks({ text, blocks }: Pick<ReadingRecord, 'text' | 'blocks'>): BlockGroup[] {
  const groups: BlockGroup[] = []
  let list: NumberedBlock[] = []
  for (const [index, block] of blocks.entries()) {
    const numbered = { block, text: text.slice(block.start, block.end), number: index + 1 }
    if (block.kind !== 'list-item') {
      list = []
      groups.push({ kind: 'single', first: numbered })
    } else if (list.length > 0) list.push(numbered)
    else {
      list = [numbered]
      groups.push({ kind: 'list', first: numbered, items: list })
    }
  }
  return groups
}

/** The cells of a table block: lines are rows; tabs, or bars where there are none, part the cells. */
export function cellsOf(text: string): string[][] {
  const parting = text.includes('\t') ? '\t' : ' | '
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(parting).map((cell) => cell.trim()))
}
