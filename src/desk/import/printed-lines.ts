// In: a decoded text. Out: its lines, each with its place, and what every later step reads of them.
// Lines are the atoms of an import: a block is a run of them, so that no character can get lost between two blocks.

import type { Printed, Span } from '../../domain/article.ts'

/** A line that says something: `start`/`end` leave out the white space around it. */
export type Line = Span & {
  /** From 1, as an editor counts (a form feed or a line separator does not end a line). */
  readonly number: number
  readonly text: string
  /** Empty lines between this one and the one before it. */
  readonly blanksBefore: number
}

/** Every line with at least one character that is not white space. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let number = 0
  let blanks = 0
  for (let from = 0; from <= text.length;) {
    const to = endOfLine(text, from)
    number += 1
    const line = trimLine(text, from, to)
    if (line === null) blanks += 1
    else {
      lines.push({ ...line, number, text: text.slice(line.start, line.end), blanksBefore: blanks })
      blanks = 0
    }
    from = text.startsWith('\r\n', to) ? to + 2 : to + 1
  }
  return lines
}

/** A stretch of the text as the documents hold it: its own words, white space collapsed. */
export function printed(text: string, start: number, end: number, line: number): Printed {
  return { start, end, line, text: collapse(text.slice(start, end)) }
}

/**
 * Stands in a line's text, never in a document's, for the break where a word was cut at the width: as long as the break,
 * so that places stay. A noncharacter of Unicode for such inner use.
 */
export const WORD_CUT = '\ufdd0'

/** White space of any kind becomes one space; words that were cut at the width are whole again. */
export function collapse(text: string): string {
  return text.replaceAll(WORD_CUT, '').split(/\s+/u).filter(Boolean).join(' ')
}

/** A line, or the rest of one after a label, as a document holds it. */
export function printedLine(line: Line, skip = 0): Printed {
  const rest = line.text.slice(skip)
  const lead = rest.length - rest.trimStart().length
  return { start: line.start + skip + lead, end: line.end, line: line.number, text: collapse(rest) }
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13) return at
  }
  return text.length
}

function trimLine(text: string, from: number, to: number): Span | null {
  const raw = text.slice(from, to)
  const kept = raw.trimStart()
  if (kept === '') return null
  return { start: to - kept.length, end: from + raw.trimEnd().length }
}
