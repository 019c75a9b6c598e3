// In: the labelled lines of one document. Out: the document, with its blocks.

import type { ArticleBlock, ArticleBlockKind, ArticleKind, ArticlePrint, ArticleSource } from '../../domain/article.ts'
import type { Part } from './label-lines.ts'
import { printed, printedLine, type Line } from './printed-lines.ts'
import { readCitation } from './read-citation.ts'
import { readRelated, readRepost } from './read-commentary.ts'
import { readImage } from './read-image.ts'
import { markDuplicates, readIndexRow } from './read-index-row.ts'
import { readNote } from './read-note.ts'
import { markersOf } from './roman.ts'
import { sortHeader } from './sort-header.ts'

export type LabelledLine = { readonly line: Line; readonly part: Part }

/** Builds a document from its lines, in order. `text` is the whole file. */
export function buildDocument(text: string, labelled: readonly LabelledLine[]): ArticlePrint {
  const { sources, blocks: sourceBlocks } = buildSources(text, labelled)
  const of = (...wanted: Part[]): Line[] => labelled.filter(({ part }) => wanted.includes(part)).map(({ line }) => line)
  const notes = groupsOf(labelled, 'note', ['note-more'])
  const imageLines = of('image', 'image-more')
  const image = imageLines.length === 0 ? null : readImage(imageLines)
  const header = sortHeader(of('caption', 'quote'), labelled, image, sources)
  const [summary] = of('summary')
  const body = of('body').map((line) => printedLine(line))
  const entries = markDuplicates(of('index-row').map(readIndexRow))
  const related = of('related').map(readRelated)
  const kind = kindOf(labelled)
  const [title] = of('title', 'index-title')
  const own = labelled.filter(({ part }) => part !== 'chrome')
  return {
    kind,
    lines: [
      own[0]?.line.number ?? labelled[0]?.line.number ?? 1,
      own.at(-1)?.line.number ?? labelled.at(-1)?.line.number ?? 1,
    ],
    title: title === undefined ? null : printedLine(title),
    caption: header.caption,
    captionRepeats: header.captionRepeats,
    pullQuote: header.pullQuote,
    summary:
      summary === undefined
        ? null
        : printedLine(summary, /^summary\s{0,3}:\s{0,8}/iu.exec(summary.text)?.[0].length ?? 0),
    body,
    markers: body.flatMap((paragraph) => markersOf(paragraph.text)),
    sources,
    notes: notes.map((lines) => readNote(text, lines)),
    image,
    entries,
    related,
    repost: kind === 'commentary' ? readRepost(of('chrome'), body, related) : null,
    blocks: [...sourceBlocks, ...buildBlocks(labelled, header.kinds)].toSorted((a, b) => a.start - b.start),
  }
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
  ]
  return apparatus.some((part) => parts.has(part)) ? 'article' : 'commentary'
}

/** Runs of lines that begin with `first` and go on with `more`. */
function groupsOf(labelled: readonly LabelledLine[], first: Part, more: readonly Part[]): Line[][] {
  const groups: Line[][] = []
  for (const { line, part } of labelled) {
    const open = groups.at(-1)
    if (part === first || (more.includes(part) && open === undefined)) groups.push([line])
    else if (more.includes(part)) open?.push(line)
  }
  return groups
}

type Gathering = { above: Line[]; main: Line | null; address: Line | null; excerpt: Line[] }

function gatherSources(labelled: readonly LabelledLine[]): Gathering[] {
  const gathered: Gathering[] = []
  const fresh = (): Gathering => ({ above: [], main: null, address: null, excerpt: [] })
  for (const { line, part } of labelled) {
    const last = gathered.at(-1)
    if (part === 'original-title') {
      if (last !== undefined && last.main === null) last.above.push(line)
      else gathered.push({ ...fresh(), above: [line] })
    }
    if (part === 'citation') {
      if (last !== undefined && last.main === null && last.above.length > 0) last.main = line
      else gathered.push({ ...fresh(), main: line })
    }
    if (part === 'citation-address' && last !== undefined) last.address = line
    if (part === 'excerpt' && last === undefined) gathered.push({ ...fresh(), excerpt: [line] })
    else if (part === 'excerpt') last?.excerpt.push(line)
  }
  return gathered
}

function buildSources(
  text: string,
  labelled: readonly LabelledLine[],
): { sources: ArticleSource[]; blocks: ArticleBlock[] } {
  const blocks: ArticleBlock[] = []
  const sources = gatherSources(labelled).map((group, at) => {
    const main = group.main ?? group.above[0] ?? group.excerpt[0]
    const read =
      main === undefined || group.main === null
        ? null
        : readCitation({ above: group.above, main, address: group.address })
    const runInStart = read?.runIn === null || read === null || main === undefined ? null : main.start + read.runIn
    const runIn = runInStart === null || main === undefined ? [] : [printed(text, runInStart, main.end, main.number)]
    const excerpt = [...runIn, ...group.excerpt.map((line) => printedLine(line))]
    const citationLines = [
      ...group.above,
      ...(group.main === null ? [] : [group.main]),
      ...(group.address === null ? [] : [group.address]),
    ]
    const first = citationLines[0]
    const last = citationLines.at(-1)
    if (first !== undefined && last !== undefined) {
      blocks.push({
        kind: 'citation',
        ordinal: at,
        start: first.start,
        end: runInStart === null ? last.end : trimmedEnd(text, runInStart),
      })
    }
    const start = excerpt[0]?.start
    const end = excerpt.at(-1)?.end
    if (start !== undefined && end !== undefined) blocks.push({ kind: 'excerpt', ordinal: at, start, end })
    return { ...(read?.source ?? nothingPrinted), ordinal: at + 1, excerpt, excerptRunIn: runIn.length > 0 }
  })
  return { sources, blocks }
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
  citation: [],
}

function trimmedEnd(text: string, at: number): number {
  let end = at
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end -= 1
  return end
}

const blockKinds: Readonly<Partial<Record<Part, ArticleBlockKind>>> = {
  title: 'title',
  'index-title': 'title',
  caption: 'caption',
  quote: 'pull-quote',
  summary: 'summary',
  body: 'body',
  'sources-heading': 'heading',
  'notes-heading': 'heading',
  'image-heading': 'heading',
  note: 'note',
  'note-more': 'note',
  image: 'image',
  'image-more': 'image',
  'index-row': 'index-row',
  related: 'related-reading',
  chrome: 'chrome',
}
/** Kinds of which neighbouring lines make one block. */
const merging = new Set<ArticleBlockKind>(['body', 'image', 'chrome'])

/** Blocks of everything but the sources. */
function buildBlocks(
  labelled: readonly LabelledLine[],
  header: ReadonlyMap<Line, 'caption' | 'pull-quote'>,
): ArticleBlock[] {
  const blocks: { kind: ArticleBlockKind; start: number; end: number; ordinal?: number }[] = []
  const counts = new Map<ArticleBlockKind, number>()
  let open: ArticleBlockKind | null = null
  for (const { line, part } of labelled) {
    const kind = header.get(line) ?? blockKinds[part]
    const last = blocks.at(-1)
    if (kind === undefined) open = null
    else if (last !== undefined && (part === 'note-more' ? last.kind === 'note' : open === kind && merging.has(kind)))
      last.end = line.end
    else {
      const ordinal = counts.get(kind) ?? 0
      counts.set(kind, ordinal + 1)
      blocks.push({ kind, start: line.start, end: line.end, ...(numbered.has(kind) ? { ordinal } : {}) })
    }
    if (kind !== undefined) open = kind
  }
  return blocks
}

const numbered = new Set<ArticleBlockKind>([
  'caption',
  'note',
  'index-row',
  'related-reading',
  'heading',
  'body',
  'chrome',
])
