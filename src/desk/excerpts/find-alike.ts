// In: a text and words that are not in it as they were. Out: the passage that is most alike, when one is alike enough.
// Why two steps: pieces of four units vote for a place in one walk through the text, and only the best places are compared
// letter by letter, so that a text of a megabyte costs a walk and not a square.

export type Alike = {
  readonly start: number
  readonly end: number
  /** Letters put in, left out or changed. */
  readonly distance: number
  /** How many separate places are as alike as this one. */
  readonly places: number
}

const PIECE = 4
const SHORTEST = 12
/** One letter in five may differ, and never more than this. */
const MOST_EDITS = 400
/** A piece that stands more often in the words says little about the place. */
const MOST_REPEATS = 8
const PLACES_COMPARED = 6

/** The passage most like `words`; `undefined` when more than a fifth of the letters would have to change. */
export function findAlike(text: string, words: string): Alike | undefined {
  if (words.length < SHORTEST || text.length < PIECE) return undefined
  const most = Math.min(Math.floor(words.length / 5), MOST_EDITS)
  const found = likelyPlaces(text, words, most)
    .map((place) => compareAt(text, words, place, most))
    .filter((alike) => alike !== undefined)
    .sort((a, b) => a.distance - b.distance || a.start - b.start)
  const [best] = found
  if (!best) return undefined
  const equals = found.filter(({ distance, start }) => distance === best.distance && start >= best.end)
  return { ...best, places: 1 + equals.length }
}

/** Where the words would begin if the pieces they share with the text are theirs; the best supported first. */
function likelyPlaces(text: string, words: string, most: number): number[] {
  const pieces = new Map<number, number[]>()
  for (let at = 0; at + PIECE <= words.length; at++) {
    const key = pieceKey(words, at)
    const places = pieces.get(key)
    if (!places) pieces.set(key, [at])
    else if (places.length < MOST_REPEATS) places.push(at)
  }
  const width = Math.max(16, most)
  const votes = new Uint32Array(Math.ceil((text.length + words.length) / width) + 2)
  for (let at = 0; at + PIECE <= text.length; at++) {
    for (const place of pieces.get(pieceKey(text, at)) ?? []) {
      const slot = Math.floor((at - place + words.length) / width)
      votes[slot] = (votes[slot] ?? 0) + 1
    }
  }
  return bestSlots(votes).map((slot) => slot * width - words.length)
}

function pieceKey(text: string, at: number): number {
  let key = 0
  for (let i = at; i < at + PIECE; i++) key = (Math.imul(key, 0x01000193) ^ text.charCodeAt(i)) | 0
  return key
}

/** Slots with the most votes, their right neighbours counted with them. */
function bestSlots(votes: Uint32Array): number[] {
  const best: { slot: number; votes: number }[] = []
  for (let slot = 0; slot + 1 < votes.length; slot++) {
    const sum = (votes[slot] ?? 0) + (votes[slot + 1] ?? 0)
    const least = best.at(-1)
    if (sum === 0 || (best.length === PLACES_COMPARED && least && sum <= least.votes)) continue
    best.push({ slot, votes: sum })
    best.sort((a, b) => b.votes - a.votes)
    if (best.length > PLACES_COMPARED) best.pop()
  }
  return best.map(({ slot }) => slot)
}

/** Two rows of a table of costs, with where the stretch began that a cost is of. */
type Row = { readonly costs: Int32Array; readonly starts: Int32Array }

/** More than any distance, and far from overflowing. */
const BEYOND = 1 << 29

/**
 * Sellers' edit distance (1980) of all the words against any stretch of the text near a place, within a band of diagonals.
 * The start of the best stretch is carried along with its cost.
 */
function compareAt(text: string, words: string, place: number, most: number): Omit<Alike, 'places'> | undefined {
  const from = Math.max(0, place - most)
  const low = place - most - from
  const high = low + 2 * Math.max(16, most) + 2 * most
  const reach = Math.min(text.length - from, words.length + high)
  if (reach <= 0) return undefined
  let above: Row = { costs: new Int32Array(reach + 2).fill(BEYOND), starts: new Int32Array(reach + 2) }
  let row: Row = { costs: new Int32Array(reach + 2).fill(BEYOND), starts: new Int32Array(reach + 2) }
  for (let at = Math.max(0, low); at <= Math.min(reach, high); at++) {
    above.costs[at] = 0
    above.starts[at] = at
  }
  for (let line = 1; line <= words.length; line++) {
    const first = Math.max(0, line + low)
    const last = Math.min(reach, line + high)
    if (first > last || fillRow(row, above, { text, from, unit: words.charCodeAt(line - 1), line, first, last }) > most)
      return undefined
    ;[above, row] = [row, above]
  }
  return bestEnd(above, { from, first: Math.max(0, words.length + low), last: reach, most })
}

type Span = { readonly first: number; readonly last: number; readonly from: number }

/** Fills one row within its band. Returns its least cost. */
function fillRow(row: Row, above: Row, span: Span & { text: string; unit: number; line: number }): number {
  const { text, from, unit, line, first, last } = span
  let least = BEYOND
  if (first > 0) row.costs[first - 1] = BEYOND
  row.costs[last + 1] = BEYOND
  for (let at = first; at <= last; at++) {
    const same = at === 0 ? BEYOND : (above.costs[at - 1] ?? BEYOND) + (text.charCodeAt(from + at - 1) === unit ? 0 : 1)
    const left = at === 0 ? BEYOND : (row.costs[at - 1] ?? BEYOND) + 1
    const up = at === 0 ? line : (above.costs[at] ?? BEYOND) + 1
    const cost = Math.min(same, left, up)
    row.costs[at] = cost
    row.starts[at] = (cost === same ? above.starts[at - 1] : cost === up ? above.starts[at] : row.starts[at - 1]) ?? 0
    if (cost < least) least = cost
  }
  return least
}

function bestEnd({ costs, starts }: Row, { from, first, last, most }: Span & { most: number }) {
  let end = first
  for (let at = first; at <= last; at++) if ((costs[at] ?? BEYOND) < (costs[end] ?? BEYOND)) end = at
  const distance = costs[end] ?? BEYOND
  return distance > most ? undefined : { start: from + (starts[end] ?? 0), end: from + end, distance }
}
