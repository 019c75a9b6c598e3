import type { IndexEntry } from '../../domain/article.ts'
import { editDistance } from '../../lib/edit-distance.ts'
import type { Check, CheckContext, Place } from './check.ts'
import { allReferences } from './parts/cross-references.ts'
import { onceForRun } from './parts/once-for-run.ts'
import { foldLetters } from './parts/words.ts'

/** An author spelt twice is two authors to every list made from the index. */
export const indexAuthorDefect: Check = {
  id: 'index-author-defect',
  group: 'names',
  severity: 'warning',
  looksAt: 'Authors in the rows of an index, against each other and against references',
  why: 'The author is misspelt or malformed.',
  mend: 'Join the name with the one that is meant.',
  example: {
    bad: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Harbor Opens a School for Pilots (JAne Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n',
    },
    good: {
      text: 'Legacy Articles On Ferries\n\n2023-06-01 Harbor Opens a School for Pilots (Jane Roe)\n2023-05-01 Ferries Carry More Sheep Than Men (John Doe)\n2023-04-01 Lindholm Buys Two Ferries (Jane Roe)\n',
    },
  },
  find: (context) => {
    const names = authorsOf(context.all)
    return context.document.entries.flatMap((row) => {
      const printed = context.text.slice(row.start, row.end)
      const open = printed.lastIndexOf('(')
      if (open >= 0 && !printed.includes(')', open))
        return [
          {
            start: row.start + open,
            end: row.end,
            why: 'The list of authors is never closed.',
            fix: `${printed.slice(open)})`,
          },
        ]
      return row.authors.flatMap((author) => judge(author, row, names, context))
    })
  },
}

function judge(author: string, row: IndexEntry, names: ReadonlyMap<string, number>, { text }: CheckContext): Place[] {
  const index = text.slice(row.start, row.end).lastIndexOf(author)
  if (index < 0) return []
  const place = { start: row.start + index, end: row.start + index + author.length }
  const cased = author.replace(
    /\b\p{Lu}\p{Lu}(?=\p{Ll})/gu,
    ([first = '', second = '']) => first + second.toLowerCase(),
  )
  if (cased !== author) return [{ ...place, why: 'Two capitals begin the name.', fix: cased }]
  const count = names.get(author) ?? 0
  for (const [other, times] of names) {
    if (other === author) continue
    if (isInitialed(author, other)) return [{ ...place, why: `Elsewhere: ${other}.` }]
    const near = editDistance(foldLetters(author), foldLetters(other), 1) === 1
    // Of two spellings the rarer is doubted, then the shorter: letters are dropped more often than added.
    if (near && (times > count || (times === count && other.length > author.length)))
      return [{ ...place, why: `Elsewhere: ${other}.`, fix: other }]
  }
  return []
}

/** "Ryan Berg" where others write "Ryan C. Berg". */
function isInitialed(author: string, other: string): boolean {
  return other !== author && other.replace(/\s\p{Lu}\.(?=\s)/gu, '') === author
}

const authorsOf = onceForRun((all): ReadonlyMap<string, number> => {
  const names = new Map<string, number>()
  const add = (name: string) => names.set(name, (names.get(name) ?? 0) + 1)
  for (const { document, text } of all) {
    for (const { authors } of document.entries) authors.forEach(add)
    for (const { paragraphs } of document.notes)
      for (const { start, end } of paragraphs)
        for (const [, name = ''] of text
          .slice(start, end)
          .matchAll(/(?:[Ss]ee:?|;|and|,)\s(\p{Lu}\p{Ll}+\s\p{Lu}\.\s\p{Lu}\p{Ll}+)(?=,\s“|\sand\s)/gu))
          add(name)
  }
  for (const { author } of allReferences(all)) if (author !== null) add(author)
  return names
})
