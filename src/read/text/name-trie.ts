// In: words with bits, and a name as it stands in class or id. Out: the bits of all words that the name is made of.
// A tree of letters in one flat array: a name is walked through letter by letter, and no piece of it becomes a string.
// Pages hold thousands of names, half of them seen once, so this decides how long a page takes.

/** a–z and 0–9. */
const letters = 36
/** A word of the vocabulary may be written in up to so many words of a name: «more-from-this-site». */
const longestPhrase = 4
/** Words of a name beyond these are not looked at. */
const mostWords = 24

export type NameTrie = {
  /** For each place, where each letter leads; 0 = nowhere. */
  readonly next: Uint16Array
  /** The bits of the word that ends at a place. */
  readonly bits: Int32Array
}

/** Builds the tree. Words with other signs than a–z and 0–9 are left out. */
export function buildTrie(vocabulary: Iterable<readonly [word: string, bits: number]>): NameTrie {
  const words = Array.from(vocabulary).filter(([word]) => /^[a-z0-9]+$/.test(word))
  const most = words.reduce((sum, [word]) => sum + word.length, 1)
  const next = new Uint16Array(most * letters)
  const bits = new Int32Array(most)
  let size = 1
  for (const [word, wordBits] of words) {
    let place = 0
    for (let at = 0; at < word.length; at++) {
      const edge = place * letters + letterOf(word.charCodeAt(at))
      next[edge] ||= size++
      place = next[edge] ?? 0
    }
    bits[place] = (bits[place] ?? 0) | wordBits
  }
  return { next: next.slice(0, size * letters), bits: bits.slice(0, size) }
}

/** 0–25 for letters of either case, 26–35 for digits, -1 for all else. */
function letterOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97
  if (code >= 65 && code <= 90) return code - 65
  return code >= 48 && code <= 57 ? code - 22 : -1
}

const starts = new Int32Array(mostWords)
const ends = new Int32Array(mostWords)

/**
 * The bits of every run of up to four words of one name. Words are parted by signs, by capitals and before numbers.
 * 0 for names of utilities («hover:…», «text-[11px]»), which tell how a thing looks, not what it is.
 */
export function bitsOfName(trie: NameTrie, name: string): number {
  const count = partWords(name)
  let bits = 0
  for (let from = 0; from < count; from++) {
    let place = 0
    for (let word = from; word < Math.min(count, from + longestPhrase); word++) {
      place = walk(trie.next, place, name, word)
      if (place < 0) break
      bits |= trie.bits[place] ?? 0
    }
  }
  return bits
}

/** Walks one word on from a place; -1 when no word of the vocabulary begins so. */
function walk(next: Uint16Array, start: number, name: string, word: number): number {
  let place = start
  const end = ends[word] ?? 0
  for (let at = starts[word] ?? 0; at < end; at++) {
    place = next[place * letters + letterOf(name.charCodeAt(at))] ?? 0
    if (place === 0) return -1
  }
  return place
}

/** Notes where words start and end; gives their count. */
function partWords(name: string): number {
  let count = 0
  let last = 0
  for (let at = 0; at <= name.length && count < mostWords; at++) {
    const code = name.charCodeAt(at)
    if (code === 58 || code === 91 || code === 93) return 0
    const kind = kindOfSign(code)
    const isBorder = kind === 0 || (kind === 2 ? last === 1 || last === 3 : kind === 3 && last !== 3)
    if (isBorder && last !== 0) ends[count++] = at
    if (kind !== 0 && (isBorder || last === 0) && count < mostWords) starts[count] = at
    last = kind
  }
  return count
}

/** 1 = a small letter, 2 = a capital, 3 = a digit, 0 = anything else. */
function kindOfSign(code: number): number {
  if (code >= 97 && code <= 122) return 1
  if (code >= 48 && code <= 57) return 3
  return code >= 65 && code <= 90 ? 2 : 0
}
