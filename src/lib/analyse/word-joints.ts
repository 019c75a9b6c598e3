// In: a place between letters. Out: whether the word goes on across it.

import { foldWord } from './fold-letters.ts'
import { APOSTROPHE, classAt, continuesWord } from './letter-class.ts'

/** Arabic script, Hangul and the rest do not share a word, though they may touch: 2023م, AES는. */
export function familyAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x0600) return 0
  if (unit <= 0x08ff) {
    const isDigit = (unit >= 0x0660 && unit <= 0x0669) || (unit >= 0x06f0 && unit <= 0x06f9)
    const isArabic = unit <= 0x06ff || (unit >= 0x0750 && unit <= 0x077f) || unit >= 0x08a0
    return isArabic && !isDigit ? 1 : 0
  }
  if ((unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefe)) return 1
  const isHangul =
    (unit >= 0xac00 && unit <= 0xd7ff) || (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0x3130 && unit <= 0x318f)
  return isHangul ? 2 : 0
}

const elided = new Set('l d qu n s c j m t lorsqu jusqu puisqu quelqu dell nell all sull dall'.split(' '))

/** l'Alliance is «Alliance»; Niger's is «Niger»; Qa'ida, O'Brien and п'ять are one word. */
export function passApostrophe(text: string, wordStart: number, at: number): 'stop' | 'elision' | 'join' {
  if (!continuesWord(classAt(text, at + 1))) return 'stop'
  if (at - wordStart <= 6 && elided.has(foldWord(text.slice(wordStart, at)))) return 'elision'
  return skipPossessive(text, at) > at ? 'stop' : 'join'
}

/** Where reading goes on behind a word that ends at `at`. */
export function skipPossessive(text: string, at: number): number {
  const isPossessive =
    classAt(text, at) === APOSTROPHE && /^[sS]$/.test(text.charAt(at + 1)) && !continuesWord(classAt(text, at + 2))
  return isPossessive ? at + 2 : at
}

/** Whether the mark at `at` stands inside the word begun at `wordStart`: 1,000 and 1.000, U.S., צה"ל. */
export function joinsLetters(text: string, wordStart: number, at: number): boolean {
  // Nobody writes longer numbers and abbreviations; hostile ones must not be read over and over.
  if (at - wordStart > 40) return false
  const mark = text.charAt(at)
  if (mark === ',' || mark === '\u066c') return groupsDigits(text, wordStart, at)
  if (mark === '.') return groupsDigits(text, wordStart, at) || abbreviates(text, wordStart, at)
  return (mark === '"' || mark === '\u05f4') && /^[\u05d0-\u05ea]{2}$/.test(text.charAt(at - 1) + text.charAt(at + 1))
}

function groupsDigits(text: string, wordStart: number, at: number): boolean {
  if (!/^\p{Nd}{3}(?!\p{Nd})/u.test(text.slice(at + 1, at + 5))) return false
  return /^\p{Nd}{1,3}(?:\P{Nd}\p{Nd}{3})*$/u.test(text.slice(wordStart, at))
}

function abbreviates(text: string, wordStart: number, at: number): boolean {
  if (!/^\p{L}(?!\p{L})/u.test(text.slice(at + 1, at + 3))) return false
  return /^(?:\p{L}\.)*\p{L}$/u.test(text.slice(wordStart, at))
}
