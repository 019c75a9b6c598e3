// In: the languages of a translation, and the names on record. Out: what comparing its names needs, made ready once.

import { analyse } from '../../lib/analyse/analyse.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import type { Db } from '../../store/db.ts'
import { loadNameBook } from '../../store/search/load-name-book.ts'
import { LONGEST_NAME, type NameBook } from '../../store/search/name-book.ts'
import type { NamedAuthority, NameTools } from './name-reading.ts'

export async function openNames(db: Db, from: string): Promise<NameTools> {
  const book = await loadNameBook(db)
  return { findAuthorities: (sentence) => findAuthorities(book, sentence), pinyin: await openPinyin(from) }
}

/** For Chinese only, because its dictionary is loaded. */
export async function openPinyin(from: string | null): Promise<NameTools['pinyin']> {
  if (primaryOf(from ?? '') !== 'zh') return null
  const { looksPerson, looksPinyin, readPinyin } = await import('./pinyin-names.ts')
  return { read: readPinyin, looks: looksPinyin, looksPerson }
}

const LATIN = /^[\p{Script=Latin}\P{L}]+$/u
const SHORTEST = 3

/** The authorities that a sentence names, longest names first, each word in one only, with their names in Latin letters. */
export function findAuthorities(book: NameBook, sentence: string): NamedAuthority[] {
  const tokens = analyse(sentence)
  const found: NamedAuthority[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (let last = Math.min(tokens.length, at + LONGEST_NAME) - 1; last >= at; last--) {
      const [start, end] = [tokens[at]?.start ?? 0, tokens[last]?.end ?? 0]
      const words = sentence.slice(start, end)
      if (!canBeCertain(words, last === at)) continue
      const names = book.find(words, [tokens.slice(at, last + 1).map(({ token }) => token)])
      const targets = names.flatMap(({ by, text }) => (by === 'authority' && LATIN.test(text) ? [text] : []))
      // A single word must be printed as it is on record: other forms of it may be other words.
      const isPrinted = last > at || names.some(({ text }) => text.toLowerCase() === words.toLowerCase())
      if (targets.length === 0 || !isPrinted) continue
      found.push({ start, end, targets })
      at = last
      break
    }
  }
  return found
}

/** In Latin letters only names of two words are certain; in others one word will do. */
const canBeCertain = (words: string, isOne: boolean): boolean =>
  !isOne || (!LATIN.test(words) && words.length >= SHORTEST)
