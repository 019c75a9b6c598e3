// In: the lines of a file. Out: the same, or, where the file was wrapped at a width, the lines that belong together as one.
// Digests sent by mail or copied from a screen break their paragraphs at a width; an empty line then ends a paragraph.

import { WORD_CUT, type Line } from './printed-lines.ts'

const begins =
  /^(?:\[[ivxl]{1,7}\]|(?:image|source|attribution|summary|notes?|sources|image information)\s{0,3}:|\d{4}-\d{2}|[*•‣▪]\s)/iu
const address = /^https?:\/\/\S/iu
const endsInAddress = /https?:\/\/\S+\s*$/iu
const widest = 110
/** Prose is broken at spaces, and ends a little before the width. */
const nearWidth = 3

/** Joins wrapped lines; a joined line keeps its place from the first to the last, line ends included. */
export function unwrapLines(text: string, lines: readonly Line[]): readonly Line[] {
  if (!isWrapped(lines)) return lines
  const width = widthOf(lines)
  const joined: { first: Line; end: number; text: string }[] = []
  let cutsAddress = false
  for (const [at, line] of lines.entries()) {
    const [before, last] = [joined.at(-1), lines[at - 1]]
    const gap = text.slice(last?.end ?? 0, line.start)
    cutsAddress = last !== undefined && isCut(last, line, { width, gap, goesOn: cutsAddress })
    if (before === undefined || (!cutsAddress && (line.blanksBefore > 0 || beginsAnew(line, last))))
      joined.push({ first: line, end: line.end, text: line.text })
    else {
      before.end = line.end
      before.text += (cutsAddress ? WORD_CUT.repeat(gap.length) : gap) + line.text
    }
  }
  return joined.map(({ first, end, text: words }) => ({ ...first, end, text: words }))
}

/** The width at which words were cut: that of the longest line, where prose comes near to it; else null. */
function widthOf(lines: readonly Line[]): number | null {
  let [longest, prose] = [0, 0]
  for (const { text } of lines) {
    longest = Math.max(longest, text.length)
    if (/\s/u.test(text)) prose = Math.max(prose, text.length)
  }
  return prose >= longest - nearWidth ? longest : null
}

type Cut = { readonly width: number | null; readonly gap: string; readonly goesOn: boolean }

/** An address alone on a full line goes on in the next one: no wrapping leaves a line full by chance and so often. */
function isCut(before: Line, line: Line, { width, gap, goesOn }: Cut): boolean {
  if (before.text.length !== width || !/^\r?\n$/u.test(gap) || !/^\S+$/u.test(before.text)) return false
  return (
    (goesOn || address.test(before.text)) && /^[\p{L}\p{N}%_~?#&=+./-]/u.test(line.text) && !address.test(line.text)
  )
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
