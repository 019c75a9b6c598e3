// In: labelled lines of one document. Out: the same, with what only the whole document can tell put right:
// which line above the analysis is caption and which is quote, and where an excerpt begins on the line of its citation.

import { foldTitle } from './fold-title.ts'
import type { Part } from './line-part.ts'
import type { Line } from './printed-lines.ts'
import { readCitation } from './read-citation.ts'

export type LabelledLine = { readonly line: Line; readonly part: Part }

/** Puts the labels of one document right. */
export function settleLabels(text: string, labelled: readonly LabelledLine[]): LabelledLine[] {
  return splitRunIns(findBareQuote(sortHeader(withoutApparatus(joinBroken(text, labelled)))))
}

const apparatus = new Set<Part>([
  'sources-heading',
  'citation',
  'excerpt',
  'notes-heading',
  'note',
  'image-heading',
  'image',
  'quote',
  'index-row',
])

/** Where nothing else of a digest is printed, a sentence under the title begins the text. */
function withoutApparatus(labelled: readonly LabelledLine[]): readonly LabelledLine[] {
  if (labelled.some(({ part }) => apparatus.has(part))) return labelled
  return labelled.map((item) =>
    item.part === 'caption' && item.line.text.length > 80 && /[.!?]["”]?$/u.test(item.line.text.slice(-4))
      ? { ...item, part: 'body' }
      : item,
  )
}

/** A title, caption or quote that was broken into two lines without an empty one between is one. */
function joinBroken(text: string, labelled: readonly LabelledLine[]): LabelledLine[] {
  const joined: LabelledLine[] = []
  for (const item of labelled) {
    const before = joined.at(-1)
    const broken = before?.part === item.part && breakable.has(item.part) && item.line.blanksBefore === 0
    if (before === undefined || !broken || foldTitle(before.line.text) === foldTitle(item.line.text)) joined.push(item)
    else
      joined[joined.length - 1] = {
        ...before,
        line: { ...before.line, end: item.line.end, text: text.slice(before.line.start, item.line.end) },
      }
  }
  return joined
}

const breakable = new Set<Part>(['title', 'caption', 'quote', 'summary'])

/** A citation line that goes on with its excerpt becomes two lines in the same place. */
function splitRunIns(labelled: readonly LabelledLine[]): LabelledLine[] {
  return labelled.flatMap((item, at) => {
    if (item.part !== 'citation') return [item]
    const address = labelled[at + 1]?.part === 'citation-address' ? (labelled[at + 1]?.line ?? null) : null
    const { runIn } = readCitation({ above: [], main: item.line, address })
    if (runIn === null || runIn === 0) return [item]
    return [
      { part: 'citation' as const, line: cutLine(item.line, 0, runIn) },
      { part: 'excerpt' as const, line: { ...cutLine(item.line, runIn, item.line.text.length), blanksBefore: 0 } },
    ]
  })
}

/** A stretch of a line, as a line. */
export function cutLine(line: Line, from: number, to: number): Line {
  const piece = line.text.slice(from, to)
  const start = line.start + from + (piece.length - piece.trimStart().length)
  const text = piece.trim()
  return { ...line, text, start, end: start + text.length }
}

/**
 * Quotation marks tell in most prints. Where they are missing, the image block repeats the caption and an excerpt holds the
 * quote.
 */
function sortHeader(labelled: readonly LabelledLine[]): LabelledLine[] {
  const header = labelled.filter(({ part }) => part === 'caption' || part === 'quote')
  if (header.length === 0) return [...labelled]
  const caption = imageCaptionOf(labelled)
  let hasQuote = header.some(({ line, part }) => part === 'quote' && !sameCaption(line.text, caption))
  const excerpts = hasQuote ? new Set<string>() : seriesOfExcerpts(labelled)
  return labelled.map((item) => {
    if (item.part !== 'caption' && item.part !== 'quote') return item
    if (sameCaption(item.line.text, caption)) return { ...item, part: 'caption' }
    const isBare = isHeld(item.line.text, excerpts) || isOnlyLine(item, header, labelled)
    if (item.part === 'quote' || hasQuote || !isBare) return item
    hasQuote = true
    return { ...item, part: 'quote' }
  })
}

/** A quote without marks that was taken for the beginning of the analysis: its words stand in an excerpt. */
function findBareQuote(labelled: readonly LabelledLine[]): LabelledLine[] {
  const at = labelled.findIndex(({ part }) => part === 'body' || part === 'quote')
  const first = labelled[at]
  const isBare =
    first?.part === 'body' &&
    labelled[at - 1]?.part !== 'summary' &&
    labelled[at + 1]?.part === 'body' &&
    first.line.text.length < 700 &&
    !/\[[ivxl]{1,7}\]/u.test(first.line.text) &&
    isHeld(first.line.text, seriesOfExcerpts(labelled), 0.7)
  return labelled.map((item, place) => (isBare && place === at ? { ...item, part: 'quote' } : item))
}

function imageCaptionOf(labelled: readonly LabelledLine[]): string {
  const line = labelled.find(({ part, line: { text } }) => part === 'image' && /^image\s{0,3}:/iu.test(text))
  return line === undefined ? '' : foldTitle(line.line.text.slice(0, 4000).replace(/^image\s{0,3}:/iu, ''))
}

/** A caption belongs to a picture: the one sentence above the analysis of a page that credits none is its quote. */
function isOnlyLine(item: LabelledLine, header: readonly LabelledLine[], labelled: readonly LabelledLine[]): boolean {
  if (header.length !== 1 || !/[.!?…][”"’]?$/u.test(item.line.text.slice(-4))) return false
  const parts = new Set(labelled.map(({ part }) => part))
  return parts.has('excerpt') && !parts.has('image') && !parts.has('image-heading')
}

function sameCaption(text: string, caption: string): boolean {
  if (caption === '' || text.length > 4000) return false
  const folded = foldTitle(text)
  return folded === caption || (folded.length > 30 && (folded.startsWith(caption) || caption.startsWith(folded)))
}

function seriesOfExcerpts(labelled: readonly LabelledLine[]): Set<string> {
  return new Set(labelled.flatMap(({ part, line }) => (part === 'excerpt' ? seriesOf(line.text.slice(0, 20_000)) : [])))
}

/** That share of the series of three words stands in an excerpt. */
function isHeld(text: string, excerpts: ReadonlySet<string>, share = 0.5): boolean {
  const series = seriesOf(text.slice(0, 4000))
  return series.length >= 3 && series.filter((words) => excerpts.has(words)).length >= series.length * share
}

function seriesOf(text: string): string[] {
  const words = foldTitle(text).split(' ')
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`)
}
