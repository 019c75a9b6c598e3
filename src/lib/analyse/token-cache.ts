// Words seen lately, and the tokens they became. News repeats itself: nearly every word of a page is found here,
// and is found without being cut out of the page first.
//
//   slot    hash of the letters; one word a slot, the newest wins, and one that has lost its place is made anew
//   lines   [ length, letter, letter … ]  64 bytes a slot, so that a look costs one line of the processor's cache
//   tokens  what the word of the slot became

const SLOTS = 1 << 16
const LINE = 32
/** Longer words are not kept. */
export const LONGEST_KEPT = LINE - 1

const lines = new Uint16Array(SLOTS * LINE)
const tokens: string[] = Array.from({ length: SLOTS })

/** The slot of the word that stands in `text` from `start` to `end`. */
export function slotOf(text: string, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}

/** The token of a word, if the word is what lies in its slot. */
export function recallToken(slot: number, text: string, start: number, end: number): string | undefined {
  const line = slot * LINE
  const length = end - start
  if (lines[line] !== length) return undefined
  for (let at = 0; at < length; at++) {
    if (lines[line + 1 + at] !== text.charCodeAt(start + at)) return undefined
  }
  return tokens[slot]
}

export function rememberToken(slot: number, word: string, token: string): void {
  const line = slot * LINE
  lines[line] = word.length
  for (let at = 0; at < word.length; at++) lines[line + 1 + at] = word.charCodeAt(at)
  tokens[slot] = token
}
