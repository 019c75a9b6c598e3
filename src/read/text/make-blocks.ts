// In: the picked segments. Out: the text, and the blocks whose offsets point into it.

import type { Block, BlockKind } from '../../domain/reading.ts'
import { stand, type Segment } from './segment.ts'

export type BlockText = { readonly text: string; readonly blocks: readonly Block[] }

export type Chosen = { readonly segment: Segment; readonly isCaption: boolean }

/**
 * Joins segments with an empty line between them.
 *
 * @param pathOf the place of a node in its page; null when the text comes from no element
 */
export function makeBlocks(chosen: readonly Chosen[], pathOf: ((node: number) => string) | null): BlockText {
  const blocks: Block[] = []
  let text = ''
  for (const { segment, isCaption } of chosen) {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += segment.text
    const kind = isCaption ? 'caption' : kindOf(segment)
    blocks.push({
      kind,
      start,
      end: text.length,
      ...(kind === 'heading' ? { level: segment.level || 2 } : {}),
      ...(pathOf ? { path: pathOf(segment.node) } : {}),
    })
  }
  return { text, blocks }
}

function kindOf({ stands }: Segment): BlockKind {
  if ((stands & stand.heading) !== 0) return 'heading'
  if ((stands & stand.preformatted) !== 0) return 'preformatted'
  if ((stands & stand.cell) !== 0) return 'table'
  if ((stands & stand.quotation) !== 0) return 'quotation'
  return (stands & stand.listItem) !== 0 ? 'list-item' : 'paragraph'
}
