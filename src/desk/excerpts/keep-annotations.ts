// In: annotations that were read from a file. Out: the excerpts that could be anchored here, kept, and a report of each.
// Nothing that is here is overwritten; an excerpt whose words do not stand in the page as it is kept here is refused.

import { printParts, type Anchor, type Excerpt, type ExcerptId, type ExcerptPart } from '../../domain/excerpt.ts'
import { normaliseUrl } from '../../lib/url.ts'
import { listCaptures } from '../../store/captures.ts'
import type { Tx } from '../../store/db.ts'
import { findExcerpt, keepExcerpt, type Signed } from '../../store/excerpts.ts'
import { findItemByUrl } from '../../store/items.ts'
import { findReading, findReadingOf, type StoredReading } from '../../store/readings.ts'
import { hashId } from '../articles/hash-id.ts'
import { withoutStore } from './change-excerpt.ts'
import { findAnchor } from './find-anchor.ts'
import type { AnnotationRead, SpokenPage } from './import-annotations.ts'
import { makeExcerpt } from './make-excerpt.ts'
import { reanchorParts } from './reanchor-parts.ts'

export type AnnotationOutcome = {
  /** As the file names it. */
  readonly id: string | null
  /** `differs`: it is here in another state, which stays. */
  readonly kind: 'new' | 'known' | 'differs' | 'refused'
  readonly excerptId: ExcerptId | null
  /** What it quotes. */
  readonly words: string
  /** For a person; null = nothing has to be said. */
  readonly reason: string | null
}

/** One outcome for each annotation, in their order. */
export async function keepAnnotations(
  tx: Tx,
  annotations: readonly AnnotationRead[],
  signed: Signed,
): Promise<AnnotationOutcome[]> {
  const outcomes: AnnotationOutcome[] = []
  for (const annotation of annotations) outcomes.push(await keepOne(tx, annotation, signed))
  return outcomes
}

async function keepOne(tx: Tx, annotation: AnnotationRead, signed: Signed): Promise<AnnotationOutcome> {
  const { id } = annotation
  if (annotation.kind === 'refused')
    return { id, kind: 'refused', excerptId: null, words: '', reason: annotation.reason }
  const words = wordsOf(annotation)
  const refused = (reason: string): AnnotationOutcome => ({ id, kind: 'refused', excerptId: null, words, reason })
  const excerptId = annotation.kind === 'excerpt' ? annotation.excerpt.id : importedId(annotation)
  const here = await findExcerpt(tx, excerptId)
  if (here) {
    const isSame = annotation.kind === 'foreign' || isEqual(withoutStore(here), annotation.excerpt)
    if (isSame) return { id, kind: 'known', excerptId, words, reason: null }
    return { id, kind: 'differs', excerptId, words, reason: differsWords(here, annotation.excerpt) }
  }
  const reading = await findPage(tx, annotation)
  if (!reading) return refused(`Its page is not kept here. Add it first: ${annotation.page.urls[0] ?? 'no address'}`)
  const made =
    annotation.kind === 'excerpt' ? anchorHere(annotation.excerpt, reading) : makeHere(annotation, reading, signed)
  if (made.kind === 'refused') return refused(made.reason)
  const isNew = await keepExcerpt(tx, reading.itemId, made.excerpt, 'imported', signed)
  return { id, kind: isNew ? 'new' : 'known', excerptId, words, reason: isNew ? made.reason : null }
}

type Made =
  | { readonly kind: 'made'; readonly excerpt: Excerpt; readonly reason: string | null }
  | { readonly kind: 'refused'; readonly reason: string }

const GONE = 'Its words do not stand in the page as it is kept here.'
const ELSEWHERE = 'Its words stand at another place in the page as it is kept here.'

/** Asked first: a search for words that are alike would take long, and they would not be taken. */
function stands({ text }: StoredReading, words: string): boolean {
  return text.includes(words)
}

/** An excerpt of another desk, on the reading that this one has of the page. */
function anchorHere(excerpt: Excerpt, reading: StoredReading): Made {
  if (!excerpt.parts.every((part) => part.kind !== 'quote' || stands(reading, part.anchor.exact)))
    return { kind: 'refused', reason: GONE }
  const rests = { readingId: reading.id, captureId: reading.captureId, anchoring: 'held' as const }
  const { anchoring, parts, report } = reanchorParts(reading.text, excerpt.parts)
  if (anchoring === 'held') return { kind: 'made', excerpt: { ...excerpt, ...rests }, reason: null }
  const isSame = report.every(
    ({ found }) => found.kind === 'held' || (found.kind === 'moved' && found.how === 'same-words'),
  )
  if (!parts || !isSame) return { kind: 'refused', reason: GONE }
  return { kind: 'made', excerpt: { ...excerpt, ...rests, parts }, reason: ELSEWHERE }
}

type Foreign = Extract<AnnotationRead, { kind: 'foreign' }>

/** The same file brought in twice is one excerpt: the id is made from the name of the annotation, or what it quotes where. */
function importedId({ id, page, quotes }: Foreign): ExcerptId {
  return hashId(JSON.stringify(id === null ? [page.urls, quotes] : [id, page.urls])) as ExcerptId
}

function makeHere(annotation: Foreign, reading: StoredReading, signed: Signed): Made {
  const anchors: Anchor[] = []
  let isDoubtful = false
  for (const { exact, prefix, suffix, at } of annotation.quotes) {
    if (!stands(reading, exact)) return { kind: 'refused', reason: GONE }
    const start = at === null ? 0 : unitsBefore(reading.text, at)
    const found = findAnchor(reading.text, { exact, prefix, suffix, start, end: start + exact.length })
    if (found.kind === 'lost' || (found.kind === 'moved' && found.how === 'alike'))
      return { kind: 'refused', reason: GONE }
    isDoubtful ||= found.kind === 'moved' && found.places > 1
    anchors.push(found.anchor)
  }
  const pieces = anchors
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ kind: 'range' as const, start, end }))
  const { note, tags } = annotation
  const by = annotation.by ?? signed.by
  const made = makeExcerpt(
    reading,
    { pieces, note, tags },
    { id: importedId(annotation), by, at: annotation.at ?? signed.at },
  )
  if (made.kind === 'refused') return made
  return {
    kind: 'made',
    excerpt: made.excerpt,
    reason: isDoubtful ? 'Its words stand there more than once; look at the place.' : null,
  }
}

/** Where a count of code points leads to in UTF-16 units. */
function unitsBefore(text: string, points: number): number {
  let at = 0
  for (let count = 0; count < points && at < text.length; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at
}

/** The reading that the annotation was made on; else one of the same bytes; else the newest of the page. */
async function findPage(
  tx: Tx,
  annotation: Exclude<AnnotationRead, { kind: 'refused' }>,
): Promise<StoredReading | undefined> {
  if (annotation.kind === 'excerpt') {
    const { readingId, captureId } = annotation.excerpt
    const own = await findReading(tx, readingId)
    if (own?.captureId === captureId) return own
  }
  for (const url of annotation.page.urls) {
    const found = await findByAddress(tx, url, annotation.page)
    if (found) return found
  }
  return undefined
}

async function findByAddress(tx: Tx, url: string, { digest }: SpokenPage): Promise<StoredReading | undefined> {
  const normal = normaliseUrl(url)
  const item = (await findItemByUrl(tx, url)) ?? (normal === null ? undefined : await findItemByUrl(tx, normal))
  if (!item) return undefined
  const captures = digest === null ? [] : await listCaptures(tx, item.id)
  const same = captures.find((capture) => capture.digest === digest)
  const reading = same && (await findReadingOf(tx, same.id))
  return reading ?? (item.readingId === null ? undefined : await findReading(tx, item.readingId))
}

function wordsOf(annotation: Exclude<AnnotationRead, { kind: 'refused' }>): string {
  const words =
    annotation.kind === 'excerpt'
      ? printParts(annotation.excerpt.parts)
      : annotation.quotes.map(({ exact }) => exact).join(' … ')
  return words.length > 300 ? `${words.slice(0, 300)}…` : words
}

/** Where it stands is this desk's own matter, and its revision may be further. */
function isEqual(here: Excerpt, there: Excerpt): boolean {
  return JSON.stringify(comparable(here)) === JSON.stringify(comparable(there))
}

function comparable({ parts, language, speaker, translation, tags, note, basket }: Excerpt) {
  const words = parts.map((part: ExcerptPart) =>
    part.kind === 'quote' ? { kind: part.kind, exact: part.anchor.exact } : part,
  )
  return [words, language, speaker, translation, tags, note, basket].map((value) => sorted(value))
}

/** Fields in one order, however they were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => [key, sorted(held)])
}

function differsWords({ revision: here }: Excerpt, { revision: there }: Excerpt): string {
  const revisions = here === there ? '' : ` (revision ${here} here, ${there} in the file)`
  return `It is here with other words or labels${revisions}, and was left as it is.`
}
