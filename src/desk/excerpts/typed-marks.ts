// In: words as a person typed them. Out: pieces, the marks of leaving out and putting in taken from between the words.
// Why: “…” and “[…]” that somebody typed are parts of an excerpt and never characters of it.

import type { Glued } from '../../domain/excerpt.ts'

export type TypedPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'elision'; readonly typed: string; readonly glued?: Glued }
  | { readonly kind: 'insertion'; readonly text: string; readonly typed: string; readonly glued?: Glued }

/** An editor's insertion is a word or a gloss, not a paragraph. */
const LONGEST_INSERTION = 500
const MARKS = new RegExp(
  String.raw`\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}|\[([^\[\]]{1,${LONGEST_INSERTION}})\]`,
  'gu',
)

/** Takes typed text apart. Nothing is lost: the pieces, with what they were typed as, are the text again. */
export function splitTyped(typed: string): TypedPiece[] {
  const pieces: TypedPiece[] = []
  let done = 0
  for (const match of typed.matchAll(MARKS)) {
    const [mark, inserted] = match
    if (inserted !== undefined && inserted.trim() === '') continue
    if (match.index > done) pieces.push({ kind: 'words', text: typed.slice(done, match.index) })
    done = match.index + mark.length
    const glued = gluedOf(typed, match.index, done)
    const where = glued === undefined ? {} : { glued }
    pieces.push(
      inserted === undefined
        ? { kind: 'elision', typed: mark, ...where }
        : { kind: 'insertion', text: inserted.trim(), typed: mark, ...where },
    )
  }
  if (done < typed.length) pieces.push({ kind: 'words', text: typed.slice(done) })
  return pieces
}

function gluedOf(typed: string, start: number, end: number): Glued | undefined {
  const left = start > 0 && !/\s/u.test(typed[start - 1] ?? '')
  const right = end < typed.length && !/\s/u.test(typed[end] ?? '')
  if (left && right) return 'both'
  return left ? 'left' : right ? 'right' : undefined
}
