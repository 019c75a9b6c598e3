// The labels of endnotes: lower-case roman numerals in brackets.

export type NoteLabel = {
  /** As printed, without brackets. */
  readonly label: string
  readonly value: number
  /** Characters of the label and the space after it. */
  readonly length: number
}

const atStart = /^\[([ivxl]{1,7})\](?!\p{Ll}{1,2}(?![\p{L}:]))\s{0,8}/u
const anywhere = /\[([ivxl]{1,7})\]/gu
const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** The label at the start of a line; `[i]n his speech` (a changed capital) is none. */
export function noteLabelOf(line: string): NoteLabel | null {
  const match = atStart.exec(line)
  const label = match?.[1]
  const value = label === undefined ? 0 : romanValue(label)
  return match === null || label === undefined || value === 0 ? null : { label, value, length: match[0].length }
}

/** The labels of the markers in a text, in order. */
export function markersOf(text: string): string[] {
  return [...text.matchAll(anywhere)].flatMap((match) => (romanValue(match[1] ?? '') > 0 ? [match[1] ?? ''] : []))
}

/** 0 for letters that make no numeral ("iix", "vv"). */
export function romanValue(label: string): number {
  let total = 0
  for (let at = 0; at < label.length; at += 1) {
    const here = worth[label.charAt(at)] ?? 0
    total += here < (worth[label.charAt(at + 1)] ?? 0) ? -here : here
  }
  return toRoman(total) === label ? total : 0
}

/** Lower-case roman numeral of 1 to 89. */
export function toRoman(value: number): string {
  const steps: readonly [number, string][] = [
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = value
  let roman = ''
  for (const [size, letters] of steps) {
    while (rest >= size) {
      roman += letters
      rest -= size
    }
  }
  return roman
}
