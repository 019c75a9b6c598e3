// What the forms of a citation have in common: stretches of text, names, titles, addresses.

import type { Citation, Excerpt } from '../../domain/excerpt.ts'

/** A stretch of a citation, with the direction it is to be shown in. Joined, the stretches are the citation. */
export type PrintedPiece = {
  readonly text: string
  /** In words of the page, which may run the other way. */
  readonly foreign: boolean
  /** BCP 47, where it is known. */
  readonly lang?: string
  /** What it leads to: the page, or the preserved copy. */
  readonly link?: 'page' | 'copy'
}

export type UsedTranslation = Pick<NonNullable<Excerpt['translation']>, 'state' | 'by'> | null

export const plain = (text: string): PrintedPiece => ({ text, foreign: false })
export const foreign = (text: string, lang: string | null = null): PrintedPiece =>
  lang === null ? { text, foreign: true } : { text, foreign: true, lang }

export function authorsOf({ authors }: Citation, { most = Infinity }: { most?: number } = {}): PrintedPiece[] {
  const [first, ...others] = authors
  if (first === undefined) return []
  if (authors.length > most) return [foreign(first), plain(' et al., ')]
  const last = others.pop()
  if (last === undefined) return [foreign(first), plain(', ')]
  const comma = others.length > 0 ? ',' : ''
  return [
    foreign(first),
    ...others.flatMap((name) => [plain(', '), foreign(name)]),
    plain(`${comma} and `),
    foreign(last),
    plain(', '),
  ]
}

/** The original title with its language. */
export function originalTitle(citation: Citation, shape: (title: string) => string = nestQuotes): PrintedPiece[] {
  return citation.titleOriginal === null ? [] : [foreign(shape(citation.titleOriginal), citation.language)]
}

/** The address of the page; none for a file that was handed in. */
export function addressOf({ url }: Citation, before: string): PrintedPiece[] {
  return isWebAddress(url) ? [plain(before), { text: url, foreign: false, link: 'page' }] : []
}

export function copyOf({ archivedUrl }: Citation, before: string): PrintedPiece[] {
  return archivedUrl === null ? [] : [plain(before), { text: archivedUrl, foreign: false, link: 'copy' }]
}

export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

export function englishTitle({ titleEnglish, titleState }: Citation, machineWords: string): string | null {
  if (titleEnglish === null) return null
  return titleState === 'machine' ? `${titleEnglish}${machineWords}` : titleEnglish
}

/** A title as it stands in a citation: double quotation marks within double ones become single ones; «» and the like stay. */
export function nestQuotes(title: string): string {
  return (
    title
      .replaceAll('“', '‘')
      .replaceAll('”', '’')
      .replace(/(^|[\s([{—–-])"/gu, '$1‘')
      .replaceAll('"', '’')
      // The comma that ends a title takes the place of a full stop; other ends of a sentence stay before it.
      .replace(/(?<!\.)[.,،。]$/u, '')
  )
}
