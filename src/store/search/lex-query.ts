// In: a query as typed. Out: its pieces with their places. Forgiving in what people paste: all quotation marks of
// the world make a phrase, all spaces separate.

import type { QueryProblem } from './query.ts'

export type Piece = {
  /** `minus` stands directly before what it excludes; `field` directly before its value. */
  readonly kind: 'open' | 'close' | 'or' | 'and' | 'minus' | 'field' | 'word' | 'phrase'
  /** The words, without quotation marks and without the star; the field's name in lower case. */
  readonly text: string
  /** A star followed. */
  readonly isPrefix: boolean
  readonly start: number
  readonly end: number
}

const closings: Readonly<Record<string, string>> = {
  '"': '"',
  '«': '»',
  '»': '«',
  '“': '”',
  '„': '“”',
  '”': '”',
  '‟': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '＂': '＂',
  '‹': '›',
}
const stops = /[\s()（）"«“„”‟「『《＂‹]/u
/** «Mali: junta speaks», pasted, is no filter, nor is an address. */
const fieldName = /^(?:(lang|outlet|site|before|after)|([a-z][a-z_]*)(?=:\S)):(?!\/\/)/i

/** Takes a query apart. Unclosed quotation marks are the only thing it can stumble over. */
export function lexQuery(text: string): { pieces: Piece[]; problems: QueryProblem[] } {
  const pieces: Piece[] = []
  const problems: QueryProblem[] = []
  let at = 0
  while (at < text.length) {
    const piece = pieceAt(text, at)
    if (piece === null) {
      at += 1
    } else if ('message' in piece) {
      problems.push(piece)
      at = text.length
    } else {
      pieces.push(piece)
      at = piece.end
    }
  }
  return { pieces, problems }
}

function pieceAt(text: string, at: number): Piece | QueryProblem | null {
  const letter = text.charAt(at)
  const single = (kind: Piece['kind']): Piece => ({ kind, text: letter, isPrefix: false, start: at, end: at + 1 })
  if (/\s/u.test(letter)) return null
  if (letter === '(' || letter === '（') return single('open')
  if (letter === ')' || letter === '）') return single('close')
  const closing = closings[letter]
  if (closing) return phraseAt(text, at, closing)
  if (letter === '-') return isMinus(text, at) ? single('minus') : null
  return wordAt(text, at)
}

/** A minus excludes when something follows at once and nothing stands directly before it. */
function isMinus(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  return !/^$|\s|-/u.test(text.charAt(at + 1)) && (at === 0 || /[\s(（]/u.test(before))
}

function phraseAt(text: string, start: number, closing: string): Piece | QueryProblem {
  let end = start + 1
  while (end < text.length && !closing.includes(text.charAt(end))) end += 1
  if (end >= text.length) {
    const message = `The quotation mark ${text.charAt(start)} is not closed, so it is not clear where the phrase ends. Put ${closing.charAt(0)} behind its last word.`
    return { start, end: text.length, message }
  }
  const isPrefix = text.charAt(end + 1) === '*'
  return { kind: 'phrase', text: text.slice(start + 1, end), isPrefix, start, end: end + (isPrefix ? 2 : 1) }
}

function wordAt(text: string, start: number): Piece {
  const [, known, unknown] = fieldName.exec(text.slice(start, start + 32)) ?? []
  const field = known ?? unknown
  if (field) return { kind: 'field', text: field.toLowerCase(), isPrefix: false, start, end: start + field.length + 1 }
  let end = start + 1
  while (end < text.length && !stops.test(text.charAt(end))) end += 1
  const raw = text.slice(start, end)
  const kind = raw === 'OR' ? 'or' : raw === 'AND' ? 'and' : raw === 'NOT' ? 'minus' : 'word'
  const isPrefix = raw.length > 1 && raw.endsWith('*')
  return { kind, text: isPrefix ? raw.slice(0, -1) : raw, isPrefix, start, end }
}
