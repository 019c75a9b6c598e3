// The translation memory in the records: sentences by number, and an index of their rarest words.

import { sql } from 'kysely'
import type { TranslationState } from '../domain/translation.ts'
import type { Db } from './db.ts'
import { insertRows } from './insert-rows.ts'
import type { MemorySegmentRow } from './translation-schema.ts'

export type MemoryUnit = {
  readonly no: number
  readonly from: string
  readonly to: string
  readonly source: string
  readonly sourceKey: string
  readonly target: string
  readonly state: TranslationState
  readonly origin: string
  readonly changedAt: number
}

/** Numbers in one statement. */
const AT_ONCE = 500
/** More sentences than this are not compared word by word with one: those that share least are left out. */
const MOST_CANDIDATES = 5_000

export type IndexedUnit = { readonly unit: MemoryUnit; readonly size: number; readonly grams: readonly number[] }

/** Adds sentences, or gives known ones their newer translation. */
export async function addSegments(db: Db, units: readonly IndexedUnit[]): Promise<void> {
  for (let start = 0; start < units.length; start += AT_ONCE) {
    const part = units.slice(start, start + AT_ONCE)
    const numbers = part.map(({ unit }) => unit.no)
    const known = new Set(
      (await db.selectFrom('memory_segments').select('no').where('no', 'in', numbers).execute()).map(({ no }) => no),
    )
    const fresh = part.filter(({ unit }) => !known.has(unit.no))
    await insertRows(
      db,
      'memory_segments',
      fresh.map(({ unit }) => toRow(unit)),
    )
    await insertRows(
      db,
      'memory_grams',
      fresh.flatMap(({ unit, size, grams }) =>
        [...new Set(grams)].map((gram) => ({ gram, size, segment_no: unit.no })),
      ),
    )
    for (const { unit } of part) if (known.has(unit.no)) await changeSegment(db, unit)
  }
}

/** The key is asked too: a number that two sentences share stays with the first. */
async function changeSegment(db: Db, unit: MemoryUnit): Promise<void> {
  const { target, state, origin, changedAt } = unit
  await db
    .updateTable('memory_segments')
    .set({ target, state, origin, changed_at: changedAt })
    .where('no', '=', unit.no)
    .where('source_key', '=', unit.sourceKey)
    .execute()
}

export async function findByKeys(db: Db, numbers: readonly number[]): Promise<MemoryUnit[]> {
  const found: MemoryUnit[] = []
  for (let start = 0; start < numbers.length; start += AT_ONCE) {
    const rows = await db
      .selectFrom('memory_segments')
      .selectAll()
      .where('no', 'in', numbers.slice(start, start + AT_ONCE))
      .execute()
    found.push(...rows.map(toMemoryUnit))
  }
  return found
}

export type Candidates = {
  /** Sizes in words, both included. */
  readonly least: number
  readonly most: number
  /** How many marks a sentence of a size must share, at least. */
  readonly shared: (size: number) => number
}

/**
 * Sentences that share enough of these marks, those that share most first. Counted in the index alone: of the sentences
 * themselves only those are read that may be alike.
 */
export async function findCandidates(db: Db, grams: readonly number[], sizes: Candidates): Promise<MemoryUnit[]> {
  const shared = Array.from({ length: sizes.most - sizes.least + 1 }, (_, at) => sizes.shared(sizes.least + at))
  const count = sql<number>`count(*)`
  const rows = await db
    .selectFrom('memory_grams')
    .select(['segment_no', 'size', count.as('marks')])
    .where('gram', 'in', [...new Set(grams)])
    .where('size', '>=', sizes.least)
    .where('size', '<=', sizes.most)
    .groupBy(['segment_no', 'size'])
    .having(count, '>=', Math.min(...shared))
    .orderBy('marks', 'desc')
    .orderBy('segment_no')
    .limit(MOST_CANDIDATES)
    .execute()
  const likely = rows.filter(({ size, marks }) => Number(marks) >= sizes.shared(size))
  return findByKeys(
    db,
    likely.map(({ segment_no }) => segment_no),
  )
}

export async function forgetSegment(db: Db, no: number): Promise<boolean> {
  await db.deleteFrom('memory_grams').where('segment_no', '=', no).execute()
  const done = await db.deleteFrom('memory_segments').where('no', '=', no).executeTakeFirst()
  return Number(done.numDeletedRows) > 0
}

/** How many sentences the memory knows, by languages. */
export async function countSegments(db: Db): Promise<{ from: string; to: string; segments: number }[]> {
  const rows = await db
    .selectFrom('memory_segments')
    .select(['from_language as from', 'to_language as to', sql<number>`count(*)`.as('segments')])
    .groupBy(['from_language', 'to_language'])
    .orderBy('from_language')
    .orderBy('to_language')
    .execute()
  return rows.map(({ from, to, segments }) => ({ from, to, segments: Number(segments) }))
}

/** A part of the memory, in the order of the numbers. @param after the last number of the part before */
export async function listSegments(db: Db, after: number, limit: number): Promise<MemoryUnit[]> {
  const rows = await db
    .selectFrom('memory_segments')
    .selectAll()
    .where('no', '>', after)
    .orderBy('no')
    .limit(limit)
    .execute()
  return rows.map(toMemoryUnit)
}

function toRow({ no, from, to, source, sourceKey, target, state, origin, changedAt }: MemoryUnit): MemorySegmentRow {
  return {
    no,
    from_language: from,
    to_language: to,
    source,
    source_key: sourceKey,
    target,
    state,
    origin,
    changed_at: changedAt,
  }
}

export function toMemoryUnit(row: MemorySegmentRow): MemoryUnit {
  return {
    no: row.no,
    from: row.from_language,
    to: row.to_language,
    source: row.source,
    sourceKey: row.source_key,
    target: row.target,
    state: row.state as TranslationState,
    origin: row.origin,
    changedAt: row.changed_at,
  }
}
