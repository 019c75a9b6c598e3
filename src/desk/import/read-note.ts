// In: the lines of an endnote. Out: its label, paragraphs, addresses, mentions of earlier pieces, and what an editor forgot.

import type { ArticleNote } from '../../domain/article.ts'
import { findAddresses } from './find-addresses.ts'
import { findCrossReferences, findStudies } from './find-references.ts'
import { printedLine, type Line } from './printed-lines.ts'
import { noteLabelOf } from './note-label.ts'

const placeholder =
  /\((?=[^()]{0,80}OE Watch)[^()“”"\d]{4,80}\)|\[(?:insert|add|link|tbd|tk|xx)[^\]]{0,80}\]|\b(?:TBD|TKTK|XXXX?|INSERT (?:LINK|URL|TITLE))\b/u
const emptyReference =
  /(?:[Ff]or (?:more|further)[^.;:“”]{0,200},\s?)?(?:[Pp]lease )?\b[Ss]ee(?: also)?(?:, for example)?\s{0,2}[:;,]?\s{0,3}[.]?$/u

/** Reads one note from its lines, the first of which begins with its label. */
export function readNote(text: string, lines: readonly Line[]): ArticleNote {
  const [first] = lines
  const label = first === undefined ? null : noteLabelOf(first.text)
  const paragraphs = lines.map((line, at) => printedLine(line, at === 0 ? (label?.length ?? 0) : 0))
  const start = paragraphs[0]?.start ?? 0
  const words = lines
    .map((line, at) => text.slice(lines[at - 1]?.end ?? line.start, line.start) + line.text)
    .join('')
    .slice(start - (first?.start ?? start))
  const empty = emptyReference.exec(words.slice(-300))
  return {
    label: label?.label ?? '',
    paragraphs,
    urls: findAddresses(words).map((address) => address.url),
    crossReferences: findCrossReferences(words, start),
    studies: findStudies(words, start),
    placeholder: placeholder.exec(words.slice(0, 20_000))?.[0] ?? null,
    emptyReference: empty === null ? null : empty[0].trim(),
  }
}
