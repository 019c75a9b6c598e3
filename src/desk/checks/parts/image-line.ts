// The line of the image information that holds a field.

import type { Span } from '../../../domain/article.ts'
import type { CheckDocument } from '../check.ts'

/** Where `words` of the image information are printed; its line with that label, or its last line, when that cannot be told. */
export function imagePlace({ document, text }: CheckDocument, label: RegExp, words: string | null): Span | undefined {
  const lines = document.image?.lines ?? []
  const line = lines.find((one) => label.test(one.text)) ?? lines.at(-1)
  if (line === undefined || words === null || words === '') return line
  const index = text.slice(line.start, line.end).indexOf(words)
  return index < 0 ? line : { start: line.start + index, end: line.start + index + words.length }
}
