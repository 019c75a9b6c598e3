// The labels of endnotes: lower-case roman numerals in brackets.

import { fromRoman } from '../../lib/roman.ts'

export type NoteLabel = {
  /** As printed, without brackets. */
  readonly label: string
  readonly value: number
  /** Characters of the label and the space after it. */
  readonly length: number
}

const atStart = /^\[([ivxl]{1,7})\](?!\p{Ll}{1,2}(?![\p{L}:]))\s{0,8}/u
const anywhere = /\[([ivxl]{1,7})\]/gu

/** The label at the start of a line; `[i]n his speech` (a changed capital) is none. */
export function noteLabelOf(line: string): NoteLabel | null {
  const match = atStart.exec(line)
  const label = match?.[1]
  const value = label === undefined ? 0 : fromRoman(label)
  return match === null || label === undefined || value === 0 ? null : { label, value, length: match[0].length }
}

/** The labels of the markers in a text, in order. */
export function markersOf(text: string): string[] {
  return [...text.matchAll(anywhere)].flatMap((match) => (fromRoman(match[1] ?? '') > 0 ? [match[1] ?? ''] : []))
}
