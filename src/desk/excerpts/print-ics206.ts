// The elements that ICD 206 and ICS 206-01 ask of open sources, one after the other, those unknown said to be so: for posts
// also platform, account and number; who republished it; the preserved copy; and which tool translated what is used of it.

import type { Citation } from '../../domain/excerpt.ts'
import {
  copyOf,
  foreign,
  isWebAddress,
  nestQuotes,
  originalTitle,
  plain,
  type PrintedPiece,
  type UsedTranslation,
} from './citation-pieces.ts'
import { printDate } from './print-date.ts'

/** @param used the translation of the excerpt that is cited */
export function printIcs206(citation: Citation, used: UsedTranslation): PrintedPiece[] {
  const { titleEnglish, authors, url, republisher } = citation
  return join([
    authors.length > 0 ? [foreign(authors.join(', '))] : [plain('Author not stated')],
    titleOf(citation),
    ...(titleEnglish === null
      ? []
      : [[plain(`Title in English: “${nestQuotes(titleEnglish)}” (${stateWords(citation)})`)]]),
    publisherOf(citation),
    ...postOf(citation),
    [plain(`Source descriptor: ${citation.descriptor ?? 'none on file'}`)],
    dateOf(citation),
    ...(republisher === null ? [] : [[plain(`Republished by: ${republisher}`)]]),
    [plain(`Accessed: ${printDate(citation.accessed) ?? citation.accessed}`)],
    isWebAddress(url) ? [{ text: url, foreign: false, link: 'page' as const }] : [plain('No web address')],
    ...usedOf(used),
    copyLine(citation),
  ])
}

/** A source that was cited in full before it. @param number of the source above */
export function printShortIcs206(citation: Citation, number: number, used: UsedTranslation): PrintedPiece[] {
  const title = citation.titleOriginal === null ? [] : [titleOf(citation)]
  return join([[plain(`Source ${number} above`)], ...title, publisherOf(citation), ...usedOf(used)])
}

function join(fields: readonly (readonly PrintedPiece[])[]): PrintedPiece[] {
  return [...fields.flatMap((field, at) => (at === 0 ? field : [plain('; '), ...field])), plain('.')]
}

function titleOf(citation: Citation): PrintedPiece[] {
  const title = originalTitle(citation)
  return title.length === 0 ? [plain('No title')] : [plain('“'), ...title, plain('”')]
}

function publisherOf({ outlet, outletOriginal }: Citation): PrintedPiece[] {
  if (outlet === '') return [plain('Outlet not stated')]
  if (outletOriginal === null || outletOriginal === outlet) return [plain(outlet)]
  return [plain(`${outlet} (`), foreign(outletOriginal), plain(')')]
}

function postOf({ post }: Citation): PrintedPiece[][] {
  if (!post) return []
  return [
    [plain(`Platform: ${post.platform}`)],
    post.account === null ? [plain('Account not stated')] : [plain('Account: '), foreign(post.account)],
    [plain(`Post: ${post.id}`)],
  ]
}

const calendars: Readonly<Record<string, string>> = {
  persian: 'Persian calendar',
  islamic: 'Islamic calendar',
  buddhist: 'Buddhist calendar',
  japanese: 'Japanese calendar',
  roc: 'calendar of the Republic of China',
  ethiopic: 'Ethiopian calendar',
}

function dateOf({ date, printedDate }: Citation): PrintedPiece[] {
  const published = plain(`Published: ${printDate(date) ?? 'date not stated'}`)
  if (!printedDate) return [published]
  const { literal, calendar } = printedDate
  return [
    published,
    plain(' (printed as '),
    foreign(literal),
    plain(`, ${calendars[calendar] ?? `${calendar} calendar`})`),
  ]
}

/** Who made an English title is disclosed, and whether a person has looked at it. */
function stateWords({ titleState, titleBy }: Citation): string {
  const by = titleBy === null ? '' : ` by ${titleBy}`
  if (titleState === 'human') return titleBy === null ? 'translated by a person' : `translated${by}`
  if (titleState === 'machine-reviewed')
    return `machine translation${by}${/reviewed by/.test(by) ? '' : ', reviewed by a person'}`
  return titleState === 'machine' ? `machine translation${by}, not reviewed` : 'translator not stated'
}

function usedOf(used: UsedTranslation): PrintedPiece[][] {
  if (used === null || used.state === 'none') return []
  const { state, by } = used
  if (state === 'human') return [[plain(`Excerpt translated by ${by ?? 'a person who is not named'}`)]]
  const tool = by ?? 'tool not stated'
  const review = state === 'machine' ? 'not reviewed' : 'reviewed by a person'
  return [[plain(`Excerpt translated by machine (${tool}), ${review}`)]]
}

/** The preserved copy; when and with which digest it was made, so that whoever holds the archive can check. */
function copyLine(citation: Citation): PrintedPiece[] {
  const { at, digest } = citation.captured
  const evidence = `captured ${new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')}, SHA-256 ${digest}`
  const copy = copyOf(citation, 'Preserved copy: ')
  return copy.length === 0 ? [plain(`Copy preserved by the desk: ${evidence}`)] : [...copy, plain(`; ${evidence}`)]
}
