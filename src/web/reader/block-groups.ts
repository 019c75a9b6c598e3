// In: the text and blocks of a reading. Out: what to draw: list items that stand together in one list,
// cells that stand together in one table.

import type { ReadingRecord, TextBlock } from '../../server/shapes/item.ts'

export type NumberedBlock = { readonly block: TextBlock; readonly text: string; readonly number: number }
export type BlockGroup =
  | { readonly kind: 'single'; readonly first: NumberedBlock }
  | { readonly kind: 'list'; readonly first: NumberedBlock; readonly items: readonly NumberedBlock[] }
  | { readonly kind: 'table'; readonly first: NumberedBlock; readonly rows: readonly (readonly NumberedBlock[])[] }

export function groupBlocks({ text, blocks }: Pick<ReadingRecord, 'text' | 'blocks'>): BlockGroup[] {
  const runs: NumberedBlock[][] = []
  for (const [index, block] of blocks.entries()) {
    const numbered = { block, text: text.slice(block.start, block.end), number: index + 1 }
    const run = runs.at(-1)
    const joins = (block.kind === 'list-item' || block.kind === 'table') && run?.[0]?.block.kind === block.kind
    if (run && joins) run.push(numbered)
    else runs.push([numbered])
  }
  return runs.flatMap((run) => drawRun(run))
}

function drawRun(run: readonly NumberedBlock[]): BlockGroup[] {
  const [first] = run
  if (!first) return []
  if (first.block.kind === 'list-item') return [{ kind: 'list', first, items: run }]
  if (first.block.kind === 'table') return [{ kind: 'table', first, rows: rowsOf(run) }]
  return [{ kind: 'single', first }]
}

/** Cells with one parent in the page are one row; a cell without a place begins a row of its own. */
function rowsOf(cells: readonly NumberedBlock[]): NumberedBlock[][] {
  const rows: NumberedBlock[][] = []
  let row: string | undefined
  for (const cell of cells) {
    const parent = cell.block.path?.replace(/\/[^/]*$/, '')
    if (parent !== undefined && parent === row) rows.at(-1)?.push(cell)
    else rows.push([cell])
    row = parent
  }
  return rows
}
