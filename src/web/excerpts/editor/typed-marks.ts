// In: words as a person typed or pasted them. Out: pieces, the marks of leaving out and putting in taken from between them.
// The desk reads typed words by the same rule (a test holds both to it); here a person sees at once what becomes a part.

export type TypedPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'elision'; readonly typed: string; readonly glued?: 'left' | 'right' | 'both' }
  | {
      readonly kind: 'insertion'
      readonly text: string
      readonly typed: string
      readonly glued?: 'left' | 'right' | 'both'
    }

const MARKS = /\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}|\[([^[\]]{1,500})\]/gu

/** Nothing is lost: the pieces, with what they were typed as, are the text again. */
export function splitTyped(typed: string): TypedPiece[] {
  const pieces: TypedPiece[] = []
  let done = 0
  for (const match of typed.matchAll(MARKS)) {
    const [mark, inserted] = match
    if (inserted !== undefined && inserted.trim() === '') continue
    if (match.index > done) pieces.push({ kind: 'words', text: typed.slice(done, match.index) })
    done = match.index + mark.length
    const where = glueAround(typed, match.index, done)
    pieces.push(
      inserted === undefined
        ? { kind: 'elision', typed: mark, ...where }
        : { kind: 'insertion', text: inserted.trim(), typed: mark, ...where },
    )
  }
  if (done < typed.length) pieces.push({ kind: 'words', text: typed.slice(done) })
  return pieces
}

function glueAround(typed: string, start: number, end: number): { glued?: 'left' | 'right' | 'both' } {
  const left = start > 0 && !/\s/u.test(typed[start - 1] ?? '')
  const right = end < typed.length && !/\s/u.test(typed[end] ?? '')
  if (left && right) return { glued: 'both' }
  return left ? { glued: 'left' } : right ? { glued: 'right' } : {}
}
