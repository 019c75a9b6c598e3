// What reading a file gives: a text with what is worth knowing of it, or why there is none.

import { hash } from 'node:crypto'
import { countOf } from '../../lib/count-of.ts'

export type InputText = {
  readonly kind: 'text'
  /** Name of the file, and for a page within an archive its address after it. */
  readonly file: string
  readonly text: string
  readonly charset: string
  /** SHA-256 of the bytes that the text was read from, hex, and their number. */
  readonly digest: string
  readonly size: number
  /** Sentences: macros left out, letters that could not be read, pages read by machine. */
  readonly notes: readonly string[]
}

export type InputProblem = { readonly kind: 'problem'; readonly file: string; readonly reason: string }

/** What is said of a text beside its words. */
export type TextFacts = Pick<InputText, 'charset' | 'notes'>

/** A text of these bytes. Zero bytes say nothing and are taken out. */
export function inputText(file: string, bytes: Uint8Array, text: string, facts: TextFacts): InputText {
  const words = text.replaceAll('\0', '')
  const lost = text.length - words.length
  const notes =
    lost > 0 ? [...facts.notes, `${countOf(lost, 'zero byte')} ${lost === 1 ? 'was' : 'were'} left out.`] : facts.notes
  return {
    kind: 'text',
    file,
    text: words,
    charset: facts.charset,
    notes,
    digest: hash('sha256', bytes, 'hex'),
    size: bytes.length,
  }
}
