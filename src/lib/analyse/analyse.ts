// In: text of any language. Out: the tokens it is found by, with their place in the text as it was.
// The same function reads documents and queries, so that they meet. Tokens hold letters, marks and digits only,
// never anything a search engine could take for syntax.

import {
  APOSTROPHE, ASCII_DIGIT, ASCII_LOWER, HIGH_SURROGATE, INVISIBLE, LETTER, MARK, SEPARATOR, UNSPACED,
  classOfAstral, classOfUnit,
} from './letter-class.ts'
import { foldWord } from './fold-letters.ts'
import { segmentRun } from './segment-run.ts'
import { stemWord } from './stem-word.ts'

/** One searchable word. `start` and `end` are UTF-16 offsets into the text given, so that `text.slice(start, end)` is the word as printed. */
export type Token = { readonly token: string; readonly start: number; readonly end: number }

/** Raise when a token can come out differently than before: indexes made with another version must be made anew. */
export const ANALYSER_VERSION = 1

/** Longer words are cut: nobody searches for them, and they are mostly not words. */
const LONGEST_TOKEN = 64

/** Every token of the text, in order. Costs about as much as reading it; never throws. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = []
  scanWords(text, (token, start, end) => void tokens.push({ token, start, end }))
  return tokens
}

/** The tokens alone, separated by single spaces: what an index is given. */
export function tokenStream(text: string): string {
  let stream = ''
  scanWords(text, (token) => {
    stream += stream === '' ? token : ` ${token}`
  })
  return stream
}

/** What a word is searched by before stemming, for prefixes; empty when nothing remains. */
export function foldForPrefix(word: string): string {
  return foldWord(word)
}

type Emit = (token: string, start: number, end: number) => void

function scanWords(text: string, emit: Emit): void {
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === UNSPACED) at = scanRun(text, at, emit)
    else if (startsWord(kind)) at = scanWord(text, at, emit)
    else at += 1
  }
}

function scanRun(text: string, start: number, emit: Emit): number {
  let end = start
  while (end < text.length) {
    const kind = classAt(text, end)
    if (kind !== UNSPACED && kind !== MARK && kind !== INVISIBLE) break
    end += widthAt(text, end)
  }
  const run = text.slice(start, end)
  let from = 0
  for (const to of segmentRun(run)) {
    emitWord(run.slice(from, to), start + from, start + to, emit)
    from = to
  }
  return end
}

function scanWord(text: string, start: number, emit: Emit): number {
  let end = start
  let wordStart = start
  const family = familyAt(text, start)
  while (end < text.length) {
    const kind = classAt(text, end)
    if (kind <= ASCII_DIGIT && kind !== SEPARATOR) {
      if (family !== 0) break
    } else if (kind === LETTER) {
      if (familyAt(text, end) !== family) break
    } else if (kind === APOSTROPHE) {
      const step = passApostrophe(text, wordStart, end)
      if (step === 'stop') break
      if (step === 'elision') wordStart = end + 1
    } else if (kind !== MARK && kind !== INVISIBLE && !joins(text, wordStart, end)) break
    end += widthAt(text, end)
  }
  if (end > wordStart) emitWord(text.slice(wordStart, end), wordStart, end, emit)
  return skipPossessive(text, end)
}

/** Arabic script, Hangul and the rest do not share a word, though they may touch: 2023م, AES는. */
function familyAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x0600) return 0
  if (unit <= 0x08ff) {
    const isDigit = (unit >= 0x0660 && unit <= 0x0669) || (unit >= 0x06f0 && unit <= 0x06f9)
    const isArabic = unit <= 0x06ff || (unit >= 0x0750 && unit <= 0x077f) || unit >= 0x08a0
    return isArabic && !isDigit ? 1 : 0
  }
  if ((unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefe)) return 1
  const isHangul = (unit >= 0xac00 && unit <= 0xd7ff) || (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0x3130 && unit <= 0x318f)
  return isHangul ? 2 : 0
}

const elided = new Set(['l', 'd', 'qu', 'n', 's', 'c', 'j', 'm', 't', 'lorsqu', 'jusqu', 'puisqu', 'quelqu', 'dell', 'nell', 'all', 'sull', 'dall'])

/** l'Alliance is «Alliance»; Niger's is «Niger»; Qa'ida, O'Brien and п'ять are one word. */
function passApostrophe(text: string, wordStart: number, at: number): 'stop' | 'elision' | 'join' {
  if (!continuesWord(classAt(text, at + 1))) return 'stop'
  if (at - wordStart <= 6 && elided.has(foldWord(text.slice(wordStart, at)))) return 'elision'
  return skipPossessive(text, at) > at ? 'stop' : 'join'
}

function skipPossessive(text: string, at: number): number {
  const isPossessive = classAt(text, at) === APOSTROPHE && /^[sS]$/.test(text.charAt(at + 1)) && !continuesWord(classAt(text, at + 2))
  return isPossessive ? at + 2 : at
}

/** Marks that stand between letters of one word: 1,000 and 1.000, U.S., צה"ל. */
function joins(text: string, wordStart: number, at: number): boolean {
  const mark = text.charAt(at)
  if (mark === ',' || mark === '.' || mark === '\u066c') {
    if (/^\p{Nd}{3}(?!\p{Nd})/u.test(text.slice(at + 1, at + 5)) && /^\p{Nd}{1,3}(?:\P{Nd}\p{Nd}{3})*$/u.test(text.slice(wordStart, at))) return true
    return mark === '.' && /^(?:\p{L}\.)*\p{L}$/u.test(text.slice(wordStart, at)) && /^\p{L}(?!\p{L})/u.test(text.slice(at + 1, at + 3))
  }
  return (mark === '"' || mark === '\u05f4') && /^[\u05d0-\u05ea]"?[\u05d0-\u05ea]$/.test(text.charAt(at - 1) + text.charAt(at + 1))
}

const tokenOf = new Map<string, string>()

function emitWord(word: string, start: number, end: number, emit: Emit): void {
  let token = tokenOf.get(word)
  if (token === undefined) {
    token = cutToken(stemWord(foldWord(word)))
    if (word.length <= LONGEST_TOKEN) {
      if (tokenOf.size > 100_000) tokenOf.clear()
      // A slice would keep the whole page alive behind the cached key.
      tokenOf.set(Buffer.from(word, 'utf16le').toString('utf16le'), token)
    }
  }
  if (token !== '') emit(token, start, end)
}

/** Never ends between the halves of a surrogate pair. */
function cutToken(token: string): string {
  if (token.length <= LONGEST_TOKEN) return token
  const isSplit = /[\ud800-\udbff]/.test(token.charAt(LONGEST_TOKEN - 1))
  return token.slice(0, isSplit ? LONGEST_TOKEN - 1 : LONGEST_TOKEN)
}

function startsWord(kind: number): boolean {
  return kind >= ASCII_LOWER && kind <= LETTER
}

function continuesWord(kind: number): boolean {
  return startsWord(kind) || kind === MARK
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return SEPARATOR
  const kind = classOfUnit(text.charCodeAt(at))
  return kind === HIGH_SURROGATE ? classOfAstral(text.codePointAt(at) ?? 0) : kind
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
