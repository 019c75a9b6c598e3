// Offsets and lines. Lines are counted as an editor does: by line feeds, from 1.

import type { Span } from '../../../domain/article.ts'

const starts = new Map<string, readonly number[]>()
/** Texts come one file at a time, and every finding asks for its line: the few latest are remembered. */
const MOST_REMEMBERED = 8

/** The line that `offset` stands on. */
export function lineAt(text: string, offset: number): number {
  const begins = lineStarts(text)
  let low = 0
  let high = begins.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((begins[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** The line of print around `offset`, its break left out. */
export function lineSpan(text: string, offset: number): Span {
  const before = text.lastIndexOf('\n', Math.max(0, offset - 1))
  const after = text.indexOf('\n', offset)
  return { start: offset > 0 ? before + 1 : 0, end: after < 0 ? text.length : after }
}

/** The lines that `span` touches. */
export function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = []
  const end = Math.min(span.end, text.length)
  for (let at = lineSpan(text, Math.min(span.start, end)).start; at < end || lines.length === 0;) {
    const line = lineSpan(text, at)
    lines.push(line)
    at = line.end + 1
  }
  return lines
}

/** Whether `span` goes over several lines: the import took their breaks for those of a text wrapped at a width. */
export function isUnwrapped(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).includes('\n')
}

function lineStarts(text: string): readonly number[] {
  const known = starts.get(text)
  if (known) return known
  const begins = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) begins.push(at + 1)
  if (starts.size >= MOST_REMEMBERED) starts.delete(starts.keys().next().value ?? '')
  starts.set(text, begins)
  return begins
}
