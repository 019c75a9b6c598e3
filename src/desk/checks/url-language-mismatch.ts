import type { Check, CheckContext, Place } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { editionOf } from './parts/hosts.ts'
import { noteCitations } from './parts/note-citations.ts'

const small: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set('le la les des du une un dont ne et dans pour sur au aux est sont avec que qui ses leur'.split(' ')),
  es: new Set('el los las del una un que por con para su sus y en es al como'.split(' ')),
  pt: new Set('os as do da dos das uma um que por com para em no na ao'.split(' ')),
  de: new Set('der die das und den dem ein eine ist im mit für von zu auf'.split(' ')),
}
const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'be', 'bg', 'sr', 'kk', 'ky', 'tg', 'mn']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ps', 'ur', 'ug', 'ku']],
  [/\p{Script=Han}/u, ['zh', 'ja']],
]

/** What was read is what should be cited: the English edition is often another text. */
export const urlLanguageMismatch: Check = {
  id: 'url-language-mismatch',
  group: 'url',
  severity: 'information',
  looksAt: 'Addresses, against the language of the title',
  why: 'The address leads to an edition in another language than the title printed.',
  mend: 'Cite title and address of the edition that was read.',
  example: {
    bad: {
      citation:
        '“Новый паром в гавани (A new ferry in the harbor),” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://en.lindholm-post.example/new-ferry',
    },
    good: {
      citation:
        '“Новый паром в гавани (A new ferry in the harbor),” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://ru.lindholm-post.example/new-ferry',
    },
  },
  find: (context) => [...sources(context), ...notes(context)],
}

function sources(context: CheckContext): Place[] {
  return inSources(context, (source) => {
    const { titleOriginal, url } = source
    const languages = scripts.find(([script]) => script.test(titleOriginal ?? ''))?.[1]
    const edition = url === null ? null : editionOf(url)
    if (languages === undefined || edition === null || languages.includes(edition)) return null
    return {
      at: placeOf(context, source, source.urlAsPrinted ?? url),
      why: `The title is in another language than the “${edition}” edition.`,
    }
  })
}

function notes(context: CheckContext): Place[] {
  return noteCitations(context).flatMap(({ title, url, urlSpan }) => {
    if (url === null || urlSpan === null || /\p{L}/u.test(title.replace(/\p{Script=Latin}/gu, ''))) return []
    const slug = languageOfSlug(url)
    return slug === null || languageOfWords(title.toLowerCase().split(/[^\p{L}]+/u)) === slug
      ? []
      : [{ ...urlSpan, why: `The title is English, the address is in another language (${slug}).` }]
  })
}

function languageOfSlug(url: string): string | null {
  const last = url.split('/').filter(Boolean).at(-1) ?? ''
  return languageOfWords(last.toLowerCase().split(/[^\p{L}]+/u))
}

/** The language whose small words stand in it at least twice. */
function languageOfWords(words: readonly string[]): string | null {
  const counts = Object.entries(small).map(
    ([language, list]) => [language, words.filter((word) => list.has(word)).length] as const,
  )
  const [best] = counts.sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] >= 2 ? best[0] : null
}
