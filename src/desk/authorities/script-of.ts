// The script of a name, as ISO 15924 writes it.

const scripts = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Hang', /\p{Script=Hangul}/u],
  ['Kana', /\p{Script=Katakana}/u],
  ['Hira', /\p{Script=Hiragana}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Mymr', /\p{Script=Myanmar}/u],
] as const

/** The script of the first letter that has a known one; `Zyyy` when none has. */
export function scriptOf(name: string): string {
  for (const letter of name) {
    const found = scripts.find(([, pattern]) => pattern.test(letter))
    if (found) return found[0]
  }
  return 'Zyyy'
}
