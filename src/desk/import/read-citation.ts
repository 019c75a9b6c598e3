// In: the lines of one citation. Out: its author, titles, outlet, descriptor, date and address, and where its excerpt begins.
// Read from the date outwards: after it the address, before it the descriptor in brackets, before that the outlet, and the
// titles end at the last closing mark. What is printed elsewhere (original title above, author between) is brought together.

import type { ArticleSource } from '../../domain/article.ts'
import { dateInAddress } from './date-in-address.ts'
import { findAddresses, type PrintedAddress } from './find-addresses.ts'
import { findCitation } from './find-citation.ts'
import { languageOfSource } from './language-of-source.ts'
import { collapse, printedLine, type Line } from './printed-lines.ts'
import { isNameLine, readAuthor } from './read-author.ts'
import { splitOutlet } from './split-outlet.ts'
import { bareTitle, splitTitles, type Titles } from './split-titles.ts'

export type CitationLines = {
  /** Lines above the citation that belong to it: an original title, an author. */
  readonly above: readonly Line[]
  readonly main: Line
  /** An address on a line of its own. */
  readonly address: Line | null
}

export type ReadCitation = {
  readonly source: Omit<ArticleSource, 'ordinal' | 'excerpt' | 'excerptRunIn'>
  /** Where on the main line the excerpt begins (offset in the line); null = on the next line. */
  readonly runIn: number | null
}

const headLimit = 4000

/** Reads one citation; nothing is lost when parts of it are missing. */
export function readCitation({ above, main, address }: CitationLines): ReadCitation {
  const line = main.text.slice(0, headLimit)
  const spine = findCitation(line)
  const date = spine?.date ?? null
  const firstAddress = findAddresses(line).find((found) => found.start >= (date?.end ?? 0)) ?? null
  const headEnd = date?.start ?? firstAddress?.start ?? line.length
  const tail = readTail(line, date?.end ?? headEnd, firstAddress, address)
  const lead = /^(?:source|citation)s?\s{0,3}:\s{0,5}/iu.exec(line)?.[0].length ?? 0
  const { outlet, outletEnglish, descriptor, titlesEnd } = splitOutlet(line.slice(lead, headEnd))
  const front = readFront(above, line.slice(lead, lead + titlesEnd))
  const { original, english } = front.above === '' ? splitTitles(front.main) : joinTitles(front.above, front.main)
  const source = {
    author: front.author,
    authors: front.authors,
    titleOriginal: original,
    titleEnglish: english,
    titleAsPrinted: titlesAsPrinted(front),
    outlet,
    outletEnglish,
    descriptor,
    date: date?.edtf ?? null,
    dateAsPrinted: date?.text ?? null,
    dateInUrl: tail.url === null ? null : dateInAddress(tail.url),
    url: tail.url,
    urlAsPrinted: tail.urlAsPrinted,
    urlFragment: tail.urlFragment,
    medium: isSocialPost(tail.url, outlet) ? 'social-media-post' : null,
    citation: [...above, main, ...(address === null ? [] : [address])].map((part) => printedLine(part)),
  }
  return { source: { ...source, language: languageOfSource(source) }, runIn: tail.runIn }
}

type Tail = { url: string | null; urlAsPrinted: string | null; urlFragment: string | null; runIn: number | null }

/** What follows the date: an address, the rest of one that was stripped, or the excerpt at once. */
function readTail(line: string, from: number, found: PrintedAddress | null, ownLine: Line | null): Tail {
  if (found !== null && isNear(line, from, found.start)) {
    const label = /(image|source|url|link)\s{0,2}:\s{0,2}$/iu.exec(line.slice(from, found.start))
    const asPrinted = label === null ? found.asPrinted : line.slice(found.start - label[0].length, found.end)
    return {
      url: found.url,
      urlAsPrinted: asPrinted === found.asPrinted ? gluedPrint(line, found) : asPrinted,
      urlFragment: null,
      runIn: proseFrom(line, found.end),
    }
  }
  if (ownLine !== null) {
    const own = findAddresses(ownLine.text)[0]
    if (own === undefined) return { url: null, urlAsPrinted: null, urlFragment: ownLine.text, runIn: null }
    return { url: own.url, urlAsPrinted: own.asPrinted, urlFragment: null, runIn: proseFrom(line, from) }
  }
  const slug = /^[\s.,;]{0,6}((?=\S*-\S*-)[^\s“”"]{6,600})\s{0,8}$/u.exec(line.slice(from, from + 700))?.[1] ?? null
  return { url: null, urlAsPrinted: null, urlFragment: slug, runIn: slug === null ? proseFrom(line, from) : null }
}

function isNear(line: string, from: number, to: number): boolean {
  return to - from < 60 && !/\p{L}{3,}\s+\p{L}{3,}\s+\p{L}{2,}/u.test(line.slice(from, to))
}

/** A sentence glued to the address is shown with it, as it is printed. */
function gluedPrint(line: string, found: PrintedAddress): string | null {
  const glued = /^\p{L}{1,20}/u.exec(line.slice(found.end))
  return glued === null ? found.asPrinted : line.slice(found.start, found.end) + glued[0]
}

/** Where prose begins after the citation, if it does on the same line. */
function proseFrom(line: string, from: number): number | null {
  const rest = line.slice(from)
  const lead = /^[\s.,;:#/)\]]{0,12}/u.exec(rest)?.[0].length ?? 0
  return /\p{L}{2,}\s+\S+\s+\S/u.test(rest.slice(lead)) ? from + lead : null
}

type Front = {
  readonly author: string | null
  readonly authors: readonly string[]
  /** The title on the lines above, and the one on the citation's own line, with their marks. */
  readonly above: string
  readonly main: string
}

/** Author and titles, from the lines above and from what stands before the outlet. */
function readFront(above: readonly Line[], head: string): Front {
  const opening = /^\s{0,3}\(/u.test(head) && above.length > 0 ? 0 : titleOpening(head)
  const lines = above.map((line) => splitAuthorAbove(line.text))
  const author =
    readAuthor(head.slice(0, Math.max(0, opening))) ?? readAuthor(lines.find(([name]) => name !== '')?.[0] ?? '')
  return {
    author: author?.printed ?? null,
    authors: author?.names ?? [],
    above: lines
      .map(([, title]) => title)
      .filter((title) => title !== '')
      .join(' '),
    main: head.slice(Math.max(0, opening)).trim(),
  }
}

function titleOpening(head: string): number {
  const double = head.search(/[“«„]|(?<![,.?!…])"/u)
  return double === -1 ? head.search(/(?<![\p{L}\p{N}])‘/u) : double
}

/** The author and the title of a line above the citation; either may be empty. */
function splitAuthorAbove(text: string): [author: string, title: string] {
  if (isNameLine(text)) return [text, '']
  const open = text.search(/[“«„"]/u)
  const before = text.slice(0, Math.max(0, open))
  const named = open > 0 && !/[^\p{Script=Latin}\P{L}]/u.test(before) && /[,.:]\s{0,3}$/u.test(before)
  return named ? [before, text.slice(open)] : ['', text]
}

/** The original on a line of its own, its translation on the next, in marks or in brackets. */
function joinTitles(above: string, main: string): Titles {
  const unwrapped = main
    .trim()
    .replace(/^\(/u, '')
    .replace(/\)(?=[\s,.”"’]{0,6}$)/u, '')
  const own = /^\s{0,3}\(/u.test(main) ? { original: null, english: bareTitle(unwrapped) } : splitTitles(main)
  const rest = own.original === null ? '' : ` ${own.original}`
  return { original: bareTitle(above) + rest, english: own.english }
}

function titlesAsPrinted(front: Front): string | null {
  const spans = [front.above, front.main].map(collapse).filter((span) => span !== '')
  return spans.length === 0 ? null : spans.join(front.author === null ? ' ' : ' … ')
}

const socialHosts =
  /^https?:\/\/(?:www\.|m\.|mobile\.)?(?:facebook|twitter|x|t|telegram|instagram|vk|youtube|tiktok|weibo)\.(?:com|me|co|ru|be)\//iu

function isSocialPost(url: string | null, outlet: string | null): boolean {
  return (
    (url !== null && socialHosts.test(url)) || /facebook page|telegram channel|twitter account/iu.test(outlet ?? '')
  )
}
