// Translations of current readings that are not whole, beside the jobs that wait for them.

import { sql } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { Segment, TranslationId } from '../domain/translation.ts'
import type { Db } from './db.ts'

/** `waiting`: in the queue; `failed`: engines could not, and nothing waits; `people`: no engine was ever in trouble over it. */
export type WorkState = 'waiting' | 'failed' | 'people'

export type OpenTranslation = {
  readonly id: TranslationId
  readonly itemId: ItemId
  readonly readingId: ReadingId
  readonly from: string
  readonly to: string
  readonly state: WorkState
  readonly done: number
  readonly of: number
  readonly reason: string | null
  readonly changedAt: number
  /** When the queue comes to it; null = nothing waits. */
  readonly nextTryAt: number | null
}

/** By these sentences the records know that a translation is left to people, and that nothing failed. */
export const LEFT_TO_PEOPLE = 'These languages are translated by people: nobody has done it yet.'
export const NO_ENGINE = 'No engine is set up for these languages.'

/** A state as SQL: of the translation `t` and the job `j` that waits for it. */
const stateOf = sql<WorkState>`case
  when j.id is not null and j.state != 'failed' then 'waiting'
  when j.state = 'failed' then 'failed'
  when t.reason is null or t.reason like ${`%${LEFT_TO_PEOPLE}%`} or t.reason = ${NO_ENGINE} then 'people'
  else 'failed' end`

/** Those of the readings that stand; a job's key names its reading, see `translateJob`. */
const openWork = sql`from translations t
  join items i on i.id = t.item_id and i.reading_id = t.reading_id
  left join jobs j on j.key = (
    select w.key from jobs w
    where w.key in (
      'translate:' || t.reading_id || ':' || t.to_language || ':lead',
      'translate:' || t.reading_id || ':' || t.to_language || ':whole')
    order by case w.state when 'failed' then 1 else 0 end, w.run_at limit 1)
  where t.state = 'none'`

const inState = (state: WorkState | undefined) => (state === undefined ? sql`` : sql`and ${stateOf} = ${state}`)

export async function countOpenTranslations(db: Db): Promise<Record<WorkState, number>> {
  const { rows } = await sql<{
    state: WorkState
    n: number
  }>`select ${stateOf} as state, count(*) as n ${openWork} group by 1`.execute(db)
  const counts = { waiting: 0, failed: 0, people: 0 }
  for (const { state, n } of rows) counts[state] = Number(n)
  return counts
}

/** Why the failed ones failed, the most frequent first. */
export async function countReasons(db: Db, limit: number): Promise<{ reason: string; count: number }[]> {
  const { rows } = await sql<{ reason: string; n: number }>`
    select coalesce(t.reason, j.error, '') as reason, count(*) as n ${openWork} ${inState('failed')}
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(db)
  return rows.map(({ reason, n }) => ({ reason, count: Number(n) }))
}

type OpenRow = {
  id: string
  item_id: string
  reading_id: string
  from_language: string
  to_language: string
  segments: string
  reason: string | null
  changed_at: number
  state: WorkState
  run_at: number | null
}

/** Latest changed first. */
export async function listOpenTranslations(
  db: Db,
  state: WorkState | undefined,
  limit: number,
  offset = 0,
): Promise<OpenTranslation[]> {
  const { rows } = await sql<OpenRow>`
    select t.id, t.item_id, t.reading_id, t.from_language, t.to_language, t.segments, t.changed_at,
      coalesce(t.reason, j.error) as reason, ${stateOf} as state,
      case when j.state = 'queued' then j.run_at end as run_at
    ${openWork} ${inState(state)}
    order by t.changed_at desc, t.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows.map(toOpen)
}

function toOpen(row: OpenRow): OpenTranslation {
  const segments = JSON.parse(row.segments) as Pick<Segment, 'state'>[]
  return {
    id: row.id as TranslationId,
    itemId: row.item_id as ItemId,
    readingId: row.reading_id as ReadingId,
    from: row.from_language,
    to: row.to_language,
    state: row.state,
    done: segments.filter((segment) => segment.state !== 'none').length,
    of: segments.length,
    reason: row.reason,
    changedAt: row.changed_at,
    nextTryAt: row.run_at,
  }
}

/** How many items that have been read are in each language, the most first. */
export async function countItemLanguages(db: Db, limit: number): Promise<{ language: string; items: number }[]> {
  const rows = await db
    .selectFrom('items')
    .select((e) => ['language', e.fn.countAll().as('n')])
    .where('language', 'is not', null)
    .where('reading_id', 'is not', null)
    .groupBy('language')
    .orderBy('n', 'desc')
    .orderBy('language')
    .limit(limit)
    .execute()
  return rows.map(({ language, n }) => ({ language: language ?? 'und', items: Number(n) }))
}
