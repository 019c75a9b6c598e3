// In: a run of text in a script without spaces. Out: the borders of its words.
// The platform's dictionary picks the likeliest chain of words, so a query has the same borders inside it
// as a longer sentence has, wherever the sentence has a border at the query's two ends: 中国 is not found in
// 发展中国家, whose borders lie elsewhere. What we add makes long dictionary words searchable by their parts.

/** Endings that are words of their own: 北京市, 外交部, 俄罗斯人, 東京都. */
const suffixes = new Set('市省县縣州区區镇鎮村国國部军軍人语語都府県町党黨派方队隊厅廳局院会會社')

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const partsOf = new Map<string, readonly number[]>()
const known = new Map<string, boolean>()

/**
 * The words of a run, as end offsets in order (the first starts at 0; the last equals `run.length`).
 * Words and ends cover the run without gaps.
 */
export function segmentRun(run: string): number[] {
  const ends: number[] = []
  for (const { segment, index } of segmenter.segment(run)) {
    for (const end of partEnds(segment)) ends.push(index + end)
  }
  return regroup(run, ends)
}

/** 外交部|长 came out of the dictionary as 外交|部|长; 部长 is the word meant. */
function regroup(run: string, ends: number[]): number[] {
  const grouped: number[] = []
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at] ?? 0
    const start = grouped.at(-1) ?? 0
    const next = ends[at + 1] ?? 0
    const isSuffix = end - start === 1 && start > 0 && suffixes.has(run.charAt(start))
    if (isSuffix && next - end === 1 && isWord(run.slice(start, next))) continue
    grouped.push(end)
  }
  return grouped
}

function partEnds(word: string): readonly number[] {
  if (word.length < 3) return [word.length]
  const cached = partsOf.get(word)
  if (cached) return cached
  const ends = splitWord(word)
  if (partsOf.size > 50_000) partsOf.clear()
  partsOf.set(word, ends)
  return ends
}

function splitWord(word: string): number[] {
  const isHan = /^\p{Script=Han}+$/u.test(word)
  if (!isHan) return [word.length]
  if (suffixes.has(word.slice(-1)) && isWord(word.slice(0, -1))) return [...splitWord(word.slice(0, -1)), word.length]
  for (let at = word.length - 2; at >= 2; at--) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (isWord(left) && isWord(right)) return [...splitWord(left), ...splitWord(right).map((end) => at + end)]
  }
  return [word.length]
}

/** Whether the dictionary keeps these letters together. */
function isWord(letters: string): boolean {
  if (letters.length < 2) return false
  const cached = known.get(letters)
  if (cached !== undefined) return cached
  const found = segmenter.segment(letters).containing(0)?.segment.length === letters.length
  if (known.size > 50_000) known.clear()
  known.set(letters, found)
  return found
}
