// In: the picked segments. Out: the text, and the blocks whose offsets point into it.

import type { Block, BlockKind } from '../../domain/reading.ts'
import { stand, type Segment } from './segment.ts'
import { isProse } from './worth.ts'

export type BlockText = {
  readonly text: string
  readonly blocks: readonly Block[]
  /** The element of each block, or -1. */
  readonly nodes: readonly number[]
}

export type Chosen = { readonly segment: Segment; readonly isCaption: boolean }

/** Where things stand in a page: the path of a node, and the row and table around a cell. */
export type Places = {
  readonly pathOf: (node: number) => string
  readonly rowOf: (node: number) => number
  readonly tableOf: (node: number) => number
}

/**
 * Joins segments with an empty line between them. The cells of one table become one block: tabs between cells,
 * line ends between rows.
 *
 * @param places null when the text comes from no element
 */
export function makeBlocks(chosen: readonly Chosen[], places: Places | null): BlockText {
  const blocks: Block[] = []
  const nodes: number[] = []
  let text = ''
  let table = -1
  let row = -1
  for (const { segment, isCaption } of chosen) {
    const kind = isCaption ? 'caption' : kindOf(segment)
    const last = blocks.at(-1)
    const itsTable = kind === 'table' && places ? places.tableOf(segment.node) : -1
    const itsRow = itsTable >= 0 && places ? places.rowOf(segment.node) : -1
    if (last && itsTable >= 0 && itsTable === table) {
      text += (itsRow === row ? '\t' : '\n') + segment.text.replaceAll('\n', ' ')
      blocks[blocks.length - 1] = { ...last, end: text.length }
      row = itsRow
      continue
    }
    table = itsTable
    row = itsRow
    if (text !== '') text += '\n\n'
    const start = text.length
    const node = itsTable >= 0 ? itsTable : segment.node
    nodes.push(places ? node : -1)
    text += segment.text
    blocks.push({
      kind,
      start,
      end: text.length,
      ...(kind === 'heading' ? { level: segment.level || 2 } : {}),
      ...(places ? { path: places.pathOf(node) } : {}),
    })
  }
  return { text, blocks, nodes }
}

function kindOf(segment: Segment): BlockKind {
  const { stands } = segment
  if ((stands & stand.heading) !== 0) return 'heading'
  if ((stands & stand.preformatted) !== 0) return 'preformatted'
  // Old pages lay out whole articles in tables: a paragraph in a cell is a paragraph.
  const isInParagraph = (stands & (stand.paragraph | stand.broken)) !== 0 || isProse(segment)
  if ((stands & stand.quotation) !== 0) return 'quotation'
  if ((stands & stand.cell) !== 0 && !isInParagraph) return 'table'
  return (stands & stand.listItem) !== 0 ? 'list-item' : 'paragraph'
}
