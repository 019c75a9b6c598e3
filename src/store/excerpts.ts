// Excerpts and their history. Revisions are only ever added; an excerpt that is withdrawn stays, and says so.

import type { CaptureId } from '../domain/capture.ts'
import type { ExcerptDeed, ExcerptRevision } from '../domain/excerpt-history.ts'
import { printParts, type Anchoring, type Excerpt, type ExcerptId } from '../domain/excerpt.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Id } from '../domain/id.ts'
import type { ReadingId } from '../domain/reading.ts'
import { tokenStream } from '../lib/analyse/analyse.ts'
import type { Db, Tx } from './db.ts'
import { filterExcerpts, type ExcerptFilter } from './excerpt-filter.ts'
import { nextPosition } from './excerpt-order.ts'
import type { ExcerptRow } from './excerpt-schema.ts'

/** An excerpt as the desk keeps it. */
export type StoredExcerpt = Excerpt & {
  readonly itemId: ItemId
  readonly changedAt: number
  /** When it was taken back; null = it stands. */
  readonly withdrawnAt: number | null
  /** Its place in its basket, lower before higher; null = it is in none. */
  readonly position: number | null
  /** How many uses of it stand. */
  readonly uses: number
}

/** Who did something, and when (milliseconds UTC). */
export type Signed = { readonly by: string; readonly at: number; readonly why?: string | null }

export async function addExcerpt(tx: Tx, itemId: ItemId, excerpt: Excerpt): Promise<void> {
  await keepExcerpt(tx, itemId, excerpt, 'made', { by: excerpt.madeBy, at: excerpt.madeAt })
}

/** Keeps an excerpt that has its id already, as one that comes from another desk. False: it is here, and nothing was written. */
export async function keepExcerpt(
  tx: Tx,
  itemId: ItemId,
  excerpt: Excerpt,
  deed: 'made' | 'imported',
  signed: Signed,
): Promise<boolean> {
  const { id, revision, anchoring, madeBy, madeAt, basket } = excerpt
  const made = { id, revision, anchoring, made_by: madeBy, made_at: madeAt, changed_at: signed.at, withdrawn_at: null }
  const position = basket === null ? null : await nextPosition(tx, basket)
  const added = await tx
    .insertInto('excerpts')
    .values({ ...made, item_id: itemId, position, uses: 0, ...contentColumns(excerpt) })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  await replaceTags(tx, excerpt)
  await addRevision(tx, excerpt, { deed, signed, deedId: null, positionBefore: null })
  return true
}

export type RevisionAround = {
  /** The act on many that it is part of. */
  readonly deedId?: Id<'deed'>
  /** Where it is to stand in its basket; left out = where it stood, or at the end of a basket that is new to it. */
  readonly position?: number | null
}

/**
 * Keeps the next revision of an excerpt, if the one it was made from (`excerpt.revision`) is still the latest.
 * False: somebody else was first, and nothing was written.
 */
export async function reviseExcerpt(
  tx: Tx,
  excerpt: Excerpt,
  deed: ExcerptDeed,
  signed: Signed,
  around: RevisionAround = {},
): Promise<boolean> {
  const next = { ...excerpt, revision: excerpt.revision + 1 }
  const before = await tx
    .selectFrom('excerpts')
    .select(['basket', 'position'])
    .where('id', '=', excerpt.id)
    .executeTakeFirst()
  if (!before) return false
  const changed = await tx
    .updateTable('excerpts')
    .set({
      ...contentColumns(next),
      revision: next.revision,
      anchoring: next.anchoring,
      changed_at: signed.at,
      position: around.position ?? (await positionAfter(tx, next.basket, before)),
      ...(deed === 'withdrawn' && { withdrawn_at: signed.at }),
      ...(deed === 'restored' && { withdrawn_at: null }),
    })
    .where('id', '=', excerpt.id)
    .where('revision', '=', excerpt.revision)
    .where('withdrawn_at', deed === 'restored' ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await replaceTags(tx, next)
  const about = { deed, signed, deedId: around.deedId ?? null, positionBefore: before.position }
  await addRevision(tx, next, about)
  return true
}

async function positionAfter(
  tx: Tx,
  basket: string | null,
  before: Pick<ExcerptRow, 'basket' | 'position'>,
): Promise<number | null> {
  if (basket === null) return null
  return before.basket === basket && before.position !== null ? before.position : nextPosition(tx, basket)
}

type RevisionAbout = {
  readonly deed: ExcerptDeed
  readonly signed: Signed
  readonly deedId: string | null
  readonly positionBefore: number | null
}

async function addRevision(tx: Tx, excerpt: Excerpt, about: RevisionAbout): Promise<void> {
  const { by, at, why } = about.signed
  await tx
    .insertInto('excerpt_revisions')
    .values({
      id: `${excerpt.id}:${excerpt.revision}`,
      excerpt_id: excerpt.id,
      number: excerpt.revision,
      record: JSON.stringify(excerpt),
      deed: about.deed,
      signed_by: by,
      signed_at: at,
      why: why ?? null,
      deed_id: about.deedId,
      position_before: about.positionBefore,
    })
    .execute()
}

async function replaceTags(tx: Tx, { id, tags }: Excerpt): Promise<void> {
  await tx.deleteFrom('excerpt_tags').where('excerpt_id', '=', id).execute()
  const rows = [...new Set(tags)].map((label) => ({ label, excerpt_id: id }))
  if (rows.length > 0) await tx.insertInto('excerpt_tags').values(rows).execute()
}

/** History, the first revision first; each with the excerpt as it was then. */
export async function listExcerptRevisions(
  db: Db,
  id: ExcerptId,
): Promise<(ExcerptRevision & { readonly excerpt: Excerpt })[]> {
  const rows = await db
    .selectFrom('excerpt_revisions')
    .select(['number', 'deed', 'signed_by', 'signed_at', 'why', 'record'])
    .where('excerpt_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map(({ number, deed, signed_by, signed_at, why, record }) => ({
    number,
    deed: deed as ExcerptDeed,
    signedBy: signed_by,
    signedAt: signed_at,
    why,
    excerpt: JSON.parse(record) as Excerpt,
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

/** The excerpts given, in no particular order; unknown ids are left out. */
export async function findExcerpts(db: Db, ids: readonly ExcerptId[]): Promise<StoredExcerpt[]> {
  const found: StoredExcerpt[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE)
    const rows = await db.selectFrom('excerpts').selectAll().where('id', 'in', some).execute()
    found.push(...rows.map(toExcerpt))
  }
  return found
}

const AT_ONCE = 500

/** The place after an excerpt of a list. `position` counts in the order of a basket. */
export type ExcerptPlace = { readonly id: ExcerptId; readonly position: number | null }

/** `newest`: the latest made first; `basket`: as its basket is ordered. */
export type ExcerptOrder = 'newest' | 'basket'

/** @param after the last one of the page before */
export async function listExcerpts(
  db: Db,
  filter: ExcerptFilter,
  limit: number,
  { order = 'newest', after }: { readonly order?: ExcerptOrder; readonly after?: ExcerptPlace | undefined } = {},
): Promise<StoredExcerpt[]> {
  const all = filterExcerpts(db, filter).selectAll('excerpts').limit(limit)
  if (order === 'newest') {
    const query = after ? all.where('excerpts.id', '<', after.id) : all
    return (await query.orderBy('excerpts.id', 'desc').execute()).map(toExcerpt)
  }
  const inOrder = all.where('excerpts.position', 'is not', null).orderBy('excerpts.position').orderBy('excerpts.id')
  const query = after
    ? inOrder.where((e) =>
        e.or([
          e('excerpts.position', '>', after.position ?? 0),
          e.and([e('excerpts.position', '=', after.position ?? 0), e('excerpts.id', '>', after.id)]),
        ]),
      )
    : inOrder
  return (await query.execute()).map(toExcerpt)
}

export async function countExcerpts(db: Db, filter: ExcerptFilter): Promise<number> {
  const { n } = await filterExcerpts(db, filter)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
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
    language,
    speaker,
    translation_state: translation?.state ?? 'none',
    words: ` ${[...new Set(tokenStream(text).split(' '))].join(' ')} `,
    record: JSON.stringify(content),
  }
}

export function toExcerpt(row: ExcerptRow): StoredExcerpt {
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
    position: row.position,
    uses: row.uses,
  }
}
