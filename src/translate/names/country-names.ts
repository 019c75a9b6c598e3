// In: a sentence and its language. Out: the countries that it names, as ISO 3166 codes: the platform's names, in any language.

import { primaryOf } from '../../lib/primary-of.ts'

const read = new Map<string, ReadonlyMap<string, string>>()
const codes = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((one) =>
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((other) => one + other),
)
/** Shorter names are parts of other words. */
const SHORTEST = 3
/** English words for a people that do not begin as the country does. */
const peoples: Readonly<Record<string, string>> = {
  FR: 'french',
  NL: 'dutch',
  ES: 'spanish',
  PL: 'polish',
  DK: 'danish',
  CH: 'swiss',
  GB: 'british',
  IE: 'irish',
  US: 'american',
  FI: 'finnish',
  TR: 'turk',
  PH: 'filipino',
  TH: 'thai',
  GR: 'greek',
  BE: 'belgian',
  PT: 'portuguese',
  CZ: 'czech',
  KR: 'korea',
  KP: 'korea',
  CD: 'congo',
  CG: 'congo',
}

function namesIn(language: string): ReadonlyMap<string, string> {
  const known = read.get(language)
  if (known) return known
  const names = new Map<string, string>()
  for (const style of ['long', 'short'] as const) {
    const display = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
    for (const code of codes) {
      const name = display.of(code)?.toLowerCase()
      if (name !== undefined && (name.length >= SHORTEST || /\p{Script=Han}/u.test(name))) names.set(name, code)
    }
  }
  read.set(language, names)
  return names
}

/** Words in lower case between single spaces; an Arabic “and” before a word is a word. */
function plainText(sentence: string): string {
  const plain = sentence
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])و(?=ال\p{L}{3})/gu, 'و ')
    .replace(/['’]/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{Script=Han}-]+/gu, ' ')
  return ` ${plain} `
}

/** Names by what they begin with: a word, or a Chinese letter. */
const begun = new Map<string, ReadonlyMap<string, readonly (readonly [name: string, code: string])[]>>()

function namesBegunBy(language: string): ReadonlyMap<string, readonly (readonly [name: string, code: string])[]> {
  const known = begun.get(language)
  if (known) return known
  const byStart = new Map<string, (readonly [string, string])[]>()
  for (const [name, code] of namesIn(language)) {
    const start = startOf(name)
    byStart.set(start, [...(byStart.get(start) ?? []), [name, code]])
  }
  begun.set(language, byStart)
  return byStart
}

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text)
const startOf = (name: string): string => (isHan(name) ? name.charAt(0) : (name.split(/[ -]/u)[0] ?? ''))

/** Code → the words that name it. Only names printed as they are in a dictionary are found: no inflected ones. */
export function findCountries(sentence: string, language: string | null): Map<string, string> {
  const primary = primaryOf(language)
  const found = new Map<string, string>()
  if (!/^[a-z]{2,3}$/u.test(primary)) return found
  const text = plainText(sentence)
  const names = namesBegunBy(primary)
  for (const start of new Set(text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu) ?? [])) {
    for (const [name, code] of names.get(start) ?? [])
      if (isHan(name) ? text.includes(name) : text.includes(` ${name} `)) found.set(code, name)
  }
  return found
}

/** Whether a country is perhaps meant: inflected, or by its people. @param but names of other countries that are there */
export function mayMeanCountry(
  sentence: string,
  language: string | null,
  code: string,
  but: readonly string[],
): boolean {
  const text = but.reduce((left, name) => left.replaceAll(` ${name} `, ' '), plainText(sentence))
  const stems = [...namesIn(primaryOf(language))].flatMap(([name, one]) => (one === code ? [stemOf(name)] : []))
  if (primaryOf(language) === 'en' && peoples[code] !== undefined) stems.push(peoples[code])
  return stems.some((stem) => (/\p{Script=Han}/u.test(stem) ? text.includes(stem) : text.includes(` ${stem}`)))
}

/** Beginnings of all words in the names of countries: inflected, they are still no names of persons. */
export function countryStems(language: string | null, of: Iterable<string>): string[] {
  const wanted = new Set(of)
  if (!/^[a-z]{2,3}$/u.test(primaryOf(language))) return []
  return [...namesIn(primaryOf(language))].flatMap(([name, code]) =>
    wanted.has(code)
      ? name
          .split(/[\s-]/u)
          .filter((word) => word.length > 3)
          .map((word) => word.slice(0, Math.max(4, word.length - 2)))
      : [],
  )
}

/** Its first word, without the letters that change in other cases. */
function stemOf(name: string): string {
  const [first = ''] = name.split(/[\s-]/u)
  return /\p{Script=Han}/u.test(name) ? name.slice(0, 1) : first.slice(0, Math.max(4, first.length - 2))
}
