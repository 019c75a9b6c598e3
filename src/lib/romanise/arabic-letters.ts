// In: the letters of one word in Arabic script, each with its signs, and a table. Out: Latin letters, and what the print left open.
// Vowel signs are used where they are printed. Where they are not, consonants stand alone: nothing is made up.

import type { ArabicTable } from './arabic-tables.ts'
import type { Doubt } from './romanise.ts'

/** A letter with the signs printed on it. */
export type Unit = { readonly letter: string; readonly signs: string }

export type Writing = { readonly table: ArabicTable; readonly doubts: Set<Doubt> }

export const FATHA = '\u064e'
export const DAMMA = '\u064f'
export const KASRA = '\u0650'
export const SHADDA = '\u0651'
const SUKUN = '\u0652'
const ZWARAKAY = '\u0659'
const DAGGER = '\u0670'
/** In today's language only the adverb's -an is said. */
const TANWIN: Readonly<Record<string, string>> = { '\u064b': 'an', '\u064c': '', '\u064d': '' }

/** Presentation forms, tatweel and joiners are typography; letters that differ by their country only are one. */
export function readUnits(word: string, table: ArabicTable): Unit[] {
  const plain = word
    // Outside Arabic an آ inside a word begins its second half: Khorramābād.
    .replace(table.hasArticle ? /(?!)/gu : /\u200cآ|(?<=\p{L}\p{M}*)آ(?=ب\p{M}*اد$)/gu, 'ا')
    .replace(/[\u0640\u200c\u200d]/gu, '')
    .replace(/[\ufb50-\ufdff\ufe70-\ufeff]/gu, (form) => form.normalize('NFKC'))
    .replaceAll('ک', 'ك')
    .replaceAll('ہ', 'ه')
    .replaceAll('ۀ', 'ه\u0654')
    .replaceAll('\u0674', '\u0654')
    .replace(table.tellsFinalYeh ? /[یے](?=\p{M}*$)/gu : /(?!)/gu, 'ى')
    .replaceAll('ی', 'ي')
  const units: { letter: string; signs: string }[] = []
  for (const character of plain) {
    const last = units.at(-1)
    if (/\p{M}/u.test(character) && last) last.signs += character
    else units.push({ letter: character, signs: '' })
  }
  return units
}

/** Whether no vowel is printed on any letter. */
export const isBare = (units: readonly Unit[]): boolean =>
  units.every(({ signs }) => !/[\u064b-\u0650\u0652\u0659\u0670]/u.test(signs))

export function writeUnits(units: readonly Unit[], writing: Writing): string {
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
      if (!isLast) return writeGlide(units, at, unit, writing)
      if (unit.signs.includes(DAGGER)) return 'á'
      // In some countries the dots of a final ي are not printed.
      if (at > 0 && units[at - 1]?.signs === '') writing.doubts.add('waw-yeh')
      return table.finalMaqsura
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
  return isWritten ? '' : table.finalHeh.slice(0, -1) || table.vowels.fatha
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
  if (at === 0 && next && 'وي'.includes(next.letter) && next.signs === '') {
    writing.doubts.add('waw-yeh')
    // Of Arabic or unknown origin: Aw, and not Ū.
    if (next.letter === 'و' && writing.table.hasArticle && units.length > 2) return 'a'
  } else if (!unit.signs.includes(SUKUN)) writing.doubts.add(at === 0 ? 'first-vowel' : 'short-vowels')
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

/** و or ي that carries on the vowel printed before it. */
function writeVowelGlide(units: readonly Unit[], at: number, unit: Unit, writing: Writing): string | undefined {
  const { table, doubts } = writing
  const isWaw = unit.letter === 'و'
  const before = units[at - 1]
  const isMarked = unit.signs !== '' && unit.signs !== SUKUN
  const own = isWaw ? DAMMA : KASRA
  if (isMarked && unit.signs.includes(SHADDA) && before?.signs.includes(own)) {
    const long = isWaw ? table.longWaw : table.longYeh
    // Gharbī, not Gharbīy: at the end the doubled letter is a long vowel.
    if (at === units.length - 1 && !isWaw) return long
    return long + (isWaw ? table.waw : table.yeh) + vowelOf(units, at, unit, writing)
  }
  if (isMarked) return undefined
  const isQuiet = unit.signs === SUKUN
  if (before?.signs.includes(FATHA)) {
    if (isQuiet) return isWaw ? table.quietWaw : table.quietYeh
    return isWaw ? table.diphthongWaw : table.diphthongYeh
  }
  if (!before?.signs.includes(own) && !(before?.letter === 'إ' && !isWaw)) return undefined
  if (isQuiet) return isWaw ? table.openWaw : table.openYeh
  // ō and ū are one sign here.
  if (isWaw && table.openWaw === 'ō') doubts.add('waw-yeh')
  return isWaw ? table.longWaw : table.longYeh
}

/** و and ي: a consonant, a long vowel, or the second half of a diphthong. */
function writeGlide(units: readonly Unit[], at: number, unit: Unit, writing: Writing): string {
  const { table, doubts } = writing
  const isWaw = unit.letter === 'و'
  const consonant = isWaw ? table.waw : table.yeh
  const before = units[at - 1]
  const vowel = writeVowelGlide(units, at, unit, writing)
  if (vowel !== undefined) return vowel
  const isMarked = unit.signs !== '' && unit.signs !== SUKUN
  if (isMarked) return consonant.repeat(unit.signs.includes(SHADDA) ? 2 : 1) + vowelOf(units, at, unit, writing)
  const next = units[at + 1]
  const isEnding = next?.letter === 'ة' || (next?.letter === 'ه' && next.signs === '' && table.finalHeh !== 'h')
  if (isEnding && at > 0 && at + 2 === units.length) {
    if (isWaw) doubts.add('short-vowels')
    return `${isWaw ? '' : table.longYeh}${consonant}${next.letter === 'ه' ? table.finalHeh.slice(0, -1) : ''}`
  }
  if (
    isWaw &&
    table.hasKhwa &&
    before?.letter === 'خ' &&
    (next?.letter === 'ا' || (next?.letter === 'ي' && at + 2 < units.length))
  )
    return consonant
  const isBetweenVowels = next?.letter === 'ا' && at + 2 < units.length
  // Z̧aby: it is printed that no vowel stands before it.
  if (before?.signs.includes(SUKUN) && !isLong(before)) return consonant
  // After an alif that begins the word the vowel is the alif's.
  if (at === 1 && 'اأ'.includes(before?.letter ?? '-') && table.hasArticle && isWaw && units.length > 2)
    return consonant
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
  if (isBareEnd && !isLong(before)) {
    // It may be a letter h and no vowel at all.
    if (before.signs === '' && table.finalHeh !== 'h') writing.doubts.add('short-vowels')
    return before.signs === '' ? table.finalHeh : 'h'
  }
  const latin = Object.hasOwn(table.consonants, unit.letter) ? table.consonants[unit.letter] : undefined
  if (latin === undefined) {
    if (/\p{L}/u.test(unit.letter)) writing.doubts.add('unknown-letter')
    return unit.letter
  }
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
