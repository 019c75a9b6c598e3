// In: the text and blocks of a reading. Out: what to draw: list items that stand together in one list,
// a table in its rows and cells.

import type { ReadingRecord, TextBlock } from '../../server/shapes/item.ts'

export type NumberedBlock = { readonly block: TextBlock; readonly text: string; readonly number: number }
export type BlockGroup =
  | { readonly kind: 'single'; readonly first: NumberedBlock }
  | { readonly kind: 'list'; readonly first: NumberedBlock; readonly items: readonly NumberedBlock[] }
  | { readonly kind: 'table'; readonly first: NumberedBlock; readonly rows: readonly (readonly string[])[] }

export function groupBlocks({ text, blocks }: Pick<ReadingRecord, 'text' | 'blocks'>): BlockGroup[] {
  const runs: NumberedBlock[][] = []
  for (const [index, block] of blocks.entries()) {
    const numbered = { block, text: text.slice(block.start, block.end), number: index + 1 }
    const run = runs.at(-1)
    const joins = block.kind === 'list-item' && run?.[0]?.block.kind === 'list-item'
    if (run && joins) run.push(numbered)
    else runs.push([numbered])
  }
  return runs.flatMap((run) => drawRun(run))
}

function drawRun(run: readonly NumberedBlock[]): BlockGroup[] {
  const [first] = run
  if (!first) return []
  if (first.block.kind === 'list-item') return [{ kind: 'list', first, items: run }]
  if (first.block.kind === 'table') return [{ kind: 'table', first, rows: rowsOf(first.text) }]
  return [{ kind: 'single', first }]
}

/** The text of a table has a line for each row and a tab between cells. */
function rowsOf(text: string): string[][] {
  return text.split('\n').map((row) => row.split('\t'))
}
