// In: the pieces of one text. Out: which of them may be in another language than the rest, by their short words.
// Function words are short and the same all over a text, and a quotation in another language has others. Counting them costs a
// small part of asking for the language of every piece, and only the strangers need be asked about.

const LONGEST = 4
/** UTF-16 units of a piece that are looked at, and words that it must have. */
const [HEAD, ENOUGH] = [240, 12]
const LEAST_PIECES = 4
/** A quotation stands among the first pieces of an article; what has more pieces is a list. */
const MOST_PIECES = 80
/** Share of a stranger's words that the others use too, at most; and of a usual piece's words, at least. */
const [STRANGE, USUAL] = [0.1, 0.22]

/** Indexes of the pieces that share hardly a short word with the others. None in scripts without spaces. */
export function findStrangers(pieces: readonly string[]): number[] {
  if (pieces.length < LEAST_PIECES) return []
  const words = pieces.slice(0, MOST_PIECES).map((piece) => piece.slice(0, HEAD).toLowerCase().split(' '))
  const uses = new Map<string, number>()
  for (const list of words)
    for (const word of new Set(list)) if (isShort(word)) uses.set(word, (uses.get(word) ?? 0) + 1)
  // A word must be in two other pieces: one may be a stranger as well.
  const shares = words.map(
    (list) => list.filter((word) => isShort(word) && (uses.get(word) ?? 0) > 2).length / Math.max(1, list.length),
  )
  const usual = [...shares].sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0
  if (usual < USUAL) return []
  return shares.flatMap((share, at) => (share < STRANGE && (words[at]?.length ?? 0) >= ENOUGH ? [at] : []))
}

function isShort(word: string): boolean {
  return word.length > 0 && word.length <= LONGEST && !/^\d/.test(word)
}
