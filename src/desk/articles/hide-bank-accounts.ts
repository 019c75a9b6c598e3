// A repost stands among the furniture of somebody's site, and that may hold a bank account: a private person's, now and then.
// It is nobody's evidence. Its letters and digits are covered before anything is kept; every place in the text stays.

import type { ArticlePrint, Printed, Span } from '../../domain/article.ts'
import { countOf } from '../../lib/count-of.ts'

/** International Bank Account Numbers (ISO 13616), with or without blanks between their groups. */
const account = /\b[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,4})?\b/g

type Kept = {
  readonly text: string
  readonly documents: readonly ArticlePrint[]
  readonly leftOver: readonly Printed[]
  readonly notes?: readonly string[]
}

/** The same file with account numbers outside the articles' own text covered by “•”, one for each letter, and a note of how many. */
export function hideBankAccounts<File extends Kept>(file: File): File {
  const furniture: Span[] = [
    ...file.leftOver,
    ...file.documents.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'chrome')),
  ]
  const found = furniture.flatMap((span) =>
    Array.from(file.text.slice(span.start, span.end).matchAll(account), (match) => ({
      start: span.start + match.index,
      length: match[0].length,
    })),
  )
  if (found.length === 0) return file
  let text = file.text
  for (const { start, length } of found) text = text.slice(0, start) + '•'.repeat(length) + text.slice(start + length)
  const leftOver = file.leftOver.map((line) => ({
    ...line,
    text: line.text.replace(account, (one) => '•'.repeat(one.length)),
  }))
  const note = `${countOf(found.length, 'bank account number')} of the site around the text ${found.length === 1 ? 'is' : 'are'} covered in what is kept.`
  return { ...file, text, leftOver, notes: [...(file.notes ?? []), note] }
}
