// In: a job that threw, and what. Out: when to try it again, or that it is over.
// Only our own bugs and a world that is away land here; expected endings are values in each room.

import type { Job } from '../domain/job.ts'

export type RetryPlan =
  | { readonly kind: 'again'; readonly runAt: number; readonly error: string }
  | { readonly kind: 'over'; readonly error: string }

const TRIES = 5
const FIRST_PAUSE_MS = 10_000

/** @param now milliseconds UTC */
export function decideRetry(job: Pick<Job, 'attempts'>, error: unknown, now: number): RetryPlan {
  const text = describeError(error)
  if (job.attempts + 1 >= TRIES) return { kind: 'over', error: text }
  return { kind: 'again', runAt: now + FIRST_PAUSE_MS * 4 ** job.attempts, error: text }
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}
