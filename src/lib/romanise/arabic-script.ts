// In: words in Arabic script and a table. Out: their Latin letters, and what the print left open.
// Vowel signs are used where they are printed. Where they are not, consonants stand alone: nothing is made up.

import type { ArabicTable } from './arabic-tables.ts'
import type { Doubt, Letters } from './romanise.ts'

/** A letter with the signs printed on it. */
type Unit = { readonly letter: string; readonly signs: string }

const FATHA = '\u064e'
const DAMMA = '\u064f'
const KASRA = '\u0650'
const SHADDA = '\u0651'
const SUKUN = '\u0652'
const ZWARAKAY = '\u0659'
const DAGGER = '\u0670'
const TANWIN: Readonly<Record<string, string>> = { '\u064b': 'an', '\u064c': 'un', '\u064d': 'in' }
const SUN = 'تثدذرزسشصضطظلن'
const WORD = /[\p{Script=Arabic}\p{M}\u0640\u200c\u200d]+/gu

export function romaniseArabicScript(text: string, table: ArabicTable, isName: boolean): Letters {
  const doubts = new Set<Doubt>()
  const latin = text
    .normalize('NFC')
    .replace(WORD, (word) => (/\p{L}/u.test(word) ? writeWord(word, { table, isName, doubts }) : word))
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll('،', ',')
    .replaceAll('؛', ';')
    .replaceAll('؟', '?')
  return { text: latin, doubts }
}

type Writing = { readonly table: ArabicTable; readonly isName: boolean; readonly doubts: Set<Doubt> }

function writeWord(word: string, writing: Writing): string {
  const units = readUnits(word)
  // The one word whose long vowel is never printed and always known.
  if (units.map(({ letter }) => letter).join('') === 'الله') return capital('allāh', writing.isName)
  const article = writing.table.hasArticle ? readArticle(units) : undefined
  if (!article) return capital(writeUnits(units, writing), writing.isName)
  const rest = capital(writeUnits(article.rest, writing), writing.isName)
  return `${capital(`a${article.consonant === '' ? 'l' : writing.table.consonants[article.consonant]}`, writing.isName)} ${rest}`
}

function capital(latin: string, isName: boolean): string {
  // The apostrophes of ‘ayn and hamzah have no capital: the letter after them takes it.
  return isName ? latin.replace(/\p{Ll}/u, (letter) => letter.toUpperCase()) : latin
}

/** Presentation forms, tatweel and joiners are typography; letters that differ by their country only are one. */
function readUnits(word: string): Unit[] {
  const plain = word
    .replace(/[\u0640\u200c\u200d]/gu, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufeff]/gu, (form) => form.normalize('NFKC'))
    .replaceAll('ک', 'ك')
    .replaceAll('ہ', 'ه')
    .replaceAll('ی', 'ي')
  const units: { letter: string; signs: string }[] = []
  for (const character of plain) {
    const last = units.at(-1)
    if (/\p{M}/u.test(character) && last) last.signs += character
    else units.push({ letter: character, signs: '' })
  }
  return units
}

/** The article before a noun: its l is written as the consonant it becomes. */
function readArticle(units: readonly Unit[]): { consonant: string; rest: Unit[] } | undefined {
  const [alif, lam, first, ...others] = units
  const isArticle = alif?.letter === 'ا' && lam?.letter === 'ل' && !/[\u064f\u0650\u0651]/u.test(alif.signs + lam.signs)
  if (!isArticle || !first || others.length === 0) return undefined
  const isSun = SUN.includes(first.letter)
  // The doubling of a sun letter is in the article already.
  const bare = isSun ? { ...first, signs: first.signs.replace(SHADDA, '') } : first
  return { consonant: isSun ? first.letter : '', rest: [bare, ...others] }
}

function writeUnits(units: readonly Unit[], writing: Writing): string {
  let latin = ''
  for (const [at, unit] of units.entries()) latin += writeUnit(units, at, unit, writing)
  return latin
}

function writeUnit(units: readonly Unit[], at: number, unit: Unit, writing: Writing): string {
  const { table } = writing
  const isLast = at === units.length - 1
  switch (unit.letter) {
    case 'آ':
      return at === 0 ? 'ā' : '’ā'
    case 'ا':
    case 'أ':
    case 'إ':
    case 'ٱ':
      return writeAlif(units, at, unit, writing)
    case 'ى':
      if (isLast) return table.finalMaqsura
      return writeGlide(units, at, unit, writing)
    case 'و':
    case 'ي':
      return writeGlide(units, at, unit, writing)
    case 'ة':
      return isLast && !unit.signs ? endOf(units, at, writing) + 'h' : `t${vowelOf(units, at, unit, writing)}`
    default:
      return writeConsonant(units, at, unit, writing)
  }
}

/** An unwritten vowel before the ending of a feminine noun is always a. */
function endOf(units: readonly Unit[], at: number, { table }: Writing): string {
  const before = units[at - 1]
  // A و or ي before it is written as a consonant, with its vowel after it.
  const isGlideBefore = isOpenGlide(before)
  const isWritten = before === undefined || (isLong(before) && !isGlideBefore) || /[\u064e\u0670]/u.test(before.signs)
  return isWritten ? '' : table.vowels.fatha
}

function writeAlif(units: readonly Unit[], at: number, unit: Unit, writing: Writing): string {
  const { vowels } = writing.table
  const hamza = unit.letter === 'أ' || unit.letter === 'إ'
  if (at > 0 && !hamza) {
    const before = units[at - 1]
    const isSilent = before?.letter === 'و' && at === units.length - 1 && !/[\u064e\u0651]/u.test(before.signs)
    const isSupport = /\u064b/u.test(before?.signs ?? '')
    return isSilent || isSupport ? '' : 'ā'
  }
  const mark = at > 0 ? '’' : ''
  if (unit.signs.includes(DAMMA)) return isGlide(units[at + 1], 'و') ? mark : mark + vowels.damma
  if (unit.letter === 'إ' || unit.signs.includes(KASRA)) return isGlide(units[at + 1], 'ي') ? mark : mark + vowels.kasra
  if (unit.signs.includes(FATHA)) return isOpenGlide(units[at + 1]) ? mark : mark + vowels.fatha
  const next = units[at + 1]
  if (at === 0 && next && 'وي'.includes(next.letter) && next.signs === '') writing.doubts.add('waw-yeh')
  else if (!unit.signs.includes(SUKUN)) writing.doubts.add(at === 0 ? 'first-vowel' : 'short-vowels')
  return mark
}

/** Whether a unit is a bare و or ي that only lengthens the vowel before it. */
function isGlide(unit: Unit | undefined, letter: string): boolean {
  return unit?.letter === letter && (unit.signs === '' || unit.signs === SUKUN)
}

function isDoubled(unit: Unit | undefined, letter: string): boolean {
  return unit?.letter === letter && unit.signs.includes(SHADDA)
}

function isOpenGlide(unit: Unit | undefined): boolean {
  return isGlide(unit, 'و') || isGlide(unit, 'ي')
}

/** و and ي: a consonant, a long vowel, or the second half of a diphthong. */
function writeGlide(units: readonly Unit[], at: number, unit: Unit, writing: Writing): string {
  const { table, doubts } = writing
  const isWaw = unit.letter === 'و'
  const consonant = isWaw ? table.waw : table.yeh
  const before = units[at - 1]
  const isMarked = unit.signs !== '' && unit.signs !== SUKUN
  if (isMarked && unit.signs.includes(SHADDA) && before?.signs.includes(isWaw ? DAMMA : KASRA)) {
    return (isWaw ? table.longWaw : table.longYeh) + consonant + vowelOf(units, at, unit, writing)
  }
  if (isMarked) return consonant.repeat(unit.signs.includes(SHADDA) ? 2 : 1) + vowelOf(units, at, unit, writing)
  const own = isWaw ? DAMMA : KASRA
  if (before?.signs.includes(FATHA)) return isWaw ? table.diphthongWaw : table.diphthongYeh
  if (before?.signs.includes(own) || before?.letter === 'إ') return isWaw ? table.longWaw : table.longYeh
  const next = units[at + 1]
  const isEnding = next?.letter === 'ة' || (next?.letter === 'ه' && next.signs === '' && table.finalHeh !== 'h')
  if (isEnding && at > 0 && at + 2 === units.length) {
    if (isWaw) doubts.add('short-vowels')
    return `${isWaw ? '' : table.longYeh}${consonant}${next.letter === 'ه' ? table.finalHeh.slice(0, -1) : ''}`
  }
  if (isWaw && table.hasKhwa && before?.letter === 'خ' && next?.letter === 'ا') return consonant
  const isBetweenVowels = next?.letter === 'ا' && at + 2 < units.length
  if (at === 0 || isBetweenVowels || (before && isLong(before) && before.letter !== unit.letter && at > 1)) {
    const isBare = before !== undefined && before.signs === '' && !isLong(before)
    if (isBare || (next && !isLong(next))) doubts.add('short-vowels')
    return consonant
  }
  doubts.add('waw-yeh')
  return isWaw ? table.longWaw : table.longYeh
}

function isLong({ letter, signs }: Unit): boolean {
  return letter === 'آ' || signs.includes(DAGGER) || ('اويى'.includes(letter) && (signs === '' || signs === SUKUN))
}

function writeConsonant(units: readonly Unit[], at: number, unit: Unit, writing: Writing): string {
  const { table } = writing
  const isLast = at === units.length - 1
  const before = units[at - 1]
  const isBareEnd = isLast && unit.letter === 'ه' && unit.signs === '' && at > 0 && before !== undefined
  if (isBareEnd && !isLong(before)) return before.signs === '' ? table.finalHeh : 'h'
  const latin = table.consonants[unit.letter]
  if (latin === undefined) return unit.letter
  const isFirstHamza = at === 0 && unit.letter === 'ء'
  return (isFirstHamza ? '' : latin.repeat(unit.signs.includes(SHADDA) ? 2 : 1)) + vowelOf(units, at, unit, writing)
}

/** The short vowel after a consonant: empty where a long one follows, or none is printed. */
function vowelOf(units: readonly Unit[], at: number, { signs, letter }: Unit, { table, doubts }: Writing): string {
  const next = units[at + 1]
  for (const [sign, latin] of Object.entries(TANWIN)) if (signs.includes(sign)) return latin
  if (signs.includes(DAGGER)) return 'ā'
  if (signs.includes(ZWARAKAY)) return 'ê'
  if (signs.includes(FATHA)) {
    const isTaken = next?.letter === 'ا' || next?.letter === 'ى' || isOpenGlide(next)
    return isTaken ? '' : table.vowels.fatha
  }
  if (signs.includes(KASRA)) return isGlide(next, 'ي') || isDoubled(next, 'ي') ? '' : table.vowels.kasra
  if (signs.includes(DAMMA)) return isGlide(next, 'و') || isDoubled(next, 'و') ? '' : table.vowels.damma
  const isOpen =
    next !== undefined && !signs.includes(SUKUN) && !isLong(next) && next.letter !== 'ة' && !'ېۍ'.includes(letter)
  const isEndingHeh = next?.letter === 'ه' && at + 2 === units.length && table.finalHeh !== 'h'
  if (isOpen && !isEndingHeh && !'ېۍ'.includes(next.letter)) doubts.add('short-vowels')
  return ''
}
