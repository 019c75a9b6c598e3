// The translation memory as people look through it: the newest first, a bounded look at a time, however large it is.

import { sql } from 'kysely'
import { primaryOf } from '../lib/primary-of.ts'
import type { Db } from './db.ts'
import { toMemoryUnit, type MemoryUnit } from './translation-memory.ts'
import type { MemorySegmentRow } from './translation-schema.ts'

export type MemoryFilter = {
  readonly from?: string
  readonly to?: string
  /** Words as they stand in the sentence or its translation. */
  readonly words?: string
}
export type MemoryPlace = { readonly changedAt: number; readonly no: number }
export type MemoryPage = {
  readonly units: readonly MemoryUnit[]
  /** Where to go on; null = that was all. */
  readonly next: MemoryPlace | null
  /** How many sentences were looked at for this page. */
  readonly looked: number
}

/** Sentences that one question looks at: it must not hold up the others. */
const MOST_LOOKED = 20_000
const AT_ONCE = 2_000

export async function findMemoryPage(
  db: Db,
  filter: MemoryFilter,
  limit: number,
  before: MemoryPlace | null,
): Promise<MemoryPage> {
  const units: MemoryUnit[] = []
  let place = before
  let looked = 0
  while (looked < MOST_LOOKED) {
    const part = await findPart(db, place, isOpen(filter) ? limit : AT_ONCE)
    for (const row of part) {
      looked += 1
      place = { changedAt: row.changed_at, no: row.no }
      if (!isWanted(row, filter)) continue
      units.push(toMemoryUnit(row))
      if (units.length === limit) return { units, next: place, looked }
    }
    if (part.length < (isOpen(filter) ? limit : AT_ONCE)) return { units, next: null, looked }
  }
  return { units, next: place, looked }
}

const isOpen = ({ from, to, words }: MemoryFilter): boolean =>
  from === undefined && to === undefined && (words ?? '').trim() === ''

function findPart(db: Db, place: MemoryPlace | null, limit: number): Promise<MemorySegmentRow[]> {
  let query = db.selectFrom('memory_segments').selectAll().orderBy('changed_at', 'desc').orderBy('no', 'desc')
  if (place) query = query.where(sql<boolean>`(changed_at, no) < (${place.changedAt}, ${place.no})`)
  return query.limit(limit).execute()
}

function isWanted(row: MemorySegmentRow, { from, to, words = '' }: MemoryFilter): boolean {
  if (from !== undefined && primaryOf(row.from_language) !== primaryOf(from)) return false
  if (to !== undefined && primaryOf(row.to_language) !== primaryOf(to)) return false
  const wanted = fold(words)
  return wanted === '' || fold(row.source).includes(wanted) || fold(row.target).includes(wanted)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
export async function findMemoryUnit(db: Db, no: number): Promise<MemoryUnit | undefined> {
  const row = await db.selectFrom('memory_segments').selectAll().where('no', '=', no).executeTakeFirst()
  return row && toMemoryUnit(row)
}
