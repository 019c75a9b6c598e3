import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { foldWord } from './parts/words.ts'

const speaks =
  'said|says|told|stated|stressed|added|announced|declared|explained|noted|affirmed|warned|continued|emphasized|emphasised|claimed|reiterated|concluded|asserted|recalled|insisted|assured|underlined|confirmed|reacted'
/** "…,” said Jane Roe": not "told Jane Roe", who then only listens. */
const speaksLast = speaks.replace('told|', '')
const office =
  'minister|president|spokesman|spokeswoman|spokesperson|ambassador|general|colonel|secretary|commander|governor|chief|premier|envoy|official|leader|mr|mrs|ms'

/** Whoever wrote the piece does not speak in it in the third person. */
export const authorIsQuotedOfficial: Check = {
  id: 'author-is-quoted-official',
  group: 'citation',
  severity: 'error',
  looksAt: 'The author of a citation, against the excerpt below it',
  why: 'The person printed as author is quoted in the piece: an official who speaks in it, not the one who wrote it.',
  mend: 'Take the name out of the citation, or print the true author.',
  example: {
    bad: {
      citation:
        'Jane Roe, “Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
      excerpt:
        'Harbor Minister Jane Roe said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'Harbor Minister Jane Roe said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) =>
    inSources(context, (source) => {
      const told = foldWord(source.excerpt.map(({ text }) => text).join(' ')).slice(0, 40_000)
      const speaker = source.authors.some((author) => isSpeaker(author, told))
      return speaker ? { at: placeOf(context, source, source.author) } : null
    }),
}

function isSpeaker(author: string, told: string): boolean {
  const words = foldWord(author).split(/\s+/u)
  const surname = words.at(-1) ?? ''
  if (words.length < 2 || !/^[\p{L}'-]{3,40}$/u.test(surname)) return false
  const name = surname.replace(/[-']/gu, '\\$&')
  // Another bearer of the surname ("Minister John Roe" for the author Jane Roe) says nothing of the author.
  const before = [...told.matchAll(new RegExp(`([\\p{L}'-]+)\\s${name}\\b`, 'gu'))].map(([, word = '']) => word)
  if (!before.some((word) => words.includes(word))) return false
  return new RegExp(
    `\\b${name}\\b[^.]{0,30}\\b(?:${speaks})\\b|\\b(?:${speaksLast})\\s(?:[\\p{L}-]+\\s){0,4}${name}\\b|\\b(?:${office})\\s(?:[\\p{L}'-]+\\s){0,2}${name}\\b`,
    'u',
  ).test(told)
}
