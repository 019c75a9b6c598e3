// In: a title in its own language. Out: the title without capitals that are only there to shout.
// Why no more than that: which words are names cannot be known from a title, and a name must keep its capital.

const SHOUTED = 0.9
/** Shorter words in capitals are likely to be acronyms. */
const ACRONYM = 4

/** A title set wholly in capitals in sentence case; every other title as it is. */
export function sentenceCase(title: string): string {
  const letters = title.match(/\p{L}/gu) ?? []
  const capitals = title.match(/\p{Lu}/gu) ?? []
  const words = title.match(/\p{L}{2,}/gu) ?? []
  if (words.length < 3 || capitals.length < letters.length * SHOUTED) return title
  let isFirst = true
  return title.replace(/[\p{L}\p{M}\p{N}'’.-]+/gu, (word) => {
    const letterCount = word.match(/\p{L}/gu)?.length ?? 0
    const isAcronym =
      /[\p{N}.]./u.test(word) || (letterCount > 1 && letterCount < ACRONYM && !/[AEIOUYАЕИОУЫЭЮЯ]/u.test(word))
    const begins = isFirst
    if (letterCount > 0) isFirst = false
    if (isAcronym) return word
    const lower = word.toLowerCase()
    return begins ? lower.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : lower
  })
}
