// In: text in Arabic script and a table. Out: Latin letters, word by word, and what the print left open.
// A word is read with its neighbours: the article leans on the noun, a feminine ending on the noun after it, endings on the word
// before them.

import { KASRA, SHADDA, isBare, readUnits, writeUnits, type Unit, type Writing } from './arabic-letters.ts'
import type { ArabicTable } from './arabic-tables.ts'
import { beforeArticle, constructNouns, smallWords, withoutArticle } from './arabic-words.ts'
import type { Doubt, Letters } from './romanise.ts'
import { readPlain, spellPlain } from './usual-words.ts'

const SUN = 'تثدذرزسشصضطظلن'
const WORD = /[\p{Script=Arabic}\p{M}\u0640\u200c\u200d]+/gu
/** Marks of direction and joining: they order the script and mean nothing in Latin letters. */
const MARKS = /[\u061c\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
const signs: Readonly<Record<string, string>> = {
  '،': ',',
  '؛': ';',
  '؟': '?',
  '۔': '.',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '٭': '*',
  '﴾': '(',
  '﴿': ')',
}

type Place = {
  readonly writing: Writing
  readonly isName: boolean
  /** Plain spelling of the words that only a space parts from this one; empty = none. */
  readonly before: string
  readonly next: string
  readonly isFirst: boolean
}

export function romaniseArabicScript(text: string, table: ArabicTable, isName: boolean): Letters {
  const doubts = new Set<Doubt>()
  const plain = text.replace(MARKS, (mark) => (mark === '\u200c' || mark === '\u200d' ? mark : ''))
  const words = [...plain.matchAll(WORD)].filter(([word]) => /\p{L}/u.test(word))
  let latin = ''
  let done = 0
  for (const [at, match] of words.entries()) {
    const gap = plain.slice(done, match.index)
    done = match.index + match[0].length
    const [before, next] = [words[at - 1], words[at + 1]]
    const isAfter = before !== undefined && /^\s+$/u.test(gap)
    const isBefore = next !== undefined && /^\s+$/u.test(plain.slice(done, next.index))
    const written = writeWord(match[0], {
      writing: { table, doubts },
      isName,
      before: isAfter ? spellPlain(before[0]) : '',
      next: isBefore ? spellPlain(next[0]) : '',
      isFirst: !isAfter,
    })
    latin += written.isEnding ? written.latin : writeBetween(gap) + written.latin
  }
  return { text: latin + writeBetween(plain.slice(done)), doubts }
}

function writeBetween(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[،؛؟۔٪٫٬٭﴾﴿]/gu, (sign) => signs[sign] ?? sign)
    .replace(/[\u200c\u200d]/gu, '')
}

function capital(latin: string, { isName }: Place): string {
  // The apostrophes of ‘ayn and hamzah have no capital: the letter after them takes it.
  return isName ? latin.replace(/^[‘’]*\p{Ll}/u, (start) => start.toUpperCase()) : latin
}

/** `isEnding`: it is written with the word before it. */
type Written = { readonly latin: string; readonly isEnding: boolean }

const standing = (latin: string): Written => ({ latin, isEnding: false })

function writeWord(word: string, place: Place): Written {
  const { table } = place.writing
  const units = readUnits(word.normalize('NFC'), table)
  const plain = spellPlain(word)
  // The one word whose long vowel is never printed and always known.
  if (plain === 'الله') {
    const leans = !table.hasArticle && beforeArticle.has(place.before)
    return leans ? { latin: `${table.innerArticle}llāh`, isEnding: true } : standing(capital('allāh', place))
  }
  const isEnding = table.endings.has(plain) && place.before !== '' && !smallWords.has(place.before)
  if (isEnding) return { latin: writeUnits(units, place.writing), isEnding }
  const articled = table.hasArticle ? writeArticled(units, plain, place) : writeInnerArticle(units, plain, place)
  if (articled !== undefined) return standing(articled)
  const latin = writeNoun(units, plain, place)
  return standing(table.hasArticle && smallWords.has(plain) && !place.isFirst ? latin : capital(latin, place))
}

/** A word without an article, with what leans on the next one. */
function writeNoun(units: readonly Unit[], plain: string, place: Place): string {
  const { writing, next } = place
  const { table, doubts } = writing
  const latin = readUsual(units, plain, writing)
  if (table.hasArticle) return units.at(-1)?.letter === 'ة' && next !== '' ? lean(latin, plain, place) : latin
  if (!table.hasEzafe || next === '') return latin
  const last = units.at(-1)
  if (last === undefined) return latin
  if (/[\u0650\u0654\u0674]/u.test(last.signs)) return writeEzafe(units, writing)
  if (!smallWords.has(plain) && !smallWords.has(next)) doubts.add('ezafe')
  return latin
}

function readUsual(units: readonly Unit[], plain: string, writing: Writing): string {
  const usual = isBare(units) ? readPlain(plain, writing.table.usual, !writing.table.hasArticle) : undefined
  if (usual === undefined) return writeUnits(units, writing)
  if (plain.length > 1) writing.doubts.add('usual-vowels')
  return usual
}

/** Feminine ending before another word: t in the construct, h else; only a few nouns and a printed vowel tell which. */
function lean(latin: string, plain: string, { writing, next }: Place): string {
  if (!latin.endsWith('h') || smallWords.has(next)) return latin
  const isConstruct = constructNouns.has(plain)
  if (!isConstruct || !next.startsWith('ال')) writing.doubts.add('construct')
  return isConstruct ? `${latin.slice(0, -1)}t` : latin
}

/** -e after a consonant, -ye after a vowel and after a silent ه. */
function writeEzafe(units: readonly Unit[], writing: Writing): string {
  const last = units.at(-1) ?? { letter: '', signs: '' }
  const before = units.at(-2)
  const bare = { letter: last.letter, signs: last.signs.replace(/[\u0650\u0654\u0674]/gu, '') }
  const isLong = (unit: Unit | undefined): boolean => unit !== undefined && 'اوىآ'.includes(unit.letter)
  // پایِ: the ye is there for the ending alone.
  if (last.letter === 'ي' && isLong(before)) return `${writeUnits(units.slice(0, -1), writing)}-ye`
  const latin = writeUnits([...units.slice(0, -1), bare], writing)
  const isVowel = isLong(last) || last.letter === 'ي' || (last.letter === 'ه' && !isLong(before))
  return latin + (isVowel ? '-ye' : '-e')
}

/** Arabic: the article, alone or after a conjunction or preposition that is one letter: Khabb wa ash Sha‘f, Mişr liţ Ţayarān. */
function writeArticled(units: readonly Unit[], plain: string, place: Place): string | undefined {
  const found = readArticle(units, plain)
  if (!found) return undefined
  const { writing, isFirst } = place
  if (found.prefix !== '') writing.doubts.add('joined-letters')
  const sun = found.sun === '' ? 'l' : (writing.table.consonants[found.sun] ?? 'l')
  const article = { '': `a${sun}`, و: `wa a${sun}`, ف: `fa a${sun}`, ك: `ka a${sun}`, ب: `bi${sun}`, ل: `li${sun}` }[
    found.prefix
  ]
  const restPlain = spellPlain(found.rest.map(({ letter }) => letter).join(''))
  const rest = readUsual(found.rest, restPlain, writing)
  return `${isFirst ? capital(article, place) : article} ${capital(rest, place)}`
}

type Prefix = '' | 'و' | 'ف' | 'ك' | 'ب' | 'ل'
type Articled = { readonly prefix: Prefix; readonly sun: string; readonly rest: Unit[] }

/** The article before a noun: its l is written as the consonant it becomes. */
function readArticle(units: readonly Unit[], plain: string): Articled | undefined {
  const prefix = withoutArticle.has(plain)
    ? ''
    : (/^([وفكب])ال/u.exec(plain)?.[1] ?? (plain.startsWith('لل') ? 'ل' : ''))
  const start = prefix === '' || prefix === 'ل' ? 0 : 1
  const [alif, lam, first, ...others] = units.slice(start)
  if (!alif || !first) return undefined
  const isAlif = prefix === 'ل' ? alif?.letter === 'ل' : alif?.letter === 'ا' || alif?.letter === 'ٱ'
  const isArticle =
    isAlif && lam?.letter === 'ل' && !/[\u064f\u0651]/u.test(alif.signs + lam.signs) && !lam.signs.includes(KASRA)
  if (!isArticle || others.length < (prefix === '' ? 1 : 2)) return undefined
  if (prefix === '' && alif.signs.includes(KASRA)) return undefined
  const isSun = SUN.includes(first.letter)
  // The doubling of a sun letter is in the article already.
  const bare = isSun ? { ...first, signs: first.signs.replace(SHADDA, '') } : first
  return { prefix: prefix as Prefix, sun: isSun ? first.letter : '', rest: [bare, ...others] }
}

/** Persian, Dari, Pashto: names that came with their article: ‘Abd or Raḩmān, Zeyn od Dīn, ‘Abdollāh. */
function writeInnerArticle(units: readonly Unit[], plain: string, place: Place): string | undefined {
  const { table } = place.writing
  const at = findInnerArticle(plain, place.before)
  if (at === undefined) return undefined
  const rest = units.slice(at + 2)
  const [first, ...others] = rest
  if (!first) return undefined
  const own = units.slice(0, at)
  const head =
    at === 0 ? '' : capital(readUsual(own, spellPlain(own.map(({ letter }) => letter).join('')), place.writing), place)
  if (plain.slice(at) === 'الله') return `${head}${table.innerArticle}llāh`
  const isSun = SUN.includes(first.letter)
  const l = isSun ? (table.consonants[first.letter] ?? 'l') : 'l'
  const noun = writeUnits(
    [isSun ? { ...first, signs: first.signs.replace(SHADDA, '') } : first, ...others],
    place.writing,
  )
  return `${head}${at === 0 ? '' : ' '}${table.innerArticle}${l} ${capital(noun, place)}`
}

function findInnerArticle(plain: string, before: string): number | undefined {
  if (plain.startsWith('ال') && plain.length > 4 && beforeArticle.has(before)) return 0
  const at = plain.indexOf('ال', 2)
  return at > 1 && plain.length > at + 3 && beforeArticle.has(plain.slice(0, at)) ? at : undefined
}
