// In: a text and blocks that a person has drawn in it. Out: the document that they make: the same reading as an import's, from
// other boundaries. Nothing is learnt from it: the next import is read as before.

import type { ArticleBlock, ArticleBlockKind, ArticleKind, ArticlePrint } from '../../domain/article.ts'
import { buildDocument } from './build-document.ts'
import { findCitation } from './find-citation.ts'
import type { Part } from './line-part.ts'
import { cutLine, type LabelledLine } from './label-runs.ts'
import { splitLines, type Line } from './printed-lines.ts'
import { splitNotes } from './split-notes.ts'
import { unwrapLines } from './unwrap-lines.ts'

const parts: Readonly<Record<ArticleBlockKind, Part>> = {
  title: 'title',
  caption: 'caption',
  'pull-quote': 'quote',
  summary: 'summary',
  body: 'body',
  heading: 'sources-heading',
  citation: 'citation',
  excerpt: 'excerpt',
  note: 'note',
  image: 'image',
  'index-row': 'index-row',
  'related-reading': 'related',
  chrome: 'chrome',
}

/** The document that `blocks` of `text` make, as the given kind. */
export function printFromBlocks(text: string, blocks: readonly ArticleBlock[], kind: ArticleKind): ArticlePrint {
  const lines = splitNotes(unwrapLines(text, splitLines(text)))
  const ordered = blocks.toSorted((a, b) => a.start - b.start)
  const labelled = ordered.flatMap((block) => {
    const inside = linesIn(lines, block)
    return labelBlock(block, single.has(block.kind) ? joinAll(text, inside) : inside)
  })
  return buildDocument(text, labelled, ordered, kind)
}

/** Kinds that are one line of print, whatever breaks it. */
const single = new Set<ArticleBlockKind>(['title', 'caption', 'pull-quote', 'summary', 'index-row'])

function joinAll(text: string, lines: readonly Line[]): Line[] {
  const [first] = lines
  const last = lines.at(-1)
  return first === undefined || last === undefined
    ? []
    : [{ ...first, end: last.end, text: text.slice(first.start, last.end) }]
}

/** The lines of a block, the first and the last one cut where the block begins or ends in their middle. */
function linesIn(lines: readonly Line[], block: ArticleBlock): Line[] {
  let at = firstAfter(lines, block.start)
  const found: Line[] = []
  for (let line = lines[at]; line !== undefined && line.start < block.end; line = lines[++at]) {
    const cut = cutLine(line, Math.max(0, block.start - line.start), Math.min(line.text.length, block.end - line.start))
    if (cut.text !== '') found.push(cut)
  }
  return found
}

function firstAfter(lines: readonly Line[], start: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low
}

function labelBlock(block: ArticleBlock, lines: readonly Line[]): LabelledLine[] {
  if (block.kind === 'citation') return labelCitation(lines)
  const part = parts[block.kind]
  return lines.map((line, at) => ({
    line,
    part:
      at > 0 && part === 'note'
        ? 'note-more'
        : at > 0 && part === 'image' && !/^\p{L}+\s?:/u.test(line.text)
          ? 'image-more'
          : part,
  }))
}

/** The line that looks most like a citation is it; what stands above belongs to its titles, what is below is its address. */
function labelCitation(lines: readonly Line[]): LabelledLine[] {
  const weights = lines.map((line) => findCitation(line.text.slice(0, 4000))?.weight ?? 0)
  const main = Math.max(0, weights.indexOf(Math.max(...weights)))
  return lines.map((line, at) => ({
    line,
    part: at < main ? 'original-title' : at === main ? 'citation' : 'citation-address',
  }))
}
