// Making a place readable: a finding of two characters says nothing, the words around it do.

import type { Span } from '../../../domain/article.ts'

const isWord = /[\p{L}\p{N}\p{M}]/u

/** `span` with `words` more words on either side, whole words only, within the line. */
export function widen(text: string, span: Span, words = 1): Span {
  return { start: backWords(text, span.start, words), end: onWords(text, span.end, words) }
}

function backWords(text: string, from: number, words: number): number {
  let at = from
  for (let left = words; at > 0 && text.charAt(at - 1) !== '\n'; at -= 1) {
    const starts = !isWord.test(text.charAt(at - 1)) && isWord.test(text.charAt(at)) && at < from
    if (starts) left -= 1
    if (left <= 0) break
    if (from - at > 80) break
  }
  return at
}

function onWords(text: string, from: number, words: number): number {
  let at = from
  for (let left = words; at < text.length && text.charAt(at) !== '\n'; at += 1) {
    const ends = !isWord.test(text.charAt(at)) && isWord.test(text.charAt(at - 1)) && at > from
    if (ends) left -= 1
    if (left <= 0) break
    if (at - from > 80) break
  }
  return at
}

/** The sentence around an offset within `text`, cut at `most` characters on either side. */
export function sentenceAround(text: string, offset: number, most = 300): Span {
  const before = text.slice(Math.max(0, offset - most), offset)
  const after = text.slice(offset, offset + most)
  const ends = [...before.matchAll(/[.?!…][”’"]?\s+(?=[\p{Lu}“‘"])|\n/gu)].at(-1)
  const start = offset - before.length + (ends ? ends.index + ends[0].length : 0)
  const stop = /[.?!…][”’"]?(?=\s+[\p{Lu}“‘"]|\s*$)|\n/u.exec(after)
  return { start, end: stop ? offset + stop.index + stop[0].length : offset + after.length }
}
