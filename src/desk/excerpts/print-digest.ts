// The form of the digest: `[Author,] “Original title (English title),” Outlet (descriptor), D Month YYYY. URL`

import type { Citation } from '../../domain/excerpt.ts'
import {
  addressOf,
  authorsOf,
  copyOf,
  englishTitle,
  nestQuotes,
  originalTitle,
  plain,
  type PrintedPiece,
} from './citation-pieces.ts'
import { printDate } from './print-date.ts'

export function printDigest(citation: Citation): PrintedPiece[] {
  const { descriptor, republisher, date } = citation
  return [
    ...authorsOf(citation),
    ...titleOf(citation),
    plain(publisherOf(citation)),
    plain(descriptor === null ? ', ' : ` (${descriptor}), `),
    plain(printDate(date) ?? 'n.d'),
    ...(republisher === null ? [plain('.')] : [plain(`, republished by ${republisher}.`)]),
    ...addressOf(citation, ' '),
    ...copyOf(citation, ' Archived at '),
  ]
}

/** A source that was cited in full before it. @param number of the source above */
export function printShortDigest(citation: Citation, number: number): PrintedPiece[] {
  const day = printDate(citation.date)
  return [
    ...authorsOf(citation),
    ...titleOf({ ...citation, titleEnglish: citation.titleOriginal === null ? citation.titleEnglish : null }),
    plain(publisherOf(citation)),
    plain(`${day === null ? '' : `, ${day}`} (source ${number} above).`),
  ]
}

function titleOf(citation: Citation): PrintedPiece[] {
  const original = originalTitle(citation)
  const english = englishTitle(citation, ' [machine translation]')
  if (original.length === 0 && english === null) return citation.post ? [] : [plain('no title, ')]
  const inEnglish = english === null ? '' : nestQuotes(english)
  return [
    plain('“'),
    ...original,
    plain(original.length > 0 && inEnglish !== '' ? ` (${inEnglish})` : inEnglish),
    plain(',” '),
  ]
}

/** “Ministry of Ports, Facebook post”: who speaks, and where, when that is a platform. */
function publisherOf({ outlet, post }: Citation): string {
  const name = outlet === '' ? (post?.account ?? 'outlet not stated') : outlet
  return post ? `${name}, ${post.platform} post` : name
}
