// In: the lines between title and analysis. Out: which is the caption, which repeats it, which is the pull quote.
// Quotation marks tell in most prints. Where they are missing, the image block repeats the caption and an excerpt holds the quote.

import type { ArticleImage, ArticleSource, Printed } from '../../domain/article.ts'
import { foldTitle } from './fold-title.ts'
import type { LabelledLine } from './build-document.ts'
import { printedLine, type Line } from './printed-lines.ts'

export type Header = {
  readonly caption: Printed | null
  readonly captionRepeats: readonly Printed[]
  readonly pullQuote: Printed | null
  readonly kinds: ReadonlyMap<Line, 'caption' | 'pull-quote'>
}

/** Sorts the one-liners of a header. */
export function sortHeader(
  lines: readonly Line[],
  labelled: readonly LabelledLine[],
  image: ArticleImage | null,
  sources: readonly ArticleSource[],
): Header {
  const caption = image?.caption === null || image === null ? '' : foldTitle(image.caption)
  const excerpts = new Set(sources.flatMap((source) => source.excerpt.flatMap((paragraph) => seriesOf(paragraph.text))))
  const part = new Map(labelled.map((item) => [item.line, item.part]))
  const kinds = new Map<Line, 'caption' | 'pull-quote'>()
  for (const line of lines) kinds.set(line, part.get(line) === 'quote' ? 'pull-quote' : 'caption')
  for (const line of lines) {
    if (caption !== '' && sameCaption(foldTitle(line.text), caption)) kinds.set(line, 'caption')
    else if (isQuoteWithoutMarks(line, lines, kinds, excerpts)) kinds.set(line, 'pull-quote')
  }
  const captions = lines.filter((line) => kinds.get(line) === 'caption').map((line) => printedLine(line))
  const quote = lines.find((line) => kinds.get(line) === 'pull-quote')
  return {
    caption: captions[0] ?? null,
    captionRepeats: captions.slice(1),
    pullQuote: quote === undefined ? null : printedLine(quote),
    kinds,
  }
}

function sameCaption(a: string, b: string): boolean {
  return a === b || (a.length > 30 && (a.startsWith(b) || b.startsWith(a)))
}

/** A line without marks whose words stand in an excerpt, where no other line is quoted. */
function isQuoteWithoutMarks(
  line: Line,
  lines: readonly Line[],
  kinds: ReadonlyMap<Line, string>,
  excerpts: ReadonlySet<string>,
): boolean {
  if (lines.some((other) => kinds.get(other) === 'pull-quote')) return false
  const series = seriesOf(line.text)
  return series.length >= 3 && series.filter((words) => excerpts.has(words)).length >= series.length * 0.5
}

/** Every three words in a row. */
function seriesOf(text: string): string[] {
  const words = foldTitle(text).split(' ')
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`)
}
