// Excerpts and their history. Revisions are only ever added; an excerpt that is withdrawn stays, and says so.

import type { CaptureId } from '../domain/capture.ts'
import type { ExcerptDeed, ExcerptRevision } from '../domain/excerpt-history.ts'
import { printParts, type Anchoring, type Excerpt, type ExcerptId } from '../domain/excerpt.ts'
import type { ItemId } from '../domain/feed.ts'
import type { ReadingId } from '../domain/reading.ts'
import { tokenStream } from '../lib/analyse/analyse.ts'
import type { Db, Tx } from './db.ts'
import type { ExcerptRow } from './excerpt-schema.ts'

/** An excerpt as the desk keeps it. */
export type StoredExcerpt = Excerpt & {
  readonly itemId: ItemId
  readonly changedAt: number
  /** When it was taken back; null = it stands. */
  readonly withdrawnAt: number | null
}

/** Who did something, and when (milliseconds UTC). */
export type Signed = { readonly by: string; readonly at: number; readonly why?: string | null }

export async function addExcerpt(tx: Tx, itemId: ItemId, excerpt: Excerpt): Promise<void> {
  const { id, revision, anchoring, madeBy, madeAt } = excerpt
  const made = { id, revision, anchoring, made_by: madeBy, made_at: madeAt, changed_at: madeAt, withdrawn_at: null }
  await tx
    .insertInto('excerpts')
    .values({ ...made, item_id: itemId, ...contentColumns(excerpt) })
    .execute()
  await replaceTags(tx, excerpt)
  await addRevision(tx, excerpt, 'made', { by: madeBy, at: madeAt })
}

/**
 * Keeps the next revision of an excerpt, if the one it was made from (`excerpt.revision`) is still the latest.
 * False: somebody else was first, and nothing was written.
 */
export async function reviseExcerpt(tx: Tx, excerpt: Excerpt, deed: ExcerptDeed, signed: Signed): Promise<boolean> {
  const next = { ...excerpt, revision: excerpt.revision + 1 }
  const changed = await tx
    .updateTable('excerpts')
    .set({
      ...contentColumns(next),
      revision: next.revision,
      anchoring: next.anchoring,
      changed_at: signed.at,
      ...(deed === 'withdrawn' && { withdrawn_at: signed.at }),
    })
    .where('id', '=', excerpt.id)
    .where('revision', '=', excerpt.revision)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await replaceTags(tx, next)
  await addRevision(tx, next, deed, signed)
  return true
}

async function addRevision(tx: Tx, excerpt: Excerpt, deed: ExcerptDeed, { by, at, why }: Signed): Promise<void> {
  await tx
    .insertInto('excerpt_revisions')
    .values({
      id: `${excerpt.id}:${excerpt.revision}`,
      excerpt_id: excerpt.id,
      number: excerpt.revision,
      record: JSON.stringify(excerpt),
      deed,
      signed_by: by,
      signed_at: at,
      why: why ?? null,
    })
    .execute()
}

async function replaceTags(tx: Tx, { id, tags }: Excerpt): Promise<void> {
  await tx.deleteFrom('excerpt_tags').where('excerpt_id', '=', id).execute()
  const rows = [...new Set(tags)].map((label) => ({ label, excerpt_id: id }))
  if (rows.length > 0) await tx.insertInto('excerpt_tags').values(rows).execute()
}

/** History, the first revision first. */
export async function listExcerptRevisions(db: Db, id: ExcerptId): Promise<ExcerptRevision[]> {
  const rows = await db
    .selectFrom('excerpt_revisions')
    .select(['number', 'deed', 'signed_by', 'signed_at', 'why'])
    .where('excerpt_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ number, deed, signed_by, signed_at, why }) => ({
    number,
    deed: deed as ExcerptDeed,
    signedBy: signed_by,
    signedAt: signed_at,
    why,
  }))
}

/** An excerpt as it was in a revision. */
export async function findExcerptRevision(db: Db, id: ExcerptId, number: number): Promise<Excerpt | undefined> {
  const row = await db
    .selectFrom('excerpt_revisions')
    .select('record')
    .where('excerpt_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && (JSON.parse(row.record) as Excerpt)
}

export async function findExcerpt(db: Db, id: ExcerptId): Promise<StoredExcerpt | undefined> {
  const row = await db.selectFrom('excerpts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toExcerpt(row)
}

export type ExcerptFilter = {
  readonly itemId?: ItemId | undefined
  readonly basket?: string | undefined
  readonly tag?: string | undefined
  readonly anchoring?: Anchoring | undefined
  /** Words that all occur in it, in original, translation, note, speaker or tags; folded as search folds them. */
  readonly words?: string | undefined
  /** True = those that were withdrawn, too. */
  readonly withdrawn?: boolean | undefined
}

/** Excerpts, the latest made first. @param before the last one of the page before */
export async function listExcerpts(
  db: Db,
  filter: ExcerptFilter,
  limit: number,
  before?: ExcerptId,
): Promise<StoredExcerpt[]> {
  let query = filtered(db, filter).selectAll('excerpts').orderBy('excerpts.id', 'desc').limit(limit)
  if (before) query = query.where('excerpts.id', '<', before)
  return (await query.execute()).map(toExcerpt)
}

export async function countExcerpts(db: Db, filter: ExcerptFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** How many words of a question are looked at. */
const MOST_WORDS = 20

function filtered(db: Db, filter: ExcerptFilter) {
  let query = db.selectFrom('excerpts')
  if (filter.itemId !== undefined) query = query.where('excerpts.item_id', '=', filter.itemId)
  if (filter.basket !== undefined) query = query.where('excerpts.basket', '=', filter.basket)
  if (filter.anchoring !== undefined) query = query.where('excerpts.anchoring', '=', filter.anchoring)
  if (filter.withdrawn !== true) query = query.where('excerpts.withdrawn_at', 'is', null)
  if (filter.tag !== undefined) {
    const labelled = db.selectFrom('excerpt_tags').select('excerpt_id').where('label', '=', filter.tag)
    query = query.where('excerpts.id', 'in', labelled)
  }
  const words = tokenStream(filter.words ?? '')
    .split(' ')
    .filter((word) => word !== '')
  // Tokens hold letters, marks and digits only, never a sign that `like` would read.
  for (const word of words.slice(0, MOST_WORDS)) query = query.where('excerpts.words', 'like', `% ${word} %`)
  return query
}

export type Labelled = { readonly label: string; readonly excerpts: number }

/** Baskets in use, by name. */
export async function listBaskets(db: Db): Promise<Labelled[]> {
  const rows = await db
    .selectFrom('excerpts')
    .select((e) => ['basket', e.fn.countAll<number>().as('n')])
    .where('basket', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .groupBy('basket')
    .execute()
  return byLabel(rows.map(({ basket, n }) => ({ label: basket ?? '', excerpts: Number(n) })))
}

/** Tags in use, by name. */
export async function listExcerptTags(db: Db): Promise<Labelled[]> {
  const rows = await db
    .selectFrom('excerpt_tags')
    .innerJoin('excerpts', 'excerpts.id', 'excerpt_tags.excerpt_id')
    .select((e) => ['label', e.fn.countAll<number>().as('n')])
    .where('withdrawn_at', 'is', null)
    .groupBy('label')
    .execute()
  return byLabel(rows.map(({ label, n }) => ({ label, excerpts: Number(n) })))
}

/** The two engines order letters differently; this is the same on both. */
function byLabel(labels: readonly Labelled[]): Labelled[] {
  return labels.toSorted((a, b) => (a.label < b.label ? -1 : 1))
}

/** Whether anything that stands was cut from any version of an item: asked whenever a page is read. */
export async function hasExcerpts(db: Db, itemId: ItemId): Promise<boolean> {
  const row = await db
    .selectFrom('excerpts')
    .select('id')
    .where('item_id', '=', itemId)
    .where('withdrawn_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The items that anything which stands was cut from. */
export async function listExcerptedItems(db: Db): Promise<ItemId[]> {
  const rows = await db
    .selectFrom('excerpts')
    .select('item_id')
    .distinct()
    .where('withdrawn_at', 'is', null)
    .orderBy('item_id')
    .execute()
  return rows.map((row) => row.item_id as ItemId)
}

type Content = Pick<Excerpt, 'parts' | 'language' | 'speaker' | 'translation' | 'tags' | 'note'>

function contentColumns(excerpt: Excerpt) {
  const { readingId, captureId, parts, language, speaker, translation, tags, note, basket } = excerpt
  const content: Content = { parts, language, speaker, translation, tags, note }
  const text = [printParts(parts), translation ? printParts(translation.parts) : '', speaker, note, ...tags].join('\n')
  return {
    reading_id: readingId,
    capture_id: captureId,
    basket,
    words: ` ${[...new Set(tokenStream(text).split(' '))].join(' ')} `,
    record: JSON.stringify(content),
  }
}

function toExcerpt(row: ExcerptRow): StoredExcerpt {
  return {
    ...(JSON.parse(row.record) as Content),
    id: row.id as ExcerptId,
    itemId: row.item_id as ItemId,
    readingId: row.reading_id as ReadingId,
    captureId: row.capture_id as CaptureId,
    anchoring: row.anchoring as Anchoring,
    basket: row.basket,
    madeBy: row.made_by,
    madeAt: row.made_at,
    revision: row.revision,
    changedAt: row.changed_at,
    withdrawnAt: row.withdrawn_at,
  }
}
