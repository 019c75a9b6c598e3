// In: a printed piece of text, and places in the file. Out: what lies where in it.
// What is shown has its white space collapsed; places are offsets into the file, so they are carried over.

import type { Printed, Severity } from '../../domain/article.ts'

export type FindingPlace = {
  readonly start: number
  readonly end: number
  readonly severity: Severity
  /** Which finding of the list it is. */
  readonly index: number
}

/** The file's text from `start` on. */
export type FileText = { readonly text: string; readonly start: number }

export type Mark =
  | {
      readonly kind: 'finding'
      readonly from: number
      readonly to: number
      /** Several where they overlap: the first that begins, and those that begin within it. */
      readonly places: readonly FindingPlace[]
    }
  | { readonly kind: 'marker'; readonly from: number; readonly to: number; readonly label: string }

/** Where each character of `raw` stands when its white space is collapsed and its ends are trimmed. */
function collapse(raw: string): { text: string; at: number[] } {
  const at: number[] = []
  let text = ''
  for (const letter of raw) {
    const white = /\s/.test(letter)
    for (let unit = 0; unit < letter.length; unit++) at.push(text.length + (white ? 0 : unit))
    if (!white) text += letter
    else if (text !== '' && !text.endsWith(' ')) text += ' '
  }
  at.push(text.length)
  return { text: text.trimEnd(), at }
}

function carryOver(printed: Printed, file: FileText) {
  const raw = file.text.slice(printed.start - file.start, printed.end - file.start)
  const { text, at } = collapse(raw)
  return (offset: number): number | null => {
    if (text !== printed.text) return null
    return at[Math.max(0, Math.min(raw.length, offset - printed.start))] ?? null
  }
}

function findPlaces(printed: Printed, file: FileText, places: readonly FindingPlace[]): Mark[] {
  const inside = places.filter(({ start, end }) => start >= printed.start && end <= printed.end && end > start)
  if (inside.length === 0) return []
  const toShown = carryOver(printed, file)
  return inside.flatMap((place): Mark[] => {
    const [from, to] = [toShown(place.start), toShown(place.end)]
    if (from !== null && to !== null && to > from) return [{ kind: 'finding', from, to, places: [place] }]
    const words = file.text
      .slice(place.start - file.start, place.end - file.start)
      .replace(/\s+/g, ' ')
      .trim()
    const at = words === '' ? -1 : printed.text.indexOf(words)
    return at < 0 ? [] : [{ kind: 'finding', from: at, to: at + words.length, places: [place] }]
  })
}

/** Lays what overlaps together: pieces of text do not overlap. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = []
  for (const mark of marks) {
    const last = merged.at(-1)
    if (!last || mark.from >= last.to) merged.push(mark)
    else if (last.kind === 'finding' && mark.kind === 'finding') {
      const to = Math.max(last.to, mark.to)
      merged[merged.length - 1] = { ...last, to, places: [...last.places, ...mark.places] }
    }
  }
  return merged
}

/** Findings and note markers of the piece, in order and apart. @param labels of notes that are there */
export function placeMarks(
  printed: Printed,
  file: FileText,
  places: readonly FindingPlace[],
  labels: ReadonlySet<string> = new Set(),
): Mark[] {
  const markers = [...printed.text.matchAll(/\[([ivxlc]{1,8})\]/g)].flatMap((found): Mark[] => {
    const label = found[1] ?? ''
    const [from, to] = [found.index, found.index + found[0].length]
    return labels.has(label) ? [{ kind: 'marker', from, to, label }] : []
  })
  const marks = [...markers, ...findPlaces(printed, file, places)].toSorted((a, b) => a.from - b.from || b.to - a.to)
  return mergeMarks(marks)
}
