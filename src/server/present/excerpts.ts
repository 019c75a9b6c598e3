// In: excerpts as they are kept. Out: what the desk shows of them.

import { lastDayOf } from '../../desk/excerpts/print-date.ts'
import type { ExcerptCheck, ListedUse } from '../../domain/excerpt-history.ts'
import { printParts, type ExcerptId } from '../../domain/excerpt.ts'
import type { ItemId } from '../../domain/feed.ts'
import type { Db } from '../../store/db.ts'
import { findEnglishTitles, type EnglishTitle } from '../../store/english-titles.ts'
import { listChecks } from '../../store/excerpt-checks.ts'
import { listUses } from '../../store/excerpt-uses.ts'
import { findExcerpt, type StoredExcerpt } from '../../store/excerpts.ts'
import { findItems, type StoredItem } from '../../store/items.ts'
import { findOutletNames, type OutletName } from '../../store/outlet-names.ts'
import { findReadingHeads, type ReadingHead } from '../../store/reading-heads.ts'
import { findReading } from '../../store/readings.ts'
import { listStatements, type StoredStatement } from '../../store/statements.ts'
import { notFound } from '../routes/route-parts.ts'
import type { Excerpt } from '../shapes/excerpt.ts'
import type { ExcerptDetail } from '../shapes/excerpt-detail.ts'
import { differsOf, doubtsOf, loadRevisions } from './excerpt-history.ts'
import { dayOf, pickStatement, showStatement } from './statements.ts'
import { firstDirection } from './text-pieces.ts'

export async function loadExcerpts(db: Db, excerpts: readonly StoredExcerpt[]): Promise<Excerpt[]> {
  const itemIds = [...new Set<ItemId>(excerpts.map(({ itemId }) => itemId))]
  const items = new Map((await findItems(db, itemIds)).map((item) => [item.id, item]))
  const readingIds = [...new Set(excerpts.map(({ readingId }) => readingId))]
  const readings = await findReadingHeads(db, readingIds)
  const outletIds = [...new Set([...items.values()].map(({ outletId }) => outletId))]
  const names = await findOutletNames(db, outletIds)
  const statements = Map.groupBy(await listStatements(db, outletIds), ({ outletId }) => outletId)
  const titles = await findEnglishTitles(db, readingIds)
  return excerpts.flatMap((excerpt) => {
    const item = items.get(excerpt.itemId)
    if (!item) return []
    const around = {
      reading: readings.get(excerpt.readingId),
      outlet: names.get(item.outletId),
      statements: statements.get(item.outletId) ?? [],
      english: titles.get(excerpt.readingId) ?? null,
    }
    return showExcerpt(excerpt, item, around)
  })
}

type Around = {
  readonly reading: ReadingHead | undefined
  readonly outlet: OutletName | undefined
  readonly statements: readonly StoredStatement[]
  readonly english: EnglishTitle | null
}

function showExcerpt(excerpt: StoredExcerpt, item: StoredItem, around: Around): Excerpt {
  const { reading, outlet, statements, english } = around
  const day = lastDayOf(reading?.published?.edtf ?? null) ?? dayOf(item.orderAt)
  const descriptor = pickStatement(statements, 'descriptor', day)
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
      edited: translation.edited === true,
      doubts: doubtsOf(excerpt),
      differs: differsOf(excerpt),
    },
    tags: [...excerpt.tags],
    page: {
      title: reading?.title ?? item.promisedTitle,
      titleEnglish: english,
      outletId: item.outletId,
      outlet: outlet?.name ?? '',
      outletAsPrinted: outlet?.nameAsPrinted ?? null,
      descriptor: descriptor ? showStatement(descriptor) : null,
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
    revisions: await loadRevisions(db, id),
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

function showUse(use: ListedUse): ExcerptDetail['uses'][number] {
  const { excerptId: _excerptId, ...shown } = use
  return shown
}

export async function getExcerpt(db: Db, id: ExcerptId): Promise<StoredExcerpt> {
  const excerpt = await findExcerpt(db, id)
  if (!excerpt) throw notFound('excerpt')
  return excerpt
}
