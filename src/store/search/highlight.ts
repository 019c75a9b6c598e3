// In: a text and a query. Out: the few passages that show best why the text was found.

import { findMatches } from './find-matches.ts'
import type { Match } from './find-matches.ts'
import type { Query } from './query.ts'

export type TextRange = { readonly start: number; readonly end: number }

/** `text` is the original, letter for letter, from offset `start` of the document; `ranges` are offsets into `text`, in order, apart. */
export type Passage = { readonly text: string; readonly start: number; readonly ranges: readonly TextRange[] }

export type HighlightOptions = {
  /** How many passages at most. Default 3. */
  readonly passages?: number
  /** About how many UTF-16 units each. Default 200. */
  readonly length?: number
}

type Window = TextRange & { readonly wishes: ReadonlySet<number>; readonly matches: number }

/** Passages in the order of the text. Without a match, or a word to match, the first is the beginning of the text. */
export function highlight(
  text: string,
  query: Query,
  { passages = 3, length = 200 }: HighlightOptions = {},
): Passage[] {
  return passagesOf(text, findMatches(text, query), { passages, length })
}

/** The same, of a text whose matches have been found. */
export function passagesOf(
  text: string,
  matches: readonly Match[],
  { passages = 3, length = 200 }: HighlightOptions = {},
): Passage[] {
  const chosen =
    matches.length === 0
      ? [{ start: 0, end: Math.min(length, text.length) }]
      : chooseWindows(text, matches, passages, length)
  return chosen
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
    .map((window) => toPassage(text, snap(text, window, matches), matches))
}

/** The whole text with its matches, for titles and leads. */
export function wholePassage(text: string, matches: readonly Match[]): Passage {
  return toPassage(text, { start: 0, end: text.length }, matches)
}

/** Takes the window that answers most of the query, then those that add to it. */
function chooseWindows(text: string, matches: readonly Match[], passages: number, length: number): Window[] {
  const windows = matches.slice(0, 2_000).map((_, at) => windowFrom(text, matches, at, length))
  const chosen: Window[] = []
  const seen = new Set<number>()
  while (chosen.length < passages) {
    const free = windows.filter((window) =>
      chosen.every((other) => window.end <= other.start || window.start >= other.end),
    )
    const best = free.reduce<Window | null>(
      (top, window) => (top && worth(top, seen) >= worth(window, seen) ? top : window),
      null,
    )
    if (!best) break
    chosen.push(best)
    for (const wish of best.wishes) seen.add(wish)
  }
  return chosen
}

function worth({ wishes, matches }: Window, seen: ReadonlySet<number>): number {
  const added = [...wishes].filter((wish) => !seen.has(wish)).length
  return added * 100 + wishes.size * 10 + Math.min(matches, 9)
}

function windowFrom(text: string, matches: readonly Match[], at: number, length: number): Window {
  const first = matches[at]
  const start = Math.max(0, (first?.start ?? 0) - Math.floor(length / 4))
  const end = Math.min(text.length, Math.max(start + length, first?.end ?? 0))
  const wishes = new Set<number>()
  let count = 0
  for (let next = at; next < matches.length && (matches[next]?.start ?? end) < end; next++) {
    wishes.add(matches[next]?.wish ?? 0)
    count += 1
  }
  return { start, end, wishes, matches: count }
}

/** Moves the edges to the nearest break between words, and never into a match or a letter. */
function snap(text: string, window: TextRange, matches: readonly Match[]): TextRange {
  const inside = matches.filter((match) => match.start < window.end && match.end > window.start)
  const firstMatch = Math.min(window.end, ...inside.map(({ start }) => start))
  const lastMatch = Math.max(window.start, ...inside.map(({ end }) => end))
  return { start: snapStart(text, window.start, firstMatch), end: snapEnd(text, window.end, lastMatch) }
}

function snapStart(text: string, start: number, atMost: number): number {
  if (start <= 0 || start >= atMost) return Math.max(0, Math.min(start, atMost))
  const space = /\s\S/u.exec(text.slice(start - 1, Math.min(start + 24, atMost + 1)))
  return space ? Math.min(start + space.index, atMost) : wholeLetter(text, start)
}

function snapEnd(text: string, end: number, atLeast: number): number {
  if (end >= text.length || end <= atLeast) return Math.min(text.length, Math.max(end, atLeast))
  const tail = text.slice(Math.max(atLeast, end - 24), end + 1)
  const space = tail.search(/\s\S*$/u)
  return space >= 0 ? end + 1 - tail.length + space : wholeLetter(text, end)
}

/** Steps back over the second half of a surrogate pair and over combining marks. */
function wholeLetter(text: string, at: number): number {
  let place = at
  while (place > 0 && isInsideLetter(text, place)) place -= 1
  return place
}

function isInsideLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0xdc00 && unit <= 0xdfff) || unit === 0x200c || unit === 0x200d || /\p{M}/u.test(text.charAt(at))
}

function toPassage(text: string, { start, end }: TextRange, matches: readonly Match[]): Passage {
  const ranges: { start: number; end: number }[] = []
  for (const match of matches) {
    if (match.start < start || match.end > end) continue
    const last = ranges.at(-1)
    if (last && match.start - start <= last.end) last.end = Math.max(last.end, match.end - start)
    else ranges.push({ start: match.start - start, end: match.end - start })
  }
  return { text: text.slice(start, end), start, ranges }
}
