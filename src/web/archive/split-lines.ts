// In: a stretch of a file. Out: its lines with their numbers and offsets in the file.

export type TextLine = { readonly start: number; readonly text: string; readonly number: number }

/** @param from offset of `text` in the file; @param first number of its first line in the file */
export function splitTextLines(text: string, from: number, first: number): TextLine[] {
  const lines: TextLine[] = []
  let at = 0
  for (const line of text.split('\n')) {
    lines.push({ start: from + at, text: line, number: first + lines.length })
    at += line.length + 1
  }
  return lines
}

/** The number of the line at `offset`. */
export function lineNumberAt(text: string, from: number, first: number, offset: number): number {
  let number = first
  const end = Math.max(0, Math.min(text.length, offset - from))
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) number += 1
  return number
}
