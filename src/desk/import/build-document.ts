// In: the labelled lines of one document, and its blocks. Out: the document: what each block says.

import type { ArticleBlock, ArticleKind, ArticlePrint, ArticleSource } from '../../domain/article.ts'
import type { Part } from './line-part.ts'
import type { LabelledLine } from './label-runs.ts'
import { startsSource } from './mark-blocks.ts'
import { printedLine, type Line } from './printed-lines.ts'
import { readCitation } from './read-citation.ts'
import { readRelated, readRepost } from './read-commentary.ts'
import { readImage } from './read-image.ts'
import { markDuplicates, readIndexRow } from './read-index-row.ts'
import { readNote } from './read-note.ts'
import { markersOf } from './note-label.ts'

/** Builds a document. `text` is the whole file; `kind` where a person has said it. */
export function buildDocument(
  text: string,
  labelled: readonly LabelledLine[],
  blocks: readonly ArticleBlock[],
  kind = kindOf(labelled),
): ArticlePrint {
  const of = (...wanted: Part[]): Line[] => labelled.filter(({ part }) => wanted.includes(part)).map(({ line }) => line)
  const first = (part: Part): Line | undefined => labelled.find((item) => item.part === part)?.line
  const title = first('title') ?? first('index-title')
  const summary = first('summary')
  const quote = first('quote')
  const [caption, ...captionRepeats] = of('caption').map((line) => printedLine(line))
  const body = of('body').map((line) => printedLine(line))
  const related = of('related').map(readRelated)
  const imageLines = of('image', 'image-more')
  return {
    kind,
    lines: reachOf(labelled),
    title: title === undefined ? null : printedLine(title),
    caption: caption ?? null,
    captionRepeats,
    pullQuote: quote === undefined ? null : printedLine(quote),
    summary:
      summary === undefined
        ? null
        : printedLine(summary, /^summary\s{0,3}:\s{0,8}/iu.exec(summary.text)?.[0].length ?? 0),
    body,
    markers: body.flatMap((paragraph) => markersOf(paragraph.text)),
    sources: buildSources(labelled),
    notes: groupNotes(labelled).map((lines) => readNote(text, lines)),
    image: imageLines.length === 0 ? null : readImage(imageLines),
    entries: markDuplicates(of('index-row').map(readIndexRow)),
    related,
    repost: kind === 'commentary' ? readRepost(of('chrome'), body, related) : null,
    blocks,
  }
}

/** First and last line; the site around a text is not the text. */
function reachOf(labelled: readonly LabelledLine[]): readonly [first: number, last: number] {
  const own = labelled.filter(({ part }) => part !== 'chrome' && part !== 'left-over')
  const from = own[0] ?? labelled[0]
  const to = own.at(-1) ?? labelled.at(-1)
  return [from?.line.number ?? 1, to?.line.number ?? 1]
}

function kindOf(labelled: readonly LabelledLine[]): ArticleKind {
  const parts = new Set(labelled.map(({ part }) => part))
  if (parts.has('index-row')) return 'index'
  const apparatus: Part[] = [
    'citation',
    'excerpt',
    'note',
    'image',
    'sources-heading',
    'notes-heading',
    'image-heading',
    'quote',
    'summary',
  ]
  if (apparatus.some((part) => parts.has(part))) return 'article'
  // An article that was cut before its sources still has the markers of its notes.
  return labelled.some(({ part, line }) => part === 'body' && markersOf(line.text.slice(0, 20_000)).length > 0)
    ? 'article'
    : 'commentary'
}

function groupNotes(labelled: readonly LabelledLine[]): Line[][] {
  const groups: Line[][] = []
  for (const { line, part } of labelled) {
    const open = groups.at(-1)
    if (part === 'note' || (part === 'note-more' && open === undefined)) groups.push([line])
    else if (part === 'note-more') open?.push(line)
  }
  return groups
}

type Gathering = { above: Line[]; main: Line | null; address: Line | null; excerpt: Line[] }

function buildSources(labelled: readonly LabelledLine[]): ArticleSource[] {
  return gatherSources(labelled).map((group, at) => {
    const read = group.main === null ? null : readCitation({ ...group, main: group.main })
    const main = group.main?.number
    return {
      ...(read?.source ?? { ...nothingPrinted, citation: group.above.map((line) => printedLine(line)) }),
      ...gluedAddress(group, read?.source.url ?? null),
      ordinal: at + 1,
      excerpt: group.excerpt.map((line) => printedLine(line)),
      excerptRunIn: main !== undefined && group.excerpt[0]?.number === main,
    }
  })
}

/** The excerpt begins without a space after the address: its first word is shown with the address, as it is printed. */
function gluedAddress({ main, excerpt }: Gathering, url: string | null): { urlAsPrinted?: string } {
  const word = /^\p{L}+/u.exec(excerpt[0]?.text ?? '')?.[0]
  if (main === null || url === null || word === undefined || excerpt[0]?.start !== main.end) return {}
  return main.text.endsWith(url) ? { urlAsPrinted: url + word } : {}
}

function gatherSources(labelled: readonly LabelledLine[]): Gathering[] {
  const gathered: Gathering[] = []
  let before: Part | null = null
  for (const { line, part } of labelled) {
    const starts = startsSource(part, before) || (part === 'excerpt' && gathered.length === 0)
    if (starts) gathered.push({ above: [], main: null, address: null, excerpt: [] })
    const open = gathered.at(-1)
    if (part === 'original-title') open?.above.push(line)
    else if (part === 'excerpt') open?.excerpt.push(line)
    else if (open !== undefined && part === 'citation') open.main = line
    else if (open !== undefined && part === 'citation-address') open.address = line
    before = part
  }
  return gathered
}

/** An excerpt whose citation is not there, as on a page that was cut. */
const nothingPrinted = {
  author: null,
  authors: [],
  titleOriginal: null,
  titleEnglish: null,
  titleAsPrinted: null,
  language: null,
  outlet: null,
  outletEnglish: null,
  descriptor: null,
  date: null,
  dateAsPrinted: null,
  dateInUrl: null,
  url: null,
  urlAsPrinted: null,
  urlFragment: null,
  medium: null,
}
