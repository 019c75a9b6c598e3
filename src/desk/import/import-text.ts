// In: the text of a digest: pages in a run, with or without headings, an index, a repost. Out: its documents, and what was left over.
// Every character is in exactly one block, in white space between blocks, or in a line left over.

import type { ArticlePrint, Printed } from '../../domain/article.ts'
import { buildDocument } from './build-document.ts'
import { labelLines } from './label-lines.ts'
import { settleLabels, type LabelledLine } from './label-runs.ts'
import { markBlocks } from './mark-blocks.ts'
import { printedLine, splitLines } from './printed-lines.ts'
import { readSignals } from './read-signals.ts'
import { splitNotes } from './split-notes.ts'
import { unwrapLines } from './unwrap-lines.ts'

export type TextImport = {
  readonly documents: readonly ArticlePrint[]
  /** Lines that belong to no document. */
  readonly leftOver: readonly Printed[]
}

/** Reads a text. The same text always gives the same documents. */
export function importText(text: string): TextImport {
  const lines = splitNotes(unwrapLines(text, splitLines(text)))
  const labels = labelLines(readSignals(lines))
  const labelled = lines.map((line, at): LabelledLine => ({ line, part: labels[at] ?? 'left-over' }))
  const groups = splitDocuments(labelled)
  return {
    documents: groups.filter(isDocument).map((group) => {
      const labelled = settleLabels(text, group)
      return buildDocument(text, labelled, markBlocks(labelled))
    }),
    leftOver: groups
      .flatMap((group) => (isDocument(group) ? group.filter(({ part }) => part === 'left-over') : group))
      .map(({ line }) => printedLine(line)),
  }
}

/** A new document begins at a title; of the furniture between two documents, each has what stands closer to it. */
function splitDocuments(labelled: readonly LabelledLine[]): LabelledLine[][] {
  const groups: LabelledLine[][] = []
  const beginnings = findBeginnings(labelled)
  labelled.forEach((item, at) => {
    if (at === 0 || beginnings.has(at)) groups.push([])
    groups.at(-1)?.push(item)
  })
  return groups
}

function findBeginnings(labelled: readonly LabelledLine[]): Set<number> {
  const beginnings = new Set<number>()
  let chromeFrom = -1
  labelled.forEach(({ part }, at) => {
    const before = labelled[at - 1]?.part
    if (part === 'chrome' && before !== 'chrome') chromeFrom = at
    const isTitle = part === 'title' || part === 'index-title'
    const isLooseRow =
      part === 'index-row' && before !== 'index-row' && before !== 'index-title' && before !== 'left-over'
    if (isTitle || isLooseRow) beginnings.add(before === 'chrome' ? widestGap(labelled, chromeFrom, at) : at)
  })
  return beginnings
}

/** Where the most empty lines stand before a line, from `from` to `to`; the last such place. A file begins with its furniture. */
function widestGap(labelled: readonly LabelledLine[], from: number, to: number): number {
  let best = to
  for (let at = to; at >= from; at -= 1) {
    if (at === 0 || (labelled[at]?.line.blanksBefore ?? 0) > (labelled[best]?.line.blanksBefore ?? 0)) best = at
  }
  return best
}

/** Chrome or scraps alone make no document. */
function isDocument(group: readonly LabelledLine[]): boolean {
  return group.some(({ part }) => part !== 'chrome' && part !== 'left-over')
}
