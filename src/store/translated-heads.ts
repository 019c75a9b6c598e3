// Titles and leads of readings as they are translated: what lists show of a page, and what it is also found by.

import type { CaptureId } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import type { ReadingId } from '../domain/reading.ts'
import { namesOf, type SegmentOrigin, type TranslationState } from '../domain/translation.ts'
import type { Db } from './db.ts'
import type { TranslationRow } from './translation-schema.ts'

/** What a list shows of a translation. */
export type TranslationHead = {
  readonly language: string
  readonly title: string | null
  readonly titleState: TranslationState
  /** Who made and who reviewed the title, in words that go on record; null = not known. */
  readonly titleBy: string | null
  readonly lead: string | null
  readonly leadState: TranslationState
}

/** One of several heads of a reading, with when its translation was changed, milliseconds UTC. */
export type DatedHead = TranslationHead & { readonly changedAt: number }

const AT_ONCE = 500

/**
 * Heads of many items, each of the item’s current reading; items without any are not in the map.
 *
 * @param to BCP 47; a translation into another variety of the language (en-GB for en) is given where there is none into it
 */
export async function findHeads(db: Db, itemIds: readonly ItemId[], to: string): Promise<Map<ItemId, TranslationHead>> {
  if (itemIds.length === 0) return new Map()
  const [language = to] = to.split('-')
  const rows = await selectHeads(db)
    .innerJoin('items as i', 'i.reading_id', 't.reading_id')
    .select('i.id as item_id')
    .where('i.id', 'in', itemIds)
    .where((e) => e.or([e('t.to_language', '=', language), e('t.to_language', 'like', `${language}-%`)]))
    .orderBy('t.to_language')
    .execute()
  const byItem = Map.groupBy(rows, ({ item_id }) => item_id as ItemId)
  return new Map(
    [...byItem].flatMap(([id, heads]): [ItemId, TranslationHead][] => {
      const head = pickHead(heads.map(toDatedHead), to)
      return head ? [[id, head]] : []
    }),
  )
}

/**
 * Of the heads of one reading the one to show: into the very language, else into a variety of it, the one changed last.
 *
 * @param to BCP 47
 */
export function pickHead(heads: readonly DatedHead[], to: string): TranslationHead | undefined {
  const [language = to] = to.split('-')
  const isExact = (head: DatedHead) => Number(head.language === to)
  const picked = heads
    .filter((head) => head.language === language || head.language.startsWith(`${language}-`))
    .toSorted((a, b) => isExact(b) - isExact(a) || b.changedAt - a.changedAt)[0]
  if (!picked) return undefined
  const { changedAt: _, ...head } = picked
  return head
}

/** The heads of each reading, in the order of their languages; readings without any are not in the map. */
export async function listHeads(db: Db, ids: readonly ReadingId[]): Promise<Map<ReadingId, DatedHead[]>> {
  const rows: (HeadRow & { readonly reading_id: string })[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE)
    rows.push(
      ...(await selectHeads(db)
        .where('t.reading_id', 'in', ids.slice(start, start + AT_ONCE))
        .orderBy('t.reading_id')
        .orderBy('t.to_language')
        .execute()),
    )
  const byReading = Map.groupBy(rows, ({ reading_id }) => reading_id as ReadingId)
  return new Map([...byReading].map(([id, heads]) => [id, heads.map(toDatedHead)]))
}

/** The heads of the reading that a capture has already: one that is read again keeps its translations. */
export async function listHeadsOf(db: Db, captureId: CaptureId): Promise<TranslationHead[]> {
  const rows = await selectHeads(db)
    .innerJoin('readings as r', 'r.id', 't.reading_id')
    .where('r.capture_id', '=', captureId)
    .orderBy('t.reading_id')
    .orderBy('t.to_language')
    .execute()
  return rows.map(toHead)
}

/** Whether two lists say the same, as far as a page is found by them. */
export function areSameHeads(one: readonly HeadWords[], other: readonly HeadWords[]): boolean {
  return wordsOf(one) === wordsOf(other)
}

type HeadWords = Pick<TranslationHead, 'language' | 'title' | 'lead'>

function wordsOf(heads: readonly HeadWords[]): string {
  return JSON.stringify(heads.map(({ language, title, lead }) => [language, title, lead]))
}

/** Who made and who reviewed the title of a translation, in words that go on record; null = not known. */
export function titleNamesOf(row: Pick<TranslationRow, 'title_origin' | 'title_reviewed_by'>): string | null {
  const origin = row.title_origin === null ? null : (JSON.parse(row.title_origin) as SegmentOrigin)
  return namesOf(origin, { reviewedBy: row.title_reviewed_by })
}

function selectHeads(db: Db) {
  return db
    .selectFrom('translations as t')
    .select(['t.reading_id', 't.to_language', 't.title', 't.title_state', 't.title_origin', 't.title_reviewed_by'])
    .select(['t.lead', 't.lead_state', 't.changed_at'])
    .where((e) => e.or([e('t.title', 'is not', null), e('t.lead', 'is not', null)]))
}

type HeadRow = Pick<
  TranslationRow,
  'to_language' | 'title' | 'title_state' | 'title_origin' | 'title_reviewed_by' | 'lead' | 'changed_at'
> & { readonly lead_state: string }

const toDatedHead = (row: HeadRow): DatedHead => ({ ...toHead(row), changedAt: Number(row.changed_at) })

function toHead(row: HeadRow): TranslationHead {
  return {
    language: row.to_language,
    title: row.title,
    titleState: row.title_state as TranslationState,
    titleBy: titleNamesOf(row),
    lead: row.lead,
    leadState: row.lead_state as TranslationState,
  }
}
