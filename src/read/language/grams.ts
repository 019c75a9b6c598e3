// In: words. Out: the marks by which languages are known, as 32-bit numbers: letters, runs of two to four letters with the
// word's edges, and whole words. Numbers and not strings, so that looking one up costs no memory (FNV-1a; two marks in
// four thousand million share a number, which changes nothing).

const BASIS = 0x811c9dc5
const PRIME = 0x01000193
const EDGE = 0x20
/** Starts the number of a whole word, so that it differs from the same letters inside one. */
const WORD = Math.imul(BASIS ^ 0x01, PRIME)

export const LONGEST_RUN = 4
const LONGEST_WORD = 40

/**
 * Calls `take(mark, order)` for each mark of a word: order 1–4 is the length of a run, 0 a whole word.
 * Runs of one are letters alone; longer ones see an edge before and after the word, and Arabic and Persian yeh and kaf as one.
 */
export function eachGram(word: string, take: (mark: number, order: number) => void): void {
  const length = Math.min(word.length, LONGEST_WORD)
  for (let at = -1; at <= length; at++) {
    let mark = BASIS
    for (let order = 1; order <= LONGEST_RUN && at + order <= length + 1; order++) {
      const raw = unitAt(word, at + order - 1, length)
      if (order === 1 && raw !== EDGE) take(Math.imul(mark ^ raw, PRIME) >>> 0, 1)
      mark = Math.imul(mark ^ foldUnit(raw), PRIME)
      if (order > 1) take(mark >>> 0, order)
    }
  }
  if (length < 3) return
  let whole = WORD
  for (let at = 0; at < length; at++) whole = Math.imul(whole ^ foldUnit(word.charCodeAt(at)), PRIME)
  take(whole >>> 0, 0)
}

function unitAt(word: string, at: number, length: number): number {
  return at < 0 || at >= length ? EDGE : word.charCodeAt(at)
}

/** Old Persian and Urdu pages are set with Arabic letters; the words must be known all the same. */
function foldUnit(unit: number): number {
  if (unit === 0x64a || unit === 0x649) return 0x6cc
  if (unit === 0x643) return 0x6a9
  if (unit === 0x15f) return 0x219
  if (unit === 0x163) return 0x21b
  return unit
}
