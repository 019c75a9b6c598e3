// In: a citation. Out: an item of CSL-JSON (Citation Style Language, data schema 1.0) for reference managers.
// What CSL has no variable for (translated title with its state, descriptor, preserved copy) stands in `note`, one a line.

import type { Citation } from '../../domain/excerpt.ts'
import { isWebAddress } from './citation-pieces.ts'

export type CslItem = Readonly<Record<string, unknown>>

export function makeCsl(citation: Citation, id: string): CslItem {
  const { authors, titleOriginal, titleEnglish, outlet, post, language, url } = citation
  const issued = cslDate(citation.date)
  const title = titleOriginal ?? titleEnglish ?? post?.words ?? null
  return {
    id,
    type: post ? 'post' : 'article-newspaper',
    ...(title !== null && { title }),
    ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
    ...(authors.length === 0 && post && outlet !== '' && { author: [{ literal: outlet }] }),
    ...(post ? { 'container-title': post.platform } : outlet !== '' && { 'container-title': outlet }),
    ...(language !== null && { language }),
    ...(issued && { issued }),
    accessed: { 'date-parts': [citation.accessed.split('-').map(Number)] },
    ...(isWebAddress(url) && { URL: url }),
    ...(post && { genre: `${post.platform} post` }),
    note: noteLines(citation).join('\n'),
  }
}

/** One fact a line, as both CSL and RIS keep what they have no field for. */
export function noteLines(citation: Citation): string[] {
  const { titleOriginal, titleEnglish, titleState, titleBy, outletOriginal, post, archivedUrl, captured } = citation
  const by = titleBy === null ? '' : `, ${titleBy}`
  return [
    ...(titleOriginal !== null && titleEnglish !== null
      ? [`Title in English: ${titleEnglish} (${stateNames[titleState]}${by})`]
      : []),
    ...(outletOriginal === null ? [] : [`Outlet as printed: ${outletOriginal}`]),
    ...(citation.descriptor === null ? [] : [`Source descriptor: ${citation.descriptor}`]),
    ...(citation.republisher === null ? [] : [`Republished by: ${citation.republisher}`]),
    ...(citation.printedDate ? [`Date as printed: ${citation.printedDate.literal}`] : []),
    ...(post ? [`Account: ${post.account ?? 'not stated'}`, `Post: ${post.id}`] : []),
    ...(archivedUrl === null ? [] : [`Preserved copy: ${archivedUrl}`]),
    `Captured: ${new Date(captured.at).toISOString()}`,
    `SHA-256: ${captured.digest}`,
  ]
}

const stateNames = {
  none: 'translator not stated',
  machine: 'machine translation, not reviewed',
  'machine-reviewed': 'machine translation, reviewed',
  human: 'translated by a person',
} as const

/** As CSL writes dates; what is approximate is `circa`. An interval has two ends. */
function cslDate(edtf: string | null): CslItem | null {
  const ends = (edtf ?? '').split('/').map((end) => /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(end))
  const parts = ends.flatMap((end) =>
    end ? [end.slice(1, 4).flatMap((part) => (part === undefined ? [] : [Number(part)]))] : [],
  )
  if (parts.length === 0 || parts.length > 2 || parts.length !== ends.length) return null
  return { 'date-parts': parts, ...(/[~%?]/.test(edtf ?? '') && { circa: true }) }
}
