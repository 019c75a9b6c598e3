// In: a strip, and its printed form as a person changed it. Out: a text and a strip of its own, with the same marks.
// A mark that was typed becomes a part; those that stood there before stay what they were, and keep what they leave out.

import { isBlank, settle, type Mark, type Strip, type StripPart } from './strip.ts'
import { formerMarks, matchMarks, type TypedMark } from './match-marks.ts'
import { printStrip } from './strip-print.ts'
import { splitTyped } from './typed-marks.ts'

export type Written = { readonly text: string; readonly strip: Strip }

export function rewrite({ text, strip }: Written, typed: string): Written {
  if (typed === printStrip(text, strip)) return { text, strip }
  const former = matchMarks(formerMarks(text, strip), typed)
  let mark = -1
  let own = ''
  const parts: StripPart[] = []
  const addWords = (words: string): void => {
    const last = parts.at(-1)
    if (last?.kind === 'range') parts[parts.length - 1] = { ...last, end: last.end + words.length }
    else parts.push({ kind: 'range', start: own.length, end: own.length + words.length })
    own += words
  }
  for (const piece of splitTyped(typed)) {
    const was = piece.kind === 'words' ? undefined : former.get(++mark)?.part
    if (piece.kind === 'words') addWords(piece.text)
    else if (was === null) addWords(piece.typed)
    else {
      const hidden = hiddenBy(text, was ?? null, own)
      parts.push(markOf(piece, own.length, hidden))
      own += hidden
    }
  }
  return {
    text: own,
    strip: settle(
      own,
      parts.filter((part) => part.kind !== 'range' || !isBlank(own.slice(part.start, part.end))),
    ),
  }
}

/** What a mark leaves out, as words; marks within it are printed. */
function hiddenBy(text: string, mark: Mark | null, before: string): string {
  const words = mark === null ? '' : printStrip(text, mark.was)
  if (mark === null || words === '') return ''
  const isTight = mark.glued === 'left' || mark.glued === 'both' || /(?:^|\s)$/u.test(before)
  return isTight ? words : ` ${words}`
}

function markOf(piece: TypedMark, at: number, hidden: string): Mark {
  const was: Strip = hidden === '' ? [] : [{ kind: 'range', start: at, end: at + hidden.length }]
  const glued = piece.glued === undefined ? {} : { glued: piece.glued }
  return piece.kind === 'elision'
    ? { kind: 'elision', was, ...glued }
    : { kind: 'insertion', text: piece.text, was, ...glued }
}
