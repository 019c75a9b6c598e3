// What a list needs to know of readings: the first lines, not the whole text.

import type { PrintedDate, ReadingId } from '../domain/reading.ts'
import { sql } from 'kysely'
import type { Db } from './db.ts'

/** The beginning of a reading, for rows of lists. */
export type ReadingHead = {
  readonly id: ReadingId
  readonly title: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly published: PrintedDate | null
  /** The first characters of the text, at most 600. */
  readonly opening: string
}

const OPENING = 600

/** The heads of the readings given, by id; unknown ids are left out. */
export async function findReadingHeads(db: Db, ids: readonly ReadingId[]): Promise<Map<ReadingId, ReadingHead>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings')
    .select(['id', 'title', 'language', 'details', sql<string>`substr(text, 1, ${OPENING})`.as('opening')])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id as ReadingId, toHead(row)]))
}

type HeadRow = { id: string; title: string | null; language: string | null; details: string; opening: string }

function toHead(row: HeadRow): ReadingHead {
  const { direction, published } = JSON.parse(row.details) as Pick<ReadingHead, 'direction' | 'published'>
  return {
    id: row.id as ReadingId,
    title: row.title,
    language: row.language,
    direction,
    published,
    opening: row.opening,
  }
}
