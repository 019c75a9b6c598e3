// Notes of the Chicago Manual of Style, 17th edition, chapter 14: newspapers on line, posts (14.209), and the short form
// in which a work is cited again (14.30 to 14.33).

import type { Citation } from '../../domain/excerpt.ts'
import {
  addressOf,
  authorsOf,
  copyOf,
  englishTitle,
  foreign,
  nestQuotes,
  originalTitle,
  plain,
  type PrintedPiece,
} from './citation-pieces.ts'
import { printDate } from './print-date.ts'
import { sentenceCase } from './sentence-case.ts'

export function printChicago(citation: Citation): PrintedPiece[] {
  const { outlet, republisher, post } = citation
  const date = printDate(citation.date)
  const container = post ? post.platform : outlet
  const parts: PrintedPiece[][] = [
    ...(container === '' ? [] : [[plain(container)]]),
    ...(date === null ? [[plain(`accessed ${printDate(citation.accessed) ?? citation.accessed}`)]] : [[plain(date)]]),
    ...(republisher === null ? [] : [[plain(`republished by ${republisher}`)]]),
    ...[addressOf(citation, ''), copyOf(citation, 'archived at ')].filter((part) => part.length > 0),
  ]
  return [
    ...speakersOf(citation),
    ...titleOf(citation),
    ...parts.flatMap((part, at) => (at === 0 ? part : [plain(', '), ...part])),
    plain('.'),
  ]
}

/** Of a post the account is named where an author would be. */
function speakersOf(citation: Citation): PrintedPiece[] {
  const { post, outlet, authors } = citation
  if (!post) return authorsOf(citation, { most: 3 })
  const name = authors.length > 0 ? authors.join(', ') : outlet
  const account = post.account
  if (name === '' && account === null) return []
  return name === '' || account === null
    ? [foreign(name || (account ?? '')), plain(', ')]
    : [foreign(name), plain(` (${account}), `)]
}

function titleOf(citation: Citation): PrintedPiece[] {
  const english = englishTitle(citation, '; machine translation')
  const original = originalTitle(citation, (title) => nestQuotes(sentenceCase(title)))
  if (original.length > 0)
    return english === null
      ? [plain('“'), ...original, plain(',” ')]
      : [plain('“'), ...original, plain(`” [${english}], `)]
  if (english !== null) return [plain(`[${english}], `)]
  const words = citation.post?.words ?? null
  return words === null ? [] : [plain('“'), foreign(nestQuotes(words), citation.language), plain(',” ')]
}

/** A work that was cited in full before: who, and the title cut down to its first words. */
export function printShortChicago(citation: Citation): PrintedPiece[] {
  const { authors, outlet, post, titleOriginal, titleEnglish } = citation
  const names = authors.slice(0, 3).map(familyName)
  const last = names.pop()
  const who =
    last === undefined
      ? outlet || (post?.account ?? '')
      : authors.length > 3
        ? `${familyName(authors[0] ?? '')} et al.`
        : names.length === 0
          ? last
          : `${names.join(', ')}${names.length > 1 ? ',' : ''} and ${last}`
  const title = titleOriginal ?? titleEnglish ?? post?.words ?? null
  if (title === null) return [foreign(who), plain(`, ${printDate(citation.date) ?? 'undated'}.`)]
  const isOriginal = title !== titleEnglish
  const short = nestQuotes(shortTitle(isOriginal ? sentenceCase(title) : title))
  return [
    ...(who === '' ? [] : [foreign(who), plain(', ')]),
    plain('“'),
    isOriginal ? foreign(short, citation.language) : plain(short),
    plain(/[?!？！؟…]$/u.test(short) ? '”' : '.”'),
  ]
}

/** Names in Latin and Cyrillic letters end with that of the family; of others the order is not known, and they stay whole. */
function familyName(name: string): string {
  const [plainName = name] = name.split(',')
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\s.'’-]+$/u.test(plainName)) return plainName
  return plainName.trim().split(/\s+/u).at(-1) ?? plainName
}

/** A short title has at most this many words. */
const SHORT_WORDS = 4
/** Words that no title ends with. */
const SMALL =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|by|with|from|as|de|du|des|la|le|les|un|une|et|en|au|aux|à|el|los|las|y|del|da|do|e|em|o|os|в|на|с|и|о|об|из|к|по|за|для|от|في|من|على|إلى|عن|در|از|به|و|که)$/iu

function shortTitle(title: string): string {
  const [main = title] = title.split(/(?<=\p{L}{2}[»”’"]?)\s*[:：]\s|\s[–—]\s|[?؟？](?=\s)/u)
  const words = main.trim().split(/\s+/u)
  if (words.length <= SHORT_WORDS) return main.trim()
  const first = words.slice(0, SHORT_WORDS)
  while (first.length > 1 && SMALL.test(first.at(-1) ?? '')) first.pop()
  return balanced(first.join(' ').replace(/[,;،؛]$/u, ''))
}

const PAIRS = ['“”', '‘’', '«»', '()', '[]', '„“', '「」', '《》']

/** A quotation or bracket that a cut left open is left out. */
function balanced(text: string): string {
  return PAIRS.reduce((rest, [open = '', close = '']) => {
    const isOpen = rest.split(open).length > rest.split(close).length
    return isOpen ? rest.replace(open, '') : rest
  }, text)
}
