// The queue as two tables: jobs, and the lanes (hosts) they must queue for.
// Politeness lives here because only the queue sees all the work there is: a lane that must rest
// is not claimed, by any worker, and no worker waits with a job in its hands.

import { sql, PostgresAdapter, type RawBuilder } from 'kysely'
import { newId } from '../../domain/id.ts'
import { jobNames, type Job, type JobId, type JobName, type NewJob } from '../../domain/job.ts'
import type { Db } from '../db.ts'
import { inTransaction } from '../in-transaction.ts'
import type { JobRow } from '../schema.ts'
import { LEASE_MS, type ClaimLimits, type Queue, type QueueCounts } from './queue.ts'

/** Rows in one statement. */
const AT_ONCE = 200

export function createTableQueue(db: Db): Queue {
  const locks = db.getExecutor().adapter instanceof PostgresAdapter

  return {
    enqueue: enqueueJobs,
    async claim(now, limits) {
      // Most looks find nothing, and a look alone costs no transaction.
      if (!(await isAnyDue(db, now, limits))) return []
      return inTransaction(db, async (tx) => {
        const laneless = await findLaneless(tx, { now, limit: limits.laneless, locks })
        const laned = await findLaned(tx, { now, limit: limits.laned, locks })
        const ids = [...laneless, ...laned]
        return ids.length === 0 ? [] : takeJobs(tx, ids, now)
      })
    },
    async finish(tx, ends) {
      for (let start = 0; start < ends.length; start += AT_ONCE) {
        const ids = ends.slice(start, start + AT_ONCE).map(({ job }) => job.id)
        await tx.deleteFrom('jobs').where('id', 'in', ids).execute()
      }
      for (const { job, freeAt } of ends) await freeLane(tx, job.lane, freeAt)
    },
    async retry(tx, job, end) {
      await endAttempt(tx, job, { state: 'queued', run_at: end.runAt, error: end.error })
      await freeLane(tx, job.lane, end.freeAt)
    },
    async bury(tx, job, end) {
      await endAttempt(tx, job, { state: 'failed', error: end.error })
      await freeLane(tx, job.lane, end.freeAt)
    },
    async extend(ids, now) {
      if (ids.length === 0) return
      await db
        .updateTable('jobs')
        .set({ lease_until: now + LEASE_MS })
        .where('id', 'in', ids)
        .execute()
    },
    release: (silentBefore) => inTransaction(db, (tx) => releaseJobs(tx, silentBefore)),
    drop: dropWaiting,
    revive: reviveJob,
    failures: (limit) => listFailures(db, limit),
    counts: (now) => countJobs(db, now),
    nextDueAt: () => findNextDue(db),
  }
}

async function enqueueJobs(tx: Db, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map(toRow)
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await tx
      .insertInto('jobs')
      .values(rows.slice(start, start + AT_ONCE))
      .onConflict((c) =>
        c.column('key').doUpdateSet((e) => ({
          run_at: e
            .case()
            .when('jobs.run_at', '<', e.ref('excluded.run_at'))
            .then(e.ref('jobs.run_at'))
            .else(e.ref('excluded.run_at'))
            .end(),
        })),
      )
      .execute()
  }
  const earliest = new Map<string, number>()
  for (const row of rows) {
    if (row.lane !== null) earliest.set(row.lane, Math.min(row.run_at, earliest.get(row.lane) ?? Infinity))
  }
  for (const [lane, nextAt] of earliest) await announce(tx, lane, nextAt)
}

function toRow(job: NewJob): JobRow {
  const runAt = job.runAt ?? 0
  return {
    id: newId(runAt),
    name: job.name,
    data: JSON.stringify(job.data),
    key: job.key ?? null,
    lane: job.lane ?? null,
    run_at: runAt,
    state: 'queued',
    attempts: 0,
    lease_until: null,
    error: null,
  }
}

/** Tells a lane that work waits in it from `nextAt`. A lane that rests is not due before its rest is over. */
async function announce(tx: Db, lane: string, nextAt: number): Promise<void> {
  await tx
    .insertInto('lanes')
    .values({ lane, busy: 0, free_at: 0, next_at: nextAt })
    .onConflict((c) =>
      c.column('lane').doUpdateSet({
        next_at: sql<number>`case
          when lanes.next_at is not null and lanes.next_at <= ${nextAt} then lanes.next_at
          when lanes.free_at > ${nextAt} then lanes.free_at
          else ${nextAt} end`,
      }),
    )
    .execute()
}

async function isAnyDue(db: Db, now: number, { laned, laneless }: ClaimLimits): Promise<boolean> {
  const free = laneless > 0 ? await findFirstLaneless(db) : null
  if (free !== null && free <= now) return true
  const lane = laned > 0 ? await findFirstLaned(db) : null
  return lane !== null && lane <= now
}

type ClaimWish = { readonly now: number; readonly limit: number; readonly locks: boolean }

async function findLaneless(tx: Db, { now, limit, locks }: ClaimWish): Promise<JobId[]> {
  if (limit <= 0) return []
  let due = tx
    .selectFrom('jobs')
    .select('id')
    .where('lane', 'is', null)
    .where('state', '=', 'queued')
    .where('run_at', '<=', now)
    .orderBy('run_at')
    .limit(limit)
  if (locks) due = due.forUpdate().skipLocked()
  return (await due.execute()).map((row) => row.id as JobId)
}

/** The first due job of each of the lanes that have been due longest; these lanes are busy from now on. */
async function findLaned(tx: Db, { now, limit, locks }: ClaimWish): Promise<JobId[]> {
  if (limit <= 0) return []
  let ready = tx
    .selectFrom('lanes')
    .select((e) => [
      'lanes.lane',
      e
        .selectFrom('jobs')
        .select('jobs.id')
        .whereRef('jobs.lane', '=', 'lanes.lane')
        .where('jobs.state', '=', 'queued')
        .where('jobs.run_at', '<=', now)
        .orderBy('jobs.run_at')
        .limit(1)
        .as('first'),
    ])
    .where('lanes.busy', '=', 0)
    .where('lanes.next_at', '<=', now)
    .where('lanes.free_at', '<=', now)
    .orderBy('lanes.next_at')
    .limit(limit)
  if (locks) ready = ready.forUpdate().skipLocked()
  const rows = await ready.execute()
  const taken = rows.flatMap(({ lane, first }) => (first === null ? [] : [{ lane, id: first as JobId }]))
  for (const { lane, first } of rows) if (first === null) await refreshLane(tx, lane)
  if (taken.length === 0) return []
  await tx
    .updateTable('lanes')
    .set({ busy: 1 })
    .where(
      'lane',
      'in',
      taken.map(({ lane }) => lane),
    )
    .execute()
  return taken.map(({ id }) => id)
}

async function takeJobs(tx: Db, ids: readonly JobId[], now: number): Promise<Job[]> {
  const rows = await tx
    .updateTable('jobs')
    .set({ state: 'running', lease_until: now + LEASE_MS })
    .where('id', 'in', ids)
    .returningAll()
    .execute()
  return rows.map(toJob)
}

function toJob(row: JobRow): Job {
  return {
    id: row.id as JobId,
    name: row.name as JobName,
    data: JSON.parse(row.data) as unknown,
    lane: row.lane,
    attempts: row.attempts,
  } as Job
}

async function endAttempt(tx: Db, job: Job, end: Partial<JobRow>): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ ...end, attempts: job.attempts + 1, lease_until: null })
    .where('id', '=', job.id)
    .execute()
}

async function freeLane(tx: Db, lane: string | null, freeAt: number): Promise<void> {
  if (lane === null) return
  await tx
    .updateTable('lanes')
    .set({ busy: 0, free_at: freeAt, next_at: nextOf(lane, sql`${freeAt}`) })
    .where('lane', '=', lane)
    .execute()
}

async function refreshLane(tx: Db, lane: string): Promise<void> {
  await tx
    .updateTable('lanes')
    .set({ next_at: nextOf(lane, sql`lanes.free_at`) })
    .where('lane', '=', lane)
    .execute()
}

/** When a lane is due: its first waiting job, but not before its rest is over; null when none waits. */
function nextOf(lane: string, freeAt: RawBuilder<unknown>) {
  return sql<number | null>`(
    select case when min(run_at) < ${freeAt} then ${freeAt} else min(run_at) end
    from jobs where jobs.lane = ${lane} and jobs.state = 'queued')`
}

async function releaseJobs(tx: Db, silentBefore: number): Promise<number> {
  const released = await tx
    .updateTable('jobs')
    .set({ state: 'queued', lease_until: null })
    .where('state', '=', 'running')
    .where('lease_until', '<', silentBefore)
    .returning('lane')
    .execute()
  const lanes = new Set(released.flatMap((row) => (row.lane === null ? [] : [row.lane])))
  for (const lane of lanes) {
    await tx.updateTable('lanes').set({ busy: 0 }).where('lane', '=', lane).execute()
    await refreshLane(tx, lane)
  }
  return released.length
}

async function dropWaiting(tx: Db, key: string): Promise<boolean> {
  const dropped = await tx
    .deleteFrom('jobs')
    .where('key', '=', key)
    .where('state', '!=', 'running')
    .returning('lane')
    .executeTakeFirst()
  if (dropped?.lane) await refreshLane(tx, dropped.lane)
  return dropped !== undefined
}

async function reviveJob(tx: Db, id: JobId, now: number): Promise<boolean> {
  const revived = await tx
    .updateTable('jobs')
    .set({ state: 'queued', run_at: now, attempts: 0, error: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .returning('lane')
    .executeTakeFirst()
  if (revived?.lane) await refreshLane(tx, revived.lane)
  return revived !== undefined
}

async function listFailures(db: Db, limit: number) {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where('state', '=', 'failed')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id as JobId,
    name: row.name as JobName,
    data: JSON.parse(row.data) as unknown,
    error: row.error ?? '',
    attempts: row.attempts,
  }))
}

async function countJobs(db: Db, now: number): Promise<QueueCounts> {
  const rows = await db
    .selectFrom('jobs')
    .select((e) => [
      'name',
      'state',
      e.fn.countAll().as('n'),
      sql<number>`sum(case when run_at <= ${now} then 1 else 0 end)`.as('due'),
    ])
    .groupBy(['name', 'state'])
    .execute()
  const counts = Object.fromEntries(jobNames.map((name) => [name, { waiting: 0, due: 0, running: 0, failed: 0 }]))
  for (const row of rows) {
    const count = counts[row.name]
    if (!count) continue
    if (row.state === 'running') count.running = Number(row.n)
    else if (row.state === 'failed') count.failed = Number(row.n)
    else Object.assign(count, { waiting: Number(row.n), due: Number(row.due) })
  }
  return counts as QueueCounts
}

async function findNextDue(db: Db): Promise<number | null> {
  const [free, laned] = [await findFirstLaneless(db), await findFirstLaned(db)]
  return free !== null && laned !== null ? Math.min(free, laned) : (free ?? laned)
}

async function findFirstLaneless(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('jobs')
    .select((e) => e.fn.min('run_at').as('at'))
    .where('lane', 'is', null)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return typeof row?.at === 'number' ? row.at : null
}

async function findFirstLaned(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('lanes')
    .select((e) => e.fn.min('next_at').as('at'))
    .where('busy', '=', 0)
    .executeTakeFirst()
  return typeof row?.at === 'number' ? row.at : null
}
