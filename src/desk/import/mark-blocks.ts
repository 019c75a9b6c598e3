// In: labelled lines of one document. Out: its blocks: runs of lines that are one thing.

import type { ArticleBlock, ArticleBlockKind } from '../../domain/article.ts'
import type { LabelledLine } from './label-runs.ts'
import type { Part } from './line-part.ts'

const kinds: Readonly<Partial<Record<Part, ArticleBlockKind>>> = {
  title: 'title',
  'index-title': 'title',
  caption: 'caption',
  quote: 'pull-quote',
  summary: 'summary',
  body: 'body',
  'sources-heading': 'heading',
  'notes-heading': 'heading',
  'image-heading': 'heading',
  'original-title': 'citation',
  citation: 'citation',
  'citation-address': 'citation',
  excerpt: 'excerpt',
  note: 'note',
  'note-more': 'note',
  image: 'image',
  'image-more': 'image',
  'index-row': 'index-row',
  related: 'related-reading',
  chrome: 'chrome',
}
/** Parts that begin a block of their own, whatever stands before. */
const opening = new Set<Part>([
  'title',
  'index-title',
  'caption',
  'quote',
  'summary',
  'note',
  'index-row',
  'related',
  'sources-heading',
  'notes-heading',
  'image-heading',
])
const counted = new Set<ArticleBlockKind>([
  'caption',
  'body',
  'heading',
  'note',
  'index-row',
  'related-reading',
  'chrome',
])

/** The blocks, in order. */
export function markBlocks(labelled: readonly LabelledLine[]): ArticleBlock[] {
  const blocks: { kind: ArticleBlockKind; start: number; end: number; ordinal?: number }[] = []
  const counts = new Map<ArticleBlockKind, number>()
  let source = -1
  let before: Part | null = null
  for (const { line, part } of labelled) {
    const kind = kinds[part]
    // What was left over stands outside of every block, so none goes on across it.
    const last = before === 'left-over' ? undefined : blocks.at(-1)
    if (kind !== undefined && last?.kind === kind && !opening.has(part) && !startsSource(part, before))
      last.end = line.end
    else if (kind !== undefined) {
      if (startsSource(part, before) || (part === 'excerpt' && source === -1)) source += 1
      const ordinal =
        kind === 'citation' || kind === 'excerpt' ? source : counted.has(kind) ? count(counts, kind) : null
      blocks.push({ kind, start: line.start, end: line.end, ...(ordinal === null ? {} : { ordinal }) })
    }
    before = part
  }
  return blocks
}

/** The first line of a citation: an original title, or the citation itself when none stands above it. */
export function startsSource(part: Part, before: Part | null): boolean {
  if (part === 'original-title') return before !== 'original-title'
  return part === 'citation' && before !== 'original-title'
}

function count(counts: Map<ArticleBlockKind, number>, kind: ArticleBlockKind): number {
  const number = counts.get(kind) ?? 0
  counts.set(kind, number + 1)
  return number
}
