// Words for comparing: how much of what was printed in one place was printed in another, whatever the marks and the case.

import type { Span } from '../../../domain/article.ts'

export type Word = Span & {
  /** Lower case, without diacritics, apostrophes alike. */
  readonly word: string
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'‘][\p{L}\p{M}]+)*/gu

/** The words of `text`, with their places in it. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    word: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Lower case, no diacritics; `don’t` and `don't` are one. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/gu, "'").toLowerCase()
}

/** Letters and digits only, lower case, no diacritics. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** British and American spelling of one word are the same word. */
export function sameButForSpelling(a: string, b: string): boolean {
  return a !== b && toAmerican(a) === toAmerican(b)
}

function toAmerican(word: string): string {
  return word
    .replace(/our(?=s?$|ed$|ing$|ite|able|ful|ly|hood)/u, 'or')
    .replace(/is(?=e[ds]?$|ing$|ation|er)/u, 'iz')
    .replace(/yse(?=[ds]?$)/u, 'yze')
    .replace(/tre(?=s?$)/u, 'ter')
    .replace(/ence(?=s?$)/u, 'ense')
    .replace(/ll(?=ed$|ing$|er)/u, 'l')
}
