// In: a UTF-16 code unit or a code point. Out: what it is to a word.
// Why a table: the scanner asks this for every letter of every page, and a regular
// expression with \p{…} costs fifty times as much as reading one byte.

export const SEPARATOR = 0
/** a–z, A–Z and 0–9, whose folding is trivial. */
export const ASCII_LOWER = 1
export const ASCII_UPPER = 2
export const ASCII_DIGIT = 3
/** Any other letter or digit of a script that puts spaces between words. */
export const LETTER = 4
/** Letters of scripts written without spaces, whose words a dictionary must find. */
export const UNSPACED = 5
/** Combining marks: part of the word they stand in, never the start of one. */
export const MARK = 6
/** Invisible inside a word (ZWNJ, tatweel, soft hyphen, bidi controls), a border outside. */
export const INVISIBLE = 7
export const APOSTROPHE = 8
export const HIGH_SURROGATE = 9

const UNKNOWN = 255
const bmp = new Uint8Array(0x10000).fill(UNKNOWN)
const astral = new Map<number, number>()

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\u30fc\uff70]|\u3099|\u309a/u
const apostrophes = new Set("'\u2019\u2018\u02bc\u02bb\u02be\u02bf\u02b9\u0060\u00b4\uff07\u05f3")
const invisible = /[\p{Cf}\p{Variation_Selector}\u034f\u0640]/u

/** The class of one code unit; a high surrogate must be looked up again as a code point. */
export function classOfUnit(unit: number): number {
  const known = bmp[unit]
  if (known !== undefined && known !== UNKNOWN) return known
  const found = unit >= 0xd800 && unit <= 0xdbff ? HIGH_SURROGATE : classify(String.fromCharCode(unit))
  bmp[unit] = found
  return found
}

/** The class of a code point above U+FFFF. */
function classOfAstral(point: number): number {
  const known = astral.get(point)
  if (known !== undefined) return known
  const found = classify(String.fromCodePoint(point))
  astral.set(point, found)
  return found
}

function classify(letter: string): number {
  if (/^[a-z]$/.test(letter)) return ASCII_LOWER
  if (/^[A-Z]$/.test(letter)) return ASCII_UPPER
  if (/^[0-9]$/.test(letter)) return ASCII_DIGIT
  if (apostrophes.has(letter)) return APOSTROPHE
  // A zero-width space is where Thai and Khmer break words.
  if (invisible.test(letter) && letter !== '\u200b') return INVISIBLE
  if (/\p{Nd}/u.test(letter)) return LETTER
  if (unspaced.test(letter) && /[\p{L}\p{M}\p{N}\u30fc\uff70]/u.test(letter)) return UNSPACED
  if (/[\p{L}\p{N}]/u.test(letter)) return LETTER
  if (/\p{M}/u.test(letter)) return MARK
  return SEPARATOR
}

/** Whether a letter of this class can be the first of a word. */
export function startsWord(kind: number): boolean {
  return kind >= ASCII_LOWER && kind <= LETTER
}

/** Whether a letter of this class can stand inside a word. */
export function continuesWord(kind: number): boolean {
  return startsWord(kind) || kind === MARK
}

/** The class of the letter at a place; SEPARATOR behind the end and for halves of letters. */
export function classAt(text: string, at: number): number {
  if (at >= text.length) return SEPARATOR
  const kind = classOfUnit(text.charCodeAt(at))
  return kind === HIGH_SURROGATE ? classOfAstral(text.codePointAt(at) ?? 0) : kind
}

/** UTF-16 units of the letter at a place. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
