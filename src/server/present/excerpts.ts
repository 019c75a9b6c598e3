// In: excerpts as they are kept. Out: what the desk shows of them, and the records that their citations are made from.

import { makeCitation } from '../../desk/excerpts/make-citation.ts'
import type { AnnotatedPage } from '../../desk/excerpts/export-annotations.ts'
import type { ExcerptCheck, ExcerptUse } from '../../domain/excerpt-history.ts'
import { printParts, type Citation, type ExcerptId } from '../../domain/excerpt.ts'
import type { ItemId } from '../../domain/feed.ts'
import { findCapture } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { findEnglishTitle } from '../../store/english-titles.ts'
import { listChecks, listUses } from '../../store/excerpt-checks.ts'
import { findExcerpt, listExcerptRevisions, type StoredExcerpt } from '../../store/excerpts.ts'
import { findItem, findItems, type StoredItem } from '../../store/items.ts'
import { findOutletNames } from '../../store/outlet-names.ts'
import { findOutlet } from '../../store/outlets.ts'
import { findReading, findReadings, type StoredReading } from '../../store/readings.ts'
import { listStatements } from '../../store/statements.ts'
import { notFound } from '../routes/route-parts.ts'
import type { Excerpt, ExcerptDetail } from '../shapes/excerpt.ts'
import { firstDirection } from './text-pieces.ts'

export async function loadExcerpts(db: Db, excerpts: readonly StoredExcerpt[]): Promise<Excerpt[]> {
  const itemIds = [...new Set<ItemId>(excerpts.map(({ itemId }) => itemId))]
  const items = new Map((await findItems(db, itemIds)).map((item) => [item.id, item]))
  const readingIds = [...new Set(excerpts.map(({ readingId }) => readingId))]
  const readings = new Map((await findReadings(db, readingIds)).map((reading) => [reading.id, reading]))
  const names = await findOutletNames(db, [...new Set([...items.values()].map(({ outletId }) => outletId))])
  return excerpts.flatMap((excerpt) => {
    const item = items.get(excerpt.itemId)
    if (!item) return []
    return showExcerpt(excerpt, item, readings.get(excerpt.readingId), names.get(item.outletId)?.name ?? '')
  })
}

function showExcerpt(
  excerpt: StoredExcerpt,
  item: StoredItem,
  reading: StoredReading | undefined,
  outlet: string,
): Excerpt {
  const { translation } = excerpt
  const printed = printParts(excerpt.parts)
  return {
    ...excerpt,
    parts: excerpt.parts.map((part) => (part.kind === 'quote' ? { ...part, anchor: { ...part.anchor } } : { ...part })),
    printed,
    direction: firstDirection(printed),
    translation: translation && {
      ...translation,
      parts: translation.parts.map((part) => ({ ...part })),
      printed: printParts(translation.parts),
    },
    tags: [...excerpt.tags],
    page: {
      title: reading?.title ?? item.promisedTitle,
      outletId: item.outletId,
      outlet,
      publishedEdtf: reading?.published?.edtf ?? null,
      url: item.url,
    },
  }
}

export async function loadExcerpt(db: Db, id: ExcerptId): Promise<ExcerptDetail> {
  const excerpt = await getExcerpt(db, id)
  const [shown] = await loadExcerpts(db, [excerpt])
  if (!shown) throw notFound('excerpt')
  const text = (await findReading(db, excerpt.readingId))?.text ?? ''
  const checks = await listChecks(db, id)
  return {
    ...shown,
    standsNow: excerpt.parts.every(
      (part) => part.kind !== 'quote' || text.slice(part.anchor.start, part.anchor.end) === part.anchor.exact,
    ),
    share: shareOf(excerpt, text),
    revisions: (await listExcerptRevisions(db, id)).map((revision) => ({ ...revision })),
    checks: checks.map(showCheck),
    uses: (await listUses(db, id)).map(showUse),
  }
}

/** How much of a text is quoted, 0–1. */
function shareOf({ parts }: StoredExcerpt, text: string): number {
  const quoted = parts.reduce((sum, part) => sum + (part.kind === 'quote' ? part.anchor.exact.length : 0), 0)
  return text === '' ? 0 : Math.min(1, quoted / text.length)
}

/** A look, without the parts that it proposes: the report says where each would stand. */
function showCheck(check: ExcerptCheck): ExcerptDetail['checks'][number] {
  const { excerptId: _excerptId, parts: _parts, report, ...shown } = check
  return { ...shown, report: report.map((line) => ({ ...line, from: [...line.from] })) }
}

function showUse(use: ExcerptUse): ExcerptDetail['uses'][number] {
  const { excerptId: _excerptId, ...shown } = use
  return shown
}

export async function getExcerpt(db: Db, id: ExcerptId): Promise<StoredExcerpt> {
  const excerpt = await findExcerpt(db, id)
  if (!excerpt) throw notFound('excerpt')
  return excerpt
}

/** The source reference of an excerpt, from the records as they are now. */
export async function loadCitation(db: Db, excerpt: StoredExcerpt): Promise<Citation> {
  const item = await findItem(db, excerpt.itemId)
  const reading = await findReading(db, excerpt.readingId)
  const capture = await findCapture(db, excerpt.captureId)
  const outlet = item && (await findOutlet(db, item.outletId))
  if (!item || !reading || !capture || !outlet) throw notFound('page of this excerpt')
  return makeCitation({
    reading,
    capture,
    outlet,
    statements: await listStatements(db, [outlet.id]),
    english: (await findEnglishTitle(db, reading.id)) ?? null,
    promised: { title: item.promisedTitle, at: item.promisedAt },
    archivedUrl: null,
  })
}

/** The page that an annotation speaks of. */
export async function loadAnnotatedPage(db: Db, excerpt: StoredExcerpt): Promise<AnnotatedPage> {
  const capture = await findCapture(db, excerpt.captureId)
  if (!capture) throw notFound('page of this excerpt')
  const reading = await findReading(db, excerpt.readingId)
  const { finalUrl, requestedAt, digest } = capture
  return { url: finalUrl, text: reading?.text ?? null, requestedAt, digest }
}
