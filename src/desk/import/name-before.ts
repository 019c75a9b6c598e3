// In: words that end where a quoted title begins. Out: the names of its authors, if names stand there.

export type NameBefore = { readonly name: string; /** Where it begins in the text. */ readonly start: number }

const particles = new Set(
  'de da do dos del della der den di du la le van von vom bin ibn al el ben y e af av zu ter ten'.split(' '),
)
const joints = new Set(['and', '&', 'et', 'with'])
const initial = /^(?:\p{Lu}\.){1,3},?$/u
const namePart = /^[\p{Lu}][\p{L}\p{M}’'‘-]*[,.]?$|^al-\p{Lu}[\p{L}\p{M}’'-]*[,.]?$/u
const rank = /^(?:Dr|Lt|Gen|Col|Maj|Capt|Brig|Adm|Mr|Ms|Mrs|Prof|Jr|Sr|St)\.,?$/u
const never = new Set('see also per by in for from an a the and read note source on at of to'.split(' '))

/** The longest run of name-like words at the end of `text`. */
export function nameBefore(text: string): NameBefore | null {
  const words = [...text.slice(-300).matchAll(/\S+/gu)].map((match) => ({
    word: match[0],
    at: match.index + Math.max(0, text.length - 300),
  }))
  let first = words.length
  for (let at = words.length - 1; at >= 0 && words.length - at <= 30; at -= 1) {
    const word = words[at]?.word ?? ''
    if (!fits(word, at === words.length - 1)) break
    first = at
  }
  while (first < words.length && !/^\p{Lu}/u.test(words[first]?.word ?? '')) first += 1
  while (first < words.length && never.has((words[first]?.word ?? '').toLowerCase().replace(/[,.]$/u, ''))) first += 1
  const start = words[first]?.at
  if (start === undefined) return null
  const name = text
    .slice(start)
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ')
    .replace(/[,.:]$/u, '')
  return name.split(' ').length < 2 && name.length < 3 ? null : { name, start }
}

function fits(word: string, last: boolean): boolean {
  if (/[:;]$/u.test(word)) return false
  if (initial.test(word) || rank.test(word)) return true
  if (joints.has(word) || particles.has(word)) return true
  if (never.has(word.toLowerCase().replace(/[,.]$/u, ''))) return false
  // A full stop ends the sentence before, except right before the title.
  if (word.endsWith('.') && !last) return false
  return namePart.test(word)
}
