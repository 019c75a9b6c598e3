// Where quotation marks do not pair, made readable: the words that the lone mark belongs to.

import type { Place } from '../check.ts'
import type { Passage } from './passages.ts'
import { pairMarks, type MarkProblem } from './quote-marks.ts'
import { sentenceAround } from './spans.ts'

/** Places of the marks of some kinds that do not pair, in passages taken one by one. */
export function problemPlaces(passages: readonly Passage[], kinds: readonly MarkProblem['kind'][]): Place[] {
  return passages.flatMap((passage) =>
    pairMarks(passage.prose)
      .problems.filter(({ kind }) => kinds.includes(kind))
      .slice(0, 200)
      .map((problem) => placeOfProblem(passage, problem)),
  )
}

/** From the mark on, where it opens; back to the mark before it or the sentence's start, where it closes. */
export function placeOfProblem({ start, prose }: Passage, { kind, index, mark }: MarkProblem): Place {
  const why = {
    unclosed: `${mark} is never closed.`,
    unopened: `${mark} closes what nothing opened.`,
    nested: `${mark} inside ${mark}.`,
    'wrong-way': `${mark} stands the wrong way round.`,
  }[kind]
  const after = wordsAfter(prose, index + 1, 30)
  if (kind !== 'unopened') return { start: start + index, end: start + after, why }
  const head = prose.slice(Math.max(0, index - 400), index)
  const previous = index - head.length + Math.max(head.lastIndexOf('”'), head.lastIndexOf('“'))
  const sentence = sentenceAround(prose, Math.max(0, index - 1)).start
  // The stray mark may be the one before: both are shown, unless they are far apart.
  const from = /[“”]/u.test(head) ? wordBefore(prose, previous) : sentence
  return { start: start + Math.max(0, from), end: start + after, why }
}

function wordsAfter(text: string, from: number, least: number): number {
  const space = text.slice(from + least, from + least + 30).indexOf(' ')
  return Math.min(text.length, from + least + Math.max(0, space))
}

function wordBefore(text: string, from: number): number {
  const head = text.slice(Math.max(0, from - 60), Math.max(0, from - 1))
  return from - 1 - head.length + Math.max(0, head.lastIndexOf(' ') + 1)
}
