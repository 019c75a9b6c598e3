// Translations and every revision of them. A change names the revision it was made on; one made on an older is told so.

import type { Selectable } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { ReadingId } from '../domain/reading.ts'
import {
  leadOf,
  weakestState,
  type LeftOver,
  type Segment,
  type SegmentFlag,
  type SegmentOrigin,
  type Translation,
  type TranslationId,
  type TranslationState,
} from '../domain/translation.ts'
import type { RevisionDeed } from '../domain/translation-history.ts'
import type { Db } from './db.ts'
import { queueRetold } from './queue/queue-retold.ts'
import type { TranslationRow } from './translation-schema.ts'

export type StoredTranslation = Translation & { readonly itemId: ItemId; readonly textDigest: string }

/** What a translation is to be from now on. */
export type TranslationDraft = Pick<
  StoredTranslation,
  | 'title'
  | 'titleState'
  | 'titleOrigin'
  | 'titleReviewedBy'
  | 'titleReviewedAt'
  | 'titleFlags'
  | 'titleSource'
  | 'segments'
  | 'leftOver'
  | 'reason'
  | 'textDigest'
>

export type RevisionSignature = {
  readonly deed: RevisionDeed
  readonly signedBy: string
  readonly now: number
  readonly changes: unknown
}

export type SavedTranslation =
  | { readonly kind: 'saved'; readonly translation: StoredTranslation }
  | { readonly kind: 'stale'; readonly current: StoredTranslation }

export type TranslationRevision = {
  readonly revision: number
  readonly deed: RevisionDeed
  readonly signedBy: string
  readonly signedAt: number
  readonly changes: unknown
}

/** A reading’s first translation into a language; one that is there already is given back as `stale`. */
export async function addTranslation(
  db: Db,
  of: { readonly readingId: ReadingId; readonly itemId: ItemId; readonly from: string; readonly to: string },
  draft: TranslationDraft,
  by: RevisionSignature,
): Promise<SavedTranslation> {
  const id = newId<'translation'>(by.now)
  const { readingId, itemId, from, to } = of
  const added = await db
    .insertInto('translations')
    .values({
      id,
      reading_id: readingId,
      item_id: itemId,
      from_language: from,
      to_language: to,
      ...toColumns(draft, to),
      created_at: by.now,
      changed_at: by.now,
      revision: 1,
    })
    .onConflict((c) => c.columns(['reading_id', 'to_language']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) await addRevision(db, id, 1, by)
  const current = await findTranslationOf(db, readingId, to)
  if (!current) throw new Error('a translation that was just added is gone')
  if (added) await queueRetold(db, readingId, { title: null, lead: null }, current, by.now)
  return added ? { kind: 'saved', translation: current } : { kind: 'stale', current }
}

/** Changes a translation that nobody else has changed since `revision`. */
export async function reviseTranslation(
  db: Db,
  id: TranslationId,
  revision: number,
  draft: TranslationDraft & { readonly to: string },
  by: RevisionSignature,
): Promise<SavedTranslation | undefined> {
  const before = await db
    .selectFrom('translations')
    .select(['title', 'lead'])
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  const done = await db
    .updateTable('translations')
    .set({ ...toColumns(draft, draft.to), changed_at: by.now, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  const isDone = Number(done.numUpdatedRows) > 0
  if (isDone) await addRevision(db, id, revision + 1, by)
  const current = await findTranslation(db, id)
  if (!current) return undefined
  if (isDone && before) await queueRetold(db, current.readingId, before, current, by.now)
  return isDone ? { kind: 'saved', translation: current } : { kind: 'stale', current }
}

async function addRevision(
  db: Db,
  id: string,
  revision: number,
  { deed, signedBy, now, changes }: RevisionSignature,
): Promise<void> {
  const row = {
    translation_id: id,
    revision,
    deed,
    signed_by: signedBy,
    signed_at: now,
    changes: JSON.stringify(changes),
  }
  await db.insertInto('translation_revisions').values(row).execute()
}

export async function findTranslation(db: Db, id: TranslationId): Promise<StoredTranslation | undefined> {
  const row = await db.selectFrom('translations').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTranslation(row)
}

export async function findTranslationOf(
  db: Db,
  readingId: ReadingId,
  to: string,
): Promise<StoredTranslation | undefined> {
  const row = await db
    .selectFrom('translations')
    .selectAll()
    .where('reading_id', '=', readingId)
    .where('to_language', '=', to)
    .executeTakeFirst()
  return row && toTranslation(row)
}

/** All translations of an item, of its latest reading and of older ones, the latest first. */
export async function listTranslations(db: Db, itemId: ItemId): Promise<StoredTranslation[]> {
  const rows = await db
    .selectFrom('translations')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toTranslation)
}

/** The greatest integer of both databases. */
const LAST_REVISION = 2_147_483_647

/** The newest translation into a language of another text of the same page. */
export async function findEarlierTranslation(
  db: Db,
  { id, itemId }: { readonly id: ReadingId; readonly itemId: ItemId },
  to: string,
): Promise<StoredTranslation | undefined> {
  const row = await db
    .selectFrom('translations')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('reading_id', '!=', id)
    .where('to_language', '=', to)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && toTranslation(row)
}

/** The languages that a page has been translated into. */
export async function listTargets(db: Db, itemId: ItemId): Promise<string[]> {
  const rows = await db
    .selectFrom('translations')
    .select('to_language')
    .distinct()
    .where('item_id', '=', itemId)
    .orderBy('to_language')
    .execute()
  return rows.map((row) => row.to_language)
}

/** The history, newest first. @param after only what came after this revision @param until and not after this one */
export async function listRevisions(
  db: Db,
  id: TranslationId,
  limit = 500,
  after = 0,
  until = LAST_REVISION,
): Promise<TranslationRevision[]> {
  const rows = await db
    .selectFrom('translation_revisions')
    .selectAll()
    .where('translation_id', '=', id)
    .where('revision', '>', after)
    .where('revision', '<=', until)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    deed: row.deed as RevisionDeed,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    changes: JSON.parse(row.changes) as unknown,
  }))
}

function toColumns(draft: TranslationDraft, to: string) {
  const { lead, leadState } = leadOf(draft.segments, to)
  return {
    title: draft.title,
    title_state: draft.titleState,
    title_origin: draft.titleOrigin && JSON.stringify(draft.titleOrigin),
    title_reviewed_by: draft.titleReviewedBy,
    title_reviewed_at: draft.titleReviewedAt,
    title_flags: JSON.stringify(draft.titleFlags),
    title_source: draft.titleSource,
    lead,
    lead_state: leadState,
    segments: JSON.stringify(draft.segments),
    left_over: JSON.stringify(draft.leftOver),
    text_digest: draft.textDigest,
    state: weakestState(draft.segments.map((segment) => segment.state)),
    reason: draft.reason,
  }
}

const toOrigin = (json: string | null): SegmentOrigin | null =>
  json === null ? null : (JSON.parse(json) as SegmentOrigin)

function toTranslation(row: Selectable<TranslationRow>): StoredTranslation {
  return {
    id: row.id as TranslationId,
    readingId: row.reading_id as ReadingId,
    itemId: row.item_id as ItemId,
    from: row.from_language,
    to: row.to_language,
    title: row.title,
    titleState: row.title_state as TranslationState,
    titleOrigin: toOrigin(row.title_origin),
    titleReviewedBy: row.title_reviewed_by,
    titleReviewedAt: row.title_reviewed_at,
    titleFlags: JSON.parse(row.title_flags) as SegmentFlag[],
    titleSource: row.title_source,
    lead: row.lead,
    leadState: row.lead_state as TranslationState,
    segments: JSON.parse(row.segments) as Segment[],
    leftOver: JSON.parse(row.left_over) as LeftOver[],
    textDigest: row.text_digest,
    state: row.state as TranslationState,
    reason: row.reason,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    revision: row.revision,
  }
}
