// In: a strip. Out: what can be stood on in it, one after the other: words, signs, marks; with the white space between them.

import { isTight, printPart } from './strip-print.ts'
import { wholeLetter, type Mark, type Place, type Span, type Strip } from './strip.ts'

export type Word = {
  readonly part: number
  readonly from: Place
  readonly to: Place
  readonly text: string
  /** What stands between it and the one before it. */
  readonly space: string
  readonly mark: Mark | null
}

/** @param cuts places where a word is taken apart: the ends of a selection that are within one */
export function listWords(text: string, strip: Strip, language: string | null, cuts: readonly Place[] = []): Word[] {
  const segmenter = openSegmenter(language)
  return strip.flatMap((part, index): Word[] => {
    const joined = isTight(strip[index - 1], part) ? '' : ' '
    if (part.kind !== 'range') {
      const [from, to] = [0, 1].map((at) => ({ part: index, at }))
      return from && to ? [{ part: index, from, to, text: printPart(text, part), space: joined, mark: part }] : []
    }
    const here = cuts.flatMap((cut) => (cut.part === index ? [cut.at] : []))
    return wordsIn(text, part, segmenter, here).map(({ start, end, space }, number) => ({
      part: index,
      from: { part: index, at: start },
      to: { part: index, at: end },
      text: text.slice(start, end),
      space: number === 0 ? joined : space,
      mark: null,
    }))
  })
}

function openSegmenter(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? 'und', { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' })
  }
}

function wordsIn(
  text: string,
  { start, end }: { start: number; end: number },
  segmenter: Intl.Segmenter,
  cuts: readonly number[],
) {
  const words: { start: number; end: number; space: string }[] = []
  let space = ''
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    if (segment.trim() === '') {
      space += segment
      continue
    }
    const borders = [
      start + index,
      ...cuts.filter((cut) => cut > start + index && cut < start + index + segment.length),
    ]
    for (const [number, border] of borders.entries())
      words.push({
        start: border,
        end: borders[number + 1] ?? start + index + segment.length,
        space: number === 0 ? space : '',
      })
    space = ''
  }
  return words
}

export type Picked = { readonly anchor: Place; readonly head: Place }

const isBefore = (a: Place, b: Place): boolean => a.part < b.part || (a.part === b.part && a.at < b.at)

/** From the earlier to the later of two places. */
export const spanOf = ({ anchor, head }: Picked): Span =>
  isBefore(head, anchor) ? { from: head, to: anchor } : { from: anchor, to: head }

export const isPicked = (word: Word, span: Span): boolean =>
  isBefore(word.from, span.to) && isBefore(span.from, word.to)

/** The word at the head of a selection. */
export function headOf(words: readonly Word[], picked: Picked | null): number {
  if (picked === null) return -1
  const { anchor, head } = picked
  const isBack = isBefore(head, anchor)
  return words.findIndex(({ from, to }) =>
    isBack ? !isBefore(head, from) && isBefore(head, to) : isBefore(from, head) && !isBefore(to, head),
  )
}

/** One word on or back: alone, or added to what is selected. */
export function step(words: readonly Word[], picked: Picked | null, by: 1 | -1, extends_: boolean): Picked | null {
  const at = headOf(words, picked)
  const next = words[at < 0 ? (by > 0 ? 0 : words.length - 1) : Math.min(words.length - 1, Math.max(0, at + by))]
  if (!next) return null
  return extends_ && picked ? reach(words, picked, next) : { anchor: next.from, head: next.to }
}

/** From where a selection began to a word, that word and the first one included. */
export function reach(words: readonly Word[], picked: Picked, to: Word): Picked {
  const first = words.find((word) => isPicked(word, beginOf(picked)))
  if (!first) return { anchor: to.from, head: to.to }
  return isBefore(to.from, first.from) ? { anchor: first.to, head: to.from } : { anchor: first.from, head: to.to }
}

/** A selection's first letter, whichever way it goes. */
function beginOf({ anchor, head }: Picked): Span {
  const near = { part: anchor.part, at: isBefore(head, anchor) ? anchor.at - 1 : anchor.at + 1 }
  return isBefore(head, anchor) ? { from: near, to: anchor } : { from: anchor, to: near }
}

/** The head of a selection one letter on or back, for parts of words. */
export function stepLetter(text: string, strip: Strip, picked: Picked, by: 1 | -1): Picked {
  const { head } = picked
  const part = strip[head.part]
  if (part?.kind !== 'range') return picked
  const letters = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const next = letters.segment(text.slice(head.at, head.at + 64)).containing(0)?.segment.length ?? 1
  const at = by > 0 ? head.at + next : wholeLetter(text, head.at - 1)
  return { ...picked, head: { part: head.part, at: Math.min(part.end, Math.max(part.start, at)) } }
}
