// In: the lines of a file. Out: the same, or, where the file was wrapped at a width, the lines that belong together as one.
// Digests sent by mail or copied from a screen break their paragraphs at a width; an empty line then ends a paragraph.

import type { Line } from './printed-lines.ts'

const begins =
  /^(?:\[[ivxl]{1,7}\]|(?:image|source|attribution|summary|notes?|sources|image information)\s{0,3}:|\d{4}-\d{2}|[*•‣▪]\s)/iu
const address = /^https?:\/\/\S/iu
const endsInAddress = /https?:\/\/\S+\s*$/iu
const widest = 110

/** Joins wrapped lines; a joined line keeps its place from the first to the last, line ends included. */
export function unwrapLines(text: string, lines: readonly Line[]): readonly Line[] {
  if (!isWrapped(lines)) return lines
  const joined: Line[] = []
  for (const [at, line] of lines.entries()) {
    const before = joined.at(-1)
    if (before === undefined || line.blanksBefore > 0 || beginsAnew(line, lines[at - 1])) joined.push(line)
    else joined[joined.length - 1] = { ...before, end: line.end, text: '' }
  }
  return joined.map((line) => ({ ...line, text: text.slice(line.start, line.end) }))
}

/** An address goes on with the line before, which cites its work or names its owner; only addresses in a row stand alone. */
function beginsAnew(line: Line, before: Line | undefined): boolean {
  if (address.test(line.text)) return endsInAddress.test(before?.text.slice(-2000) ?? '')
  return begins.test(line.text.slice(0, 60))
}

/** Most lines follow another without an empty line between, and none of them is long. */
function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 8) return false
  const following = lines.filter((line) => line.blanksBefore === 0 && !begins.test(line.text.slice(0, 60))).length
  const long = lines.filter((line) => line.text.length > widest).length
  return following > lines.length * 0.5 && long < lines.length * 0.1
}
