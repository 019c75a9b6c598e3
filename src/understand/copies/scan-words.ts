// In: a text. Out: its words as short hashes, with their places, whether they stand in a quotation, and its lines.
// Why hashes: two bytes a word are enough to compare two texts word by word without keeping either of them.

import { foldWord } from '../../lib/analyse/fold-letters.ts'

/** Words beyond are not compared: no article is longer, and a hostile text must not cost more than one. */
export const MOST_WORDS = 8_000
const MOST_LETTERS = 400_000

export type LineOfWords = {
  /** Index of its first word, and of the first word behind it. */
  readonly from: number
  readonly to: number
  /** A sentence somebody wrote, and not a menu, a button or a headline. */
  readonly isProse: boolean
}

export type WordScan = {
  /** 16 bits a word; letters are the words of scripts without spaces. */
  readonly hashes: Uint16Array
  /** UTF-16 offsets: `text.slice(starts[i], ends[i])` is the word. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** 1 for words inside quotation marks that were closed in the same line. */
  readonly quoted: Uint8Array
  /** 1 for words that begin with a digit. */
  readonly figures: Uint8Array
  readonly lines: readonly LineOfWords[]
  /** Most words are single letters of a script without spaces. */
  readonly isUnspaced: boolean
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A letter of a script without spaces, a word of another, a quotation mark or a line end. */
const PIECES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}][[\p{L}\p{M}\p{N}\u00ad\u200c\u200d\u0640]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]*|["“”„«»‹›「」『』\n]/gv
const closerOf: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
}
const DIGIT = /^\p{Nd}/u
const MARKS = new Set([...Object.keys(closerOf), '›', '」', '』'])
const PROSE_WORDS = 12
const SENTENCE_END = /[.!?…。！？؟۔।:;]["”»“』」)\]]*\s*$/u

type Growing = {
  readonly hashes: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly quoted: number[]
  readonly figures: number[]
  readonly lines: LineOfWords[]
}

/** Reads at most MOST_WORDS words and MOST_LETTERS letters; the time grows with what is read, never with what follows. */
export function scanWords(whole: string): WordScan {
  const text = whole.slice(0, MOST_LETTERS)
  const grown: Growing = { hashes: [], starts: [], ends: [], quoted: [], figures: [], lines: [] }
  let unspaced = 0
  let lineFrom = 0
  let lineStart = 0
  let quote = { closer: '', from: 0 }
  const endLine = (at: number) => {
    if (grown.hashes.length > lineFrom)
      grown.lines.push(lineOf(text.slice(lineStart, at), lineFrom, grown.hashes.length))
    lineFrom = grown.hashes.length
    lineStart = at + 1
    quote = { closer: '', from: 0 }
  }
  let end = 0
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0]
    end = match.index + piece.length
    if (piece === '\n') endLine(match.index)
    else if (piece.length === 1 && MARKS.has(piece)) quote = passQuote(quote, piece, grown)
    else {
      const hash = hashWord(piece)
      if (hash === 0) continue
      // All scripts without spaces stand behind Latin, Cyrillic, Arabic and the scripts of India.
      if (piece.charCodeAt(0) >= 0xe00 && UNSPACED.test(piece)) unspaced++
      grown.hashes.push(hash)
      grown.starts.push(match.index)
      grown.ends.push(end)
      grown.quoted.push(0)
      grown.figures.push(DIGIT.test(piece) ? 1 : 0)
      if (grown.hashes.length >= MOST_WORDS) break
    }
  }
  endLine(grown.hashes.length >= MOST_WORDS ? end : text.length)
  return {
    hashes: Uint16Array.from(grown.hashes),
    starts: Uint32Array.from(grown.starts),
    ends: Uint32Array.from(grown.ends),
    quoted: Uint8Array.from(grown.quoted),
    figures: Uint8Array.from(grown.figures),
    lines: grown.lines,
    isUnspaced: unspaced * 2 > grown.hashes.length,
  }
}

function passQuote(open: { closer: string; from: number }, mark: string, grown: Growing) {
  if (open.closer === '') return { closer: closerOf[mark] ?? '', from: grown.hashes.length }
  if (!open.closer.includes(mark)) return open
  grown.quoted.fill(1, open.from)
  return { closer: '', from: 0 }
}

function lineOf(line: string, from: number, to: number): LineOfWords {
  const words = UNSPACED.test(line) ? (to - from) / 2 : to - from
  return { from, to, isProse: words >= PROSE_WORDS && SENTENCE_END.test(line) }
}

const hashOf = new Map<string, number>()

/** 1–65535; 0 = nothing of the word is left after folding. */
function hashWord(word: string): number {
  const known = hashOf.get(word)
  if (known !== undefined) return known
  const folded = foldWord(word.slice(0, 64))
  let hash = 0x811c9dc5
  for (let at = 0; at < folded.length; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193)
  const short = folded === '' ? 0 : (hash ^ (hash >>> 16)) & 0xffff || 1
  if (hashOf.size > 100_000) hashOf.clear()
  // A slice would keep the whole page alive behind the cached key.
  if (word.length <= 64) hashOf.set(Buffer.from(word, 'utf16le').toString('utf16le'), short)
  return short
}
