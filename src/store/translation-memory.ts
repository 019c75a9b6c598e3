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
/** A word that stands in more sentences than this tells nothing; the other words of the sentence do. */
const MOST_OF_A_WORD = 2_000

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
    found.push(...rows.map(toUnit))
  }
  return found
}

/** Sentences of a size between the two that share a rare word. */
export async function findCandidates(
  db: Db,
  grams: readonly number[],
  sizes: { least: number; most: number },
): Promise<MemoryUnit[]> {
  const numbers = new Set<number>()
  for (const gram of new Set(grams)) {
    const rows = await db
      .selectFrom('memory_grams')
      .select('segment_no')
      .where('gram', '=', gram)
      .where('size', '>=', sizes.least)
      .where('size', '<=', sizes.most)
      .limit(MOST_OF_A_WORD)
      .execute()
    for (const { segment_no } of rows) numbers.add(segment_no)
  }
  return findByKeys(db, [...numbers])
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
  return rows.map(toUnit)
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

function toUnit(row: MemorySegmentRow): MemoryUnit {
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
