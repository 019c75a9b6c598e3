// In: the picked segments. Out: the text, and the blocks whose offsets point into it.

import type { Block, BlockKind } from '../../domain/reading.ts'
import { createPathFinder } from '../html/node-path.ts'
import type { ArticlePlan } from './article-plan.ts'
import { stand, type Segment } from './segment.ts'

export type BlockText = { readonly text: string; readonly blocks: readonly Block[] }

/** Joins the picked segments with an empty line between them. */
export function makeBlocks(plan: ArticlePlan, picked: Uint8Array): BlockText {
  const pathOf = createPathFinder(plan.tree)
  const blocks: Block[] = []
  let text = ''
  for (const [at, segment] of plan.segments.entries()) {
    if (!picked[at]) continue
    if (text !== '') text += '\n\n'
    const start = text.length
    text += segment.text
    const kind = plan.captions[at] ? 'caption' : kindOf(segment)
    const place = { kind, start, end: text.length, path: pathOf(segment.node) }
    blocks.push(kind === 'heading' ? { ...place, level: segment.level || 2 } : place)
  }
  return { text, blocks }
}

function kindOf({ stands }: Segment): BlockKind {
  if ((stands & stand.heading) !== 0) return 'heading'
  if ((stands & stand.caption) !== 0) return 'caption'
  if ((stands & stand.preformatted) !== 0) return 'preformatted'
  if ((stands & stand.cell) !== 0) return 'table'
  if ((stands & stand.quotation) !== 0) return 'quotation'
  return (stands & stand.listItem) !== 0 ? 'list-item' : 'paragraph'
}
