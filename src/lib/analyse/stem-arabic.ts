// In: a folded word in Arabic letters. Out: its light stem.
// One stemmer for Arabic, Persian, Urdu and Pashto. In this order, so that a word and the same word with something
// written onto its front end alike: Persian plurals; the article and what stands before it (الطوفان, والطوفان,
// للطوفان → طوفان); single proclitics while four letters remain (وطوفان → طوفان); Arabic plurals and the feminine.
// Three-letter words keep their proclitic (وزير must not become زير): there the query tries both, see query-variants.ts.

import { beginsWithRadical } from './arabic-radicals.ts'

const persianPlural = /(?:هاييي?|هاي|ها)$/
const withArticle = /^[وف]?(?:ال|[بكف]ال|لل)(?=.{3})/
const proclitic = /^[وفبكل](?=.{4})/
const pluralOfPeople = /(?:ون|ين)$/

/** Letters that Arabic writes onto the front of a word. */
export const arabicProclitics = ['و', 'ف', 'ب', 'ك', 'ل'] as const

/** Light stem; the same function on documents and queries. */
export function stemArabic(word: string): string {
  const singular = cut(word, persianPlural, 3)
  return withoutEndings(withoutProclitics(singular))
}

function withoutProclitics(word: string): string {
  let rest = withoutArticle(word)
  while (proclitic.test(rest) && !beginsWithRadical(rest)) rest = rest.slice(1)
  return rest
}

/** للطوفان is ل + ال + طوفان, but للبنان is ل + لبنان. */
function withoutArticle(word: string): string {
  const rest = word.replace(withArticle, '')
  const isDoubled = rest !== word && word.at(-rest.length - 1) === 'ل' && word.at(-rest.length - 2) === 'ل'
  return isDoubled && beginsWithRadical(`ل${rest}`) ? `ل${rest}` : rest
}

function withoutEndings(word: string): string {
  const people = cut(word, pluralOfPeople, 4)
  if (people !== word) return people
  // هجمات and هجمة meet in هجمه, حكومات and حكومة in حكوم.
  const one = word.length >= 4 && word.endsWith('ات') ? `${word.slice(0, -2)}ه` : word
  return cut(withoutEzafe(one), /ه$/, 4)
}

/** نیروی → نیرو, اروپای → اروپا: a yeh after a long vowel only binds the next word. */
function withoutEzafe(word: string): string {
  return cut(word, /(?<=[اوه])ي$/, 4)
}

function cut(word: string, ending: RegExp, atLeast: number): string {
  const rest = word.replace(ending, '')
  return rest.length >= atLeast ? rest : word
}
