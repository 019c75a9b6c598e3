// In: the signals of every line. Out: the part of a document that each line is.
// A digest has an order (title, caption, quote, analysis, sources, notes, image) and every page leaves some of it out. No single
// line can be judged alone, so the cheapest way through the whole file is sought (Viterbi): what a line looks like against
// what may follow what. One pass, a few numbers a line.

import { parts, type Part } from './line-part.ts'
import type { Signals } from './read-signals.ts'
import { weighLine } from './weigh-line.ts'

type Steps = Readonly<Partial<Record<Part, number>>>

const newDocument: Steps = { title: 0, 'index-title': 0, chrome: -1 }

/** What may follow what, and how readily. What is not listed does not happen. */
const steps: Readonly<Record<Part, Steps>> = {
  title: { caption: 0, quote: -1, summary: -1, body: -3, 'sources-heading': -5, citation: -8, 'image-heading': -6 },
  caption: { caption: -3, quote: 0, summary: -0.5, body: -1, 'sources-heading': -6 },
  quote: { quote: -5, caption: -4, summary: 0, body: 0 },
  summary: { body: 0, quote: -2 },
  body: {
    body: 0,
    'sources-heading': 0,
    'original-title': -2,
    citation: -2,
    'notes-heading': -4,
    note: -5,
    'image-heading': -3,
    related: 0,
    chrome: -2,
    title: -11,
    'index-title': -9,
  },
  'sources-heading': { citation: 0, 'original-title': 0, excerpt: -5 },
  'original-title': { citation: 0, 'original-title': -2 },
  citation: {
    excerpt: 0,
    'citation-address': 0,
    citation: -4,
    'original-title': -4,
    'notes-heading': -3,
    note: -4,
    'image-heading': -3,
  },
  'citation-address': {
    excerpt: 0,
    citation: -3,
    'original-title': -3,
    'notes-heading': -3,
    note: -4,
    'image-heading': -3,
  },
  excerpt: {
    excerpt: 0,
    citation: -1,
    'original-title': -1,
    'notes-heading': 0,
    note: -1,
    'image-heading': 0,
    title: -7,
    'index-title': -7,
    chrome: -4,
    'sources-heading': -4,
  },
  'notes-heading': { note: 0, 'note-more': -6 },
  note: { note: 0, 'note-more': -1.5, 'image-heading': 0, image: -3, title: -4, 'index-title': -4, chrome: -4 },
  'note-more': { note: 0, 'note-more': -1, 'image-heading': 0, image: -3, title: -4, 'index-title': -4, chrome: -4 },
  'image-heading': { image: 0, ...shift(newDocument, -5) },
  image: { image: 0, 'image-more': 0, 'left-over': -2, ...newDocument },
  'image-more': { image: 0, 'image-more': -1, ...shift(newDocument, -1) },
  'index-title': { 'index-row': 0 },
  'index-row': { 'index-row': 0, title: -1, 'index-title': -1, chrome: -2, 'left-over': -2 },
  related: { related: 0, body: 0, chrome: 0, title: -8 },
  chrome: { chrome: 0, title: 0, 'index-title': 0, 'image-heading': -3, note: -4, excerpt: -4, body: -5 },
  'left-over': Object.fromEntries(parts.map((part) => [part, part === 'left-over' ? -0.5 : -3])),
}

/** A file may begin anywhere: a page that was cut begins in its middle. */
const beginnings: Steps = {
  ...Object.fromEntries(parts.map((part) => [part, -8])),
  title: 0,
  'index-title': 0,
  'index-row': -3,
  chrome: 0,
  body: -6,
}
const endings: Steps = {
  title: -5,
  caption: -4,
  quote: -4,
  'sources-heading': -3,
  'original-title': -6,
  'index-title': -6,
}
const leftOverAlways = -5

const arrows = parts.map((part) => {
  const readily = steps[part]
  return parts.flatMap((next, to) => {
    const cost = readily[next] ?? (next === 'left-over' ? leftOverAlways : undefined)
    return cost === undefined ? [] : [{ to, cost }]
  })
})

/** The part that each line is. */
export function labelLines(signals: readonly Signals[]): Part[] {
  const size = parts.length
  const from = new Uint8Array(signals.length * size)
  let best: Float64Array = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  let previousNote = 0
  signals.forEach((line, at) => {
    const next = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
    if (at === 0) parts.forEach((part, state) => (next[state] = beginnings[part] ?? Number.NEGATIVE_INFINITY))
    else
      for (let state = 0; state < size; state += 1) spread(best, state, next, from, at * size, jump(line, previousNote))
    parts.forEach((part, state) => (next[state] = (next[state] ?? 0) + weighLine(part, line)))
    if (line.note !== null) previousNote = line.note.value
    best = next
  })
  return walkBack(best, from, signals.length)
}

/** Within one document notes count up; a note [i] after another note means that a title was passed on the way. */
function jump(line: Signals, previousNote: number): number {
  if (line.note === null || line.note.value === previousNote + 1) return 0
  return line.note.value === 1 ? -15 : -3
}

function spread(
  best: Float64Array,
  state: number,
  next: Float64Array,
  from: Uint8Array,
  row: number,
  noteJump: number,
): void {
  const here = best[state] ?? Number.NEGATIVE_INFINITY
  if (here === Number.NEGATIVE_INFINITY) return
  const part = parts[state]
  const amongNotes = part === 'note' || part === 'note-more'
  for (const { to, cost } of arrows[state] ?? []) {
    const sum = here + cost + (amongNotes && parts[to] === 'note' ? noteJump : 0)
    if (sum > (next[to] ?? 0)) {
      next[to] = sum
      from[row + to] = state
    }
  }
}

function walkBack(last: Float64Array, from: Uint8Array, length: number): Part[] {
  if (length === 0) return []
  let state = 0
  let top = Number.NEGATIVE_INFINITY
  parts.forEach((part, candidate) => {
    const sum = (last[candidate] ?? Number.NEGATIVE_INFINITY) + (endings[part] ?? 0)
    if (sum > top) [state, top] = [candidate, sum]
  })
  const labels: Part[] = Array.from({ length }, () => 'left-over')
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = parts[state] ?? 'left-over'
    state = from[at * parts.length + state] ?? 0
  }
  return labels
}

function shift(options: Steps, by: number): Steps {
  return Object.fromEntries(Object.entries(options).map(([part, cost]) => [part, cost + by]))
}
