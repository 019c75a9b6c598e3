// In: a citation. Out: its words in one of three forms. Pure: the same records print the same words.
// What is not known is left out or said to be unknown. A title that only a machine has translated says so in every form.

import type { Citation, Excerpt } from '../../domain/excerpt.ts'
import { printDate } from './print-date.ts'
import { sentenceCase } from './sentence-case.ts'

export type CitationForm = 'digest' | 'chicago' | 'ics206'

export const citationForms: readonly CitationForm[] = ['digest', 'chicago', 'ics206']

/** A stretch of a citation, with the direction it is to be shown in. Joined, the stretches are the citation. */
export type PrintedPiece = { readonly text: string; readonly foreign: boolean }

export type UsedTranslation = Pick<NonNullable<Excerpt['translation']>, 'state' | 'by'> | null

/** The citation as it is stored and copied: without marks of direction. */
export function printCitation(citation: Citation, form: CitationForm, used: UsedTranslation = null): string {
  return printPieces(citation, form, used)
    .map(({ text }) => text)
    .join('')
}

/** The citation as it is shown: words of the original in isolates (U+2068 … U+2069), so that they do not reorder the rest. */
export function displayCitation(citation: Citation, form: CitationForm, used: UsedTranslation = null): string {
  return printPieces(citation, form, used)
    .map(({ text, foreign }) => (foreign ? `\u2068${text}\u2069` : text))
    .join('')
}

/** @param used the translation of the excerpt that is cited: ICS 206-01 asks to disclose by what it was made */
export function printPieces(citation: Citation, form: CitationForm, used: UsedTranslation = null): PrintedPiece[] {
  if (form === 'digest') return printDigest(citation)
  return form === 'chicago' ? printChicago(citation) : printIcs206(citation, used)
}

const plain = (text: string): PrintedPiece => ({ text, foreign: false })
const foreign = (text: string): PrintedPiece => ({ text, foreign: true })

/** `[Author,] “Original title (English title),” Outlet (descriptor), D Month YYYY. URL` */
function printDigest(citation: Citation): PrintedPiece[] {
  const { descriptor } = citation
  const english = englishTitle(citation, ' [machine translation]')
  const original = citation.titleOriginal
  const title: PrintedPiece[] =
    original === null && english === null
      ? [plain('no title, ')]
      : [
          plain('“'),
          ...(original === null ? [] : [foreign(nestQuotes(original))]),
          plain(original !== null && english !== null ? ` (${nestQuotes(english)})` : nestQuotes(english ?? '')),
          plain(',” '),
        ]
  return [
    ...authorsOf(citation),
    ...title,
    plain(citation.outlet),
    plain(descriptor === null ? ', ' : ` (${descriptor}), `),
    plain(`${printDate(citation.date) ?? 'n.d'}.`),
    ...addressOf(citation, ' '),
    ...(citation.archivedUrl === null ? [] : [plain(` Archived at ${citation.archivedUrl}`)]),
  ]
}

/** Notes style of the Chicago Manual, 17th edition, chapter 14: a note for a newspaper article on line. */
function printChicago(citation: Citation): PrintedPiece[] {
  const english = englishTitle(citation, '; machine translation')
  const original = citation.titleOriginal === null ? null : nestQuotes(sentenceCase(citation.titleOriginal))
  const date = printDate(citation.date)
  const hasAddress = isWebAddress(citation.url)
  const title: PrintedPiece[] = []
  if (original !== null && english !== null) title.push(plain('“'), foreign(original), plain(`” [${english}], `))
  else if (original !== null) title.push(plain('“'), foreign(original), plain(',” '))
  else if (english !== null) title.push(plain(`[${english}], `))
  const accessed = date === null ? [plain(`, accessed ${printDate(citation.accessed) ?? citation.accessed}`)] : []
  return [
    ...authorsOf(citation, { most: 3 }),
    ...title,
    plain(citation.outlet),
    ...(date === null ? [] : [plain(`, ${date}`)]),
    ...accessed,
    ...(hasAddress ? [plain(`, ${citation.url}`)] : []),
    ...(citation.archivedUrl === null ? [] : [plain(`, archived at ${citation.archivedUrl}`)]),
    plain('.'),
  ]
}

/** The elements that ICD 206 and ICS 206-01 ask of open sources, one after the other, those unknown said to be so. */
function printIcs206(citation: Citation, used: UsedTranslation): PrintedPiece[] {
  const { titleOriginal, titleEnglish, outletOriginal } = citation
  const fields: PrintedPiece[][] = [
    citation.authors.length > 0 ? [foreign(citation.authors.join(', '))] : [plain('Author not stated')],
    titleOriginal === null ? [plain('No title')] : [plain('“'), foreign(nestQuotes(titleOriginal)), plain('”')],
    ...(titleEnglish === null
      ? []
      : [[plain(`Title in English: “${nestQuotes(titleEnglish)}” (${stateWords(citation)})`)]]),
    outletOriginal === null || outletOriginal === citation.outlet
      ? [plain(citation.outlet)]
      : [plain(`${citation.outlet} (`), foreign(outletOriginal), plain(')')],
    [plain(`Source descriptor: ${citation.descriptor ?? 'none on file'}`)],
    [plain(`Published: ${printDate(citation.date) ?? 'date not stated'}`)],
    [plain(`Accessed: ${printDate(citation.accessed) ?? citation.accessed}`)],
    isWebAddress(citation.url) ? [plain(citation.url)] : [plain('No web address')],
    ...(used === null || used.state === 'none' ? [] : [[plain(usedWords(used))]]),
    [plain(citation.archivedUrl === null ? 'Copy preserved by the desk' : `Preserved copy: ${citation.archivedUrl}`)],
  ]
  return [...fields.flatMap((field, i) => (i === 0 ? field : [plain('; '), ...field])), plain('.')]
}

function authorsOf({ authors }: Citation, { most = Infinity }: { most?: number } = {}): PrintedPiece[] {
  const [first, ...others] = authors
  if (first === undefined) return []
  if (authors.length > most) return [foreign(first), plain(' et al., ')]
  const last = others.pop()
  if (last === undefined) return [foreign(first), plain(', ')]
  const comma = others.length > 0 ? ',' : ''
  const names = [first, ...others].flatMap((name, i) => (i === 0 ? [foreign(name)] : [plain(', '), foreign(name)]))
  return [...names, plain(`${comma} and `), foreign(last), plain(', ')]
}

function addressOf({ url }: Citation, before: string): PrintedPiece[] {
  return isWebAddress(url) ? [plain(before + url)] : []
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

function englishTitle({ titleEnglish, titleState }: Citation, machineWords: string): string | null {
  if (titleEnglish === null) return null
  return titleState === 'machine' ? `${titleEnglish}${machineWords}` : titleEnglish
}

function stateWords({ titleState }: Citation): string {
  if (titleState === 'human') return 'translated by a person'
  if (titleState === 'machine-reviewed') return 'machine translation, reviewed'
  return titleState === 'machine' ? 'machine translation, not reviewed' : 'translator not stated'
}

function usedWords({ state, by }: NonNullable<UsedTranslation>): string {
  if (state === 'human') return `Excerpt translated by ${by ?? 'a person who is not named'}`
  const tool = by ?? 'tool not stated'
  return `Excerpt translated by machine (${tool}), ${state === 'machine' ? 'not reviewed' : 'reviewed by a person'}`
}

/** A title as it stands in a citation: double quotation marks within double ones become single ones; «» and the like stay. */
function nestQuotes(title: string): string {
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
