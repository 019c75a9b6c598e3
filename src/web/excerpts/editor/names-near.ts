// In: texts around a passage. Out: names that may be of who speaks there, the nearest first.
// Why so plain: it only offers; a row of capitalised words, in scripts that have capitals, is nearly always a name.

const TITLES = /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Lt|Capt|Sgt|St)\.$/u
/** Words that begin a sentence, and no name. */
const OPENING =
  /^(?:The|This|That|A|An|In|On|At|As|But|And|For|From|With|After|Before|When|While|Le|La|Les|Un|Une|El|Los|Las|В|На|По|И|Но)$/u
const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'\-]*\p{L}\.?`
const ROW = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${NAME}(?:\s+(?:(?:al|el|ibn|bin|ben|bint|abu|de|del|della|da|di|do|dos|van|von|der|den|du|la|le|ould)[\s-]+)?${NAME}){1,4}`,
  'gu',
)
const MOST_SEEN = 100_000

/**
 * @param at the passage, as offsets of the text
 * @param most how many are given
 */
export function namesNear(text: string, at: { readonly start: number; readonly end: number }, most = 8): string[] {
  const from = Math.max(0, at.start - MOST_SEEN)
  const seen = text.slice(from, at.end + MOST_SEEN)
  const nearest = new Map<string, number>()
  for (const match of seen.matchAll(ROW)) {
    const name = tidy(match[0])
    const start = from + match.index
    const away = Math.max(0, at.start - start - match[0].length, start - at.end)
    if (name !== null && away < (nearest.get(name) ?? Infinity)) nearest.set(name, away)
  }
  return [...nearest]
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, most)
    .map(([name]) => name)
}

/** Without titles at its beginning and a stop at its end; null = too little is left. */
function tidy(row: string): string | null {
  const words = row.split(/\s+/u)
  while (words.length > 0 && (TITLES.test(words[0] ?? '') || OPENING.test(words[0] ?? ''))) words.shift()
  const name = words.join(' ').replace(/\.$/u, '')
  return words.length > 1 ? name : null
}
