import type { Check, CheckContext } from './check.ts'
import { citationText } from './parts/citation-places.ts'
import { noteCitations } from './parts/note-citations.ts'
import { wordsOf } from './parts/words.ts'

/** Where the address was wrapped at a hyphen, the hyphen went with the line's end. */
export const urlLostHyphen: Check = {
  id: 'url-lost-hyphen',
  group: 'url',
  severity: 'warning',
  looksAt: 'Addresses that repeat the title',
  why: 'Two words of the title are one in the address: a hyphen was lost.',
  mend: 'Put the hyphen back, and open the address once.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-lineopens-in-lindholm/',
    },
    good: {},
  },
  find: (context) =>
    titled(context).flatMap(({ title, url, from }) => {
      const words = wordsOf(title.replace(/[’']/gu, '')).map(({ word }) => word)
      return [...url.replace(/^\w+:\/\/[^/]+/u, '').matchAll(/(?<=[-/])[\p{L}\p{N}]{7,60}(?=[-/.?]|$)/gu)].flatMap(
        ({ 0: token }) => {
          const index = context.text.indexOf(token, from)
          return isTwo(token.toLowerCase(), words, title) && index >= 0
            ? [{ start: index, end: index + token.length }]
            : []
        },
      )
    }),
}

type Titled = { readonly title: string; readonly url: string; readonly from: number }

function titled(context: CheckContext): Titled[] {
  const notes = noteCitations(context).flatMap(({ title, url, span }) =>
    url === null ? [] : [{ title, url, from: span.end }],
  )
  const sources = context.document.sources.flatMap((source) => {
    const [first] = source.citation
    return source.url === null || first === undefined
      ? []
      : [{ title: citationText(context, source).split('http')[0] ?? '', url: source.url, from: first.start }]
  })
  return [...notes, ...sources]
}

/** Two words of the title, at most one small word apart, that the title itself does not hyphenate or write as one. */
function isTwo(token: string, words: readonly string[], title: string): boolean {
  if (words.includes(token)) return false
  return words.some((word, index) => {
    if (word.length < 3 || !token.startsWith(word)) return false
    const rest = token.slice(word.length)
    const follows = rest === words[index + 1] || (rest === words[index + 2] && (words[index + 1]?.length ?? 9) <= 4)
    return rest.length >= 3 && follows && !title.toLowerCase().includes(`${word}-${rest}`)
  })
}
