// The queue as two tables: jobs, and the lanes (hosts) they must queue for.
// Politeness lives here because only the queue sees all the work there is: a lane that must rest
// is not claimed, by any worker, and no worker waits with a job in its hands.

import { sql, PostgresAdapter } from 'kysely'
import { newId } from '../../domain/id.ts'
import { jobNames, type Job, type JobId, type JobName, type NewJob } from '../../domain/job.ts'
import type { Db } from '../db.ts'
import type { JobRow } from '../schema.ts'
import { LEASE_MS, type Queue, type QueueCounts } from './queue.ts'

export function createTableQueue(db: Db): Queue {
  const locks = db.getExecutor().adapter instanceof PostgresAdapter

  return {
    enqueue: enqueueJobs,
    claim: (now, limits) =>
      db.transaction().execute(async (tx) => {
        const laneless = await findLaneless(tx, { now, limit: limits.laneless, locks })
        const laned = await findLaned(tx, { now, limit: limits.laned, locks })
        const ids = [...laneless, ...laned]
        return ids.length === 0 ? [] : takeJobs(tx, ids, now)
      }),
    async finish(tx, job, freeAt) {
      await tx.deleteFrom('jobs').where('id', '=', job.id).execute()
      await freeLane(tx, job.lane, freeAt)
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
    release: (silentBefore) => db.transaction().execute((tx) => releaseJobs(tx, silentBefore)),
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
  for (let start = 0; start < rows.length; start += 200) {
    await tx
      .insertInto('jobs')
      .values(rows.slice(start, start + 200))
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

/** Tells a lane that work waits in it from `nextAt`. */
async function announce(tx: Db, lane: string, nextAt: number): Promise<void> {
  await tx
    .insertInto('lanes')
    .values({ lane, busy: 0, free_at: 0, next_at: nextAt })
    .onConflict((c) =>
      c.column('lane').doUpdateSet((e) => ({
        next_at: e
          .case()
          .when(e.or([e('lanes.next_at', 'is', null), e('lanes.next_at', '>', nextAt)]))
          .then(nextAt)
          .else(e.ref('lanes.next_at'))
          .end(),
      })),
    )
    .execute()
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

async function findLaned(tx: Db, { now, limit, locks }: ClaimWish): Promise<JobId[]> {
  if (limit <= 0) return []
  let ready = tx
    .selectFrom('lanes')
    .select('lane')
    .where('busy', '=', 0)
    .where('next_at', '<=', now)
    .where('free_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
  if (locks) ready = ready.forUpdate().skipLocked()
  const ids: JobId[] = []
  for (const { lane } of await ready.execute()) {
    const first = await tx
      .selectFrom('jobs')
      .select('id')
      .where('lane', '=', lane)
      .where('state', '=', 'queued')
      .where('run_at', '<=', now)
      .orderBy('run_at')
      .limit(1)
      .executeTakeFirst()
    if (first) {
      ids.push(first.id as JobId)
      await tx.updateTable('lanes').set({ busy: 1 }).where('lane', '=', lane).execute()
    } else await refreshLane(tx, lane)
  }
  return ids
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
  await tx.updateTable('lanes').set({ busy: 0, free_at: freeAt }).where('lane', '=', lane).execute()
  await refreshLane(tx, lane)
}

async function refreshLane(tx: Db, lane: string): Promise<void> {
  await tx
    .updateTable('lanes')
    .set((e) => ({
      next_at: e
        .selectFrom('jobs')
        .select((j) => j.fn.min('jobs.run_at').as('next'))
        .where('jobs.lane', '=', lane)
        .where('jobs.state', '=', 'queued'),
    }))
    .where('lane', '=', lane)
    .execute()
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
  const free = await db
    .selectFrom('jobs')
    .select((e) => e.fn.min('run_at').as('at'))
    .where('lane', 'is', null)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  const laned = await db
    .selectFrom('lanes')
    .select(sql<number | null>`min(case when next_at > free_at then next_at else free_at end)`.as('at'))
    .where('busy', '=', 0)
    .where('next_at', 'is not', null)
    .executeTakeFirst()
  const times = [free?.at, laned?.at].filter((at): at is number => at !== null && at !== undefined)
  return times.length === 0 ? null : Math.min(...times.map(Number))
}
