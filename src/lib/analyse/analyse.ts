// In: text of any language. Out: the tokens it is found by, with their place in the text as it was.
// The same function reads documents and queries, so that they meet. Tokens hold letters, marks and digits only,
// never anything a search engine could take for syntax.

import { APOSTROPHE, INVISIBLE, MARK, UNSPACED, classAt, classOfUnit, startsWord, widthAt } from './letter-class.ts'
import { foldWord } from './fold-letters.ts'
import { segmentRun } from './segment-run.ts'
import { stemWord } from './stem-word.ts'
import { LONGEST_KEPT, recallToken, rememberToken, slotOf } from './token-cache.ts'
import { familyAt, joinsLetters, passApostrophe, skipPossessive } from './word-joints.ts'

/** One searchable word. `start` and `end` are UTF-16 offsets into the text given, so that `text.slice(start, end)` is the word as printed. */
export type Token = { readonly token: string; readonly start: number; readonly end: number }

/** Raise when a token can come out differently than before: indexes made with another version must be made anew. */
export const ANALYSER_VERSION = 1

/** Longer words are cut: nobody searches for them, and they are mostly not words. */
const LONGEST_TOKEN = 64
/** With this many letters and marks before folding. */
const LONGEST_READ = 512

/** Every token of the text, in order. Costs about as much as reading it; never throws. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = []
  scanWords(text, (token, start, end) => void tokens.push({ token, start, end }))
  return tokens
}

/** The tokens alone, separated by single spaces: what an index is given. */
export function tokenStream(text: string): string {
  const tokens: string[] = []
  scanWords(text, (token) => void tokens.push(token))
  return tokens.join(' ')
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
  for (const to of wordEnds(run)) {
    emitWord(text, start + from, start + to, emit)
    from = to
  }
  return end
}

const separateVoicing = /[\uff65-\uff9f]|\u3099|\u309a/

/** The dictionary only knows composed kana: ｶﾞ is cut as ガ, and the borders are carried back to the text as it was. */
function wordEnds(run: string): number[] {
  if (!separateVoicing.test(run)) return segmentRun(run)
  let composed = ''
  const endAt: number[] = []
  let at = 0
  for (const [letter] of run.matchAll(/[^](?:\uff9e|\uff9f|\u3099|\u309a)*/gu)) {
    at += letter.length
    composed += letter.normalize('NFKC')
    while (endAt.length < composed.length) endAt.push(at)
  }
  return segmentRun(composed).map((end) => endAt[end - 1] ?? run.length)
}

/** Code unit → 1 + the family in whose words it is an ordinary letter; 0 = not known, look closer. */
const familyInside = new Uint8Array(0x10000)

function scanWord(text: string, start: number, emit: Emit): number {
  let end = start
  let wordStart = start
  const family = familyAt(text, start)
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (familyInside[unit] === family + 1) {
      end += 1
      continue
    }
    const kind = classAt(text, end)
    if (startsWord(kind)) {
      if (familyAt(text, end) !== family) break
      if (classOfUnit(unit) === kind) familyInside[unit] = family + 1
    } else if (kind === APOSTROPHE) {
      const step = passApostrophe(text, wordStart, end)
      if (step === 'stop') break
      if (step === 'elision') wordStart = end + 1
    } else if (kind !== MARK && kind !== INVISIBLE && !joinsLetters(text, wordStart, end)) break
    end += widthAt(text, end)
  }
  let wordEnd = end
  while (wordEnd > wordStart && classOfUnit(text.charCodeAt(wordEnd - 1)) === INVISIBLE) wordEnd -= 1
  if (wordEnd > wordStart) emitWord(text, wordStart, wordEnd, emit)
  return skipPossessive(text, end)
}

function emitWord(text: string, start: number, end: number, emit: Emit): void {
  const token = tokenOf(text, start, end)
  if (token !== '') emit(token, start, end)
}

function tokenOf(text: string, start: number, end: number): string {
  if (end - start > LONGEST_KEPT) return makeToken(text.slice(start, Math.min(end, start + LONGEST_READ)))
  const slot = slotOf(text, start, end)
  const known = recallToken(slot, text, start, end)
  if (known !== undefined) return known
  const word = text.slice(start, end)
  const token = makeToken(word)
  rememberToken(slot, word, token)
  return token
}

function makeToken(word: string): string {
  return cutToken(stemWord(cutToken(foldWord(word))))
}

/** Never ends between the halves of a surrogate pair. */
function cutToken(token: string): string {
  if (token.length <= LONGEST_TOKEN) return token
  const isSplit = /[\ud800-\udbff]/.test(token.charAt(LONGEST_TOKEN - 1))
  return token.slice(0, isSplit ? LONGEST_TOKEN - 1 : LONGEST_TOKEN)
}
