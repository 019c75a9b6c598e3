// Brackets in print are often unbalanced: one closes twice, one never. Read from the end, what is meant can still be told.

import type { Span } from '../../domain/article.ts'

/** The bracketed words at the very end of `text` (marks and space after them aside): the span of the bracket with both its ends. */
export function lastBracket(text: string): Span | null {
  let end = text.length
  while (end > 0 && /[\s,.;:”"’»“]/u.test(text.charAt(end - 1))) end -= 1
  if (text.charAt(end - 1) !== ')') {
    const open = unclosedBracket(text)
    return open === null ? null : { start: open, end: text.length }
  }
  const start = openingOf(text, end)
  return start === null ? null : { start, end }
}

/** Where the bracket opens that closes just before `end`. With more closings than openings the outermost opening is taken. */
function openingOf(text: string, end: number): number | null {
  let depth = 0
  let outermost: number | null = null
  for (let at = end - 1; at >= 0; at -= 1) {
    const mark = text.charAt(at)
    if (mark === ')') depth += 1
    if (mark !== '(') continue
    depth -= 1
    outermost = at
    if (depth === 0) return at
  }
  return outermost
}

/** The last opening bracket when more are opened than closed. */
function unclosedBracket(text: string): number | null {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const mark = text.charAt(at)
    if (mark === ')') depth += 1
    if (mark === '(') depth -= 1
    if (depth < 0) return at
  }
  return null
}

/** What stands inside a bracket, without it: also when its end is missing or doubled. */
export function insideOf(text: string, bracket: Span): string {
  let inner = text.slice(bracket.start + 1, bracket.end).trim()
  const opened = inner.split('(').length
  while (inner.endsWith(')') && inner.split(')').length > opened) inner = inner.slice(0, -1).trimEnd()
  return inner
}
