// Titles and leads of readings in every language that they are on record in: what a page is also found by.

import type { CaptureId } from '../domain/capture.ts'
import type { ReadingId } from '../domain/reading.ts'
import { namesOf, type SegmentOrigin, type TranslationState } from '../domain/translation.ts'
import type { Db } from './db.ts'
import type { TranslationHead } from './translations.ts'

const AT_ONCE = 500

/** The heads of each reading, in the order of their languages; readings without any are not in the map. */
export async function listHeads(db: Db, ids: readonly ReadingId[]): Promise<Map<ReadingId, TranslationHead[]>> {
  const rows: HeadRow[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE)
    rows.push(
      ...(await selectHeads(db)
        .where('t.reading_id', 'in', ids.slice(start, start + AT_ONCE))
        .execute()),
    )
  const byReading = Map.groupBy(rows, ({ reading_id }) => reading_id as ReadingId)
  return new Map([...byReading].map(([id, heads]) => [id, heads.map(toHead)]))
}

/** The heads of the reading that a capture has already: one that is read again keeps its translations. */
export async function listHeadsOf(db: Db, captureId: CaptureId): Promise<TranslationHead[]> {
  const rows = await selectHeads(db)
    .innerJoin('readings as r', 'r.id', 't.reading_id')
    .where('r.capture_id', '=', captureId)
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

function selectHeads(db: Db) {
  return db
    .selectFrom('translations as t')
    .select(['t.reading_id', 't.to_language', 't.title', 't.title_state', 't.title_origin', 't.title_reviewed_by'])
    .select(['t.lead', 't.lead_state'])
    .where((e) => e.or([e('t.title', 'is not', null), e('t.lead', 'is not', null)]))
    .orderBy('t.reading_id')
    .orderBy('t.to_language')
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHeads>['execute']>>[number]

function toHead(row: HeadRow): TranslationHead {
  const origin = row.title_origin === null ? null : (JSON.parse(row.title_origin) as SegmentOrigin)
  return {
    language: row.to_language,
    title: row.title,
    titleState: row.title_state as TranslationState,
    titleBy: namesOf(origin, { reviewedBy: row.title_reviewed_by }),
    lead: row.lead,
    leadState: row.lead_state as TranslationState,
  }
}
