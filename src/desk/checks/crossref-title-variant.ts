import type { Check, CheckContext } from './check.ts'
import {
  placesOf,
  publishedIndex,
  publishedTitles,
  referencesBy,
  referencesOf,
  titleLikeness,
  titlePlace,
  type Reference,
} from './parts/cross-references.ts'
import { foldLetters } from './parts/words.ts'

/** Case does not count; words and punctuation do. */
export const crossrefTitleVariant: Check = {
  id: 'crossref-title-variant',
  group: 'crossref',
  severity: 'warning',
  looksAt: 'Titles of references, against the pieces themselves, other references and the address',
  why: 'The piece was published under another title.',
  mend: 'Cite the title as published.',
  example: {
    bad: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse Made of Glass,” OE Watch, 05-2023. https://fmso.tradoc.army.mil/2023/a-lighthouse-of-glass/',
    },
    good: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://fmso.tradoc.army.mil/2023/a-lighthouse-of-glass/',
    },
  },
  find: (context) =>
    referencesOf(context).flatMap((reference) => {
      const other = otherTitle(context, reference)
      return other === null ? [] : [{ ...titlePlace(reference), why: `Elsewhere the title is: “${other}”.` }]
    }),
}

function otherTitle({ all }: CheckContext, reference: Reference): string | null {
  const published = publishedTitles(all)
  const slug = slugOf(reference.url)
  const isPublished = published.has(reference.key)
  if (slug !== null && slug !== slugify(reference.title) && !slug.startsWith(slugify(reference.title)))
    return slug.replaceAll('-', ' ')
  if (isPublished) return variantOfMarks(published.get(reference.key) ?? '', reference.title)
  const near = publishedIndex(all).likest(reference.title)
  if (near !== null && near.likeness >= 0.72) return near.title
  const others = placesOf(reference).flatMap((place) => referencesBy(all).get(place) ?? [])
  return (
    others.find((other) => marks(other.title) !== marks(reference.title) && isSamePiece(other, reference))?.title ??
    null
  )
}

/** The same words with a colon for a semicolon. */
function variantOfMarks(published: string, cited: string): string | null {
  return marks(published) === marks(cited) ? null : published
}

const marks = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[“”"‘’'\s]/gu, '')
    .replace(/[.,]+$/u, '')

function isSamePiece(a: Reference, b: Reference): boolean {
  if (a.url !== null && b.url !== null && a.url.replace(/\/$/u, '') === b.url.replace(/\/$/u, '')) return true
  const sameIssue =
    a.issue !== null && a.issue === b.issue && (a.author === null || b.author === null || a.author === b.author)
  return a.key === b.key || (sameIssue && titleLikeness(a.title, b.title) >= 0.6)
}

/** The site of the digest builds its addresses from the title, whole. */
function slugOf(url: string | null): string | null {
  const slug = /^https?:\/\/fmso\.tradoc\.army\.mil\/\d{4}\/([a-z0-9-]+)\/?$/u.exec(url ?? '')?.[1]
  return slug ?? null
}

function slugify(title: string): string {
  const words = title.replace(/[’'‘“”".,:;!?()]/gu, '').split(/[\s–—/-]+/u)
  return words.map(foldLetters).filter(Boolean).join('-')
}
