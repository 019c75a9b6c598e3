// A transaction that is begun anew when the database had to choose between two writers that stood in each other's way
// (PostgreSQL: deadlock, serialization failure). Nothing of the lost one was written, so doing it again is safe.

import type { Db, Tx } from './db.ts'

const LOST: ReadonlySet<unknown> = new Set(['40P01', '40001'])
const TRIES = 4

/** @param work writes through `tx` alone; it may run more than once */
export async function inTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (tries === TRIES || !isLost(error)) throw error
    }
  }
}

function isLost(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && LOST.has(error.code)
}
