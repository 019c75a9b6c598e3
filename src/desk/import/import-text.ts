// In: the text of a digest: pages in a run, with or without headings, an index, a repost. Out: its documents, and what was left over.
// Every character is in exactly one block, in white space between blocks, or in a line left over.

import type { ArticlePrint, Printed } from '../../domain/article.ts'
import { buildDocument } from './build-document.ts'
import { labelLines, type Part } from './label-lines.ts'
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

/** A new document begins at a title; site furniture above a title belongs to what is below it. */
function splitDocuments(labelled: readonly LabelledLine[]): LabelledLine[][] {
  const groups: LabelledLine[][] = []
  labelled.forEach((item, at) => {
    if (at === 0 || beginsDocument(labelled, at)) groups.push([])
    groups.at(-1)?.push(item)
  })
  return groups
}

function beginsDocument(labelled: readonly LabelledLine[], at: number): boolean {
  const part = labelled[at]?.part
  const before = labelled[at - 1]?.part
  if (part === 'title' || part === 'index-title') return before !== 'chrome' || !opensWithChrome(labelled, at)
  if (part === 'chrome' && before !== 'chrome') return nextOtherThan(labelled, at, 'chrome') === 'title'
  return part === 'index-row' && before !== 'index-row' && before !== 'index-title' && before !== 'left-over'
}

/** Whether the run of chrome right above `at` already began a document. */
function opensWithChrome(labelled: readonly LabelledLine[], at: number): boolean {
  let from = at - 1
  while (from >= 0 && labelled[from]?.part === 'chrome') from -= 1
  return from < at - 1
}

function nextOtherThan(labelled: readonly LabelledLine[], at: number, part: Part): Part | undefined {
  let next = at
  while (labelled[next]?.part === part) next += 1
  return labelled[next]?.part
}

/** Chrome or scraps alone make no document. */
function isDocument(group: readonly LabelledLine[]): boolean {
  return group.some(({ part }) => part !== 'chrome' && part !== 'left-over')
}
