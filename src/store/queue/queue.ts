// The port of the queue: work that waits survives any end of the process, and ends together with its result.

import type { Job, JobId, JobName, NewJob } from '../../domain/job.ts'
import type { Db } from '../db.ts'

/** How long a claimed job may stay silent before another worker takes it: longer than any job may run. */
export const LEASE_MS = 10 * 60_000

export type QueueCounts = Readonly<Record<JobName, { waiting: number; due: number; running: number; failed: number }>>

export type FailedJob = {
  readonly id: JobId
  readonly name: JobName
  readonly data: unknown
  readonly error: string
  readonly attempts: number
}

/** How many jobs to take: `laned` wait for hosts, `laneless` for our own cores. */
export type ClaimLimits = { readonly laned: number; readonly laneless: number }

/** `freeAt`: when the job's lane may be used again, milliseconds UTC. */
export type JobEnd = { readonly job: Job; readonly freeAt: number }

export type Queue = {
  /** Adds work in the caller's transaction, so that a result and what follows from it commit together. */
  enqueue(tx: Db, jobs: readonly NewJob[]): Promise<void>
  /** Takes due jobs: at most one of each lane, and none of a lane that is busy or must rest. */
  claim(now: number, limits: ClaimLimits): Promise<Job[]>
  /** These jobs are done: they are gone when the transaction commits. */
  finish(tx: Db, ends: readonly JobEnd[]): Promise<void>
  /** The job went wrong and is tried again at `runAt`. */
  retry(tx: Db, job: Job, end: { runAt: number; error: string; freeAt: number }): Promise<void>
  /** The job went wrong too often: kept with its error until a person retries or drops it. */
  bury(tx: Db, job: Job, end: { error: string; freeAt: number }): Promise<void>
  /** Prolongs the leases of jobs still running. */
  extend(jobs: readonly JobId[], now: number): Promise<void>
  /**
   * Gives back the jobs whose worker has been silent: leases that ended before `silentBefore`.
   * A worker that knows itself alone on a home passes a time beyond all leases. Returns how many.
   */
  release(silentBefore: number): Promise<number>
  /** Removes the waiting job of this key; true if there was one. A running one is let run. */
  drop(tx: Db, key: string): Promise<boolean>
  /** A failed job waits again, from now. */
  revive(tx: Db, id: JobId, now: number): Promise<boolean>
  failures(limit: number): Promise<FailedJob[]>
  counts(now: number): Promise<QueueCounts>
  /** When the next job falls due, running lanes aside; null when none waits. */
  nextDueAt(): Promise<number | null>
}
