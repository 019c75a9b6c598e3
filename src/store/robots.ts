// What hosts told us in their robots.txt, kept so that it is asked once a day and not once a page.

import type { Db } from './db.ts'

/** `status` null: no answer came; `reason` says why. `body` is empty then. */
export type KeptRobots = {
  readonly origin: string
  readonly fetchedAt: number
  readonly status: number | null
  readonly body: string
  readonly reason: string | null
}

export async function findRobots(db: Db, origin: string): Promise<KeptRobots | undefined> {
  const row = await db.selectFrom('robots').selectAll().where('origin', '=', origin).executeTakeFirst()
  return row && { origin: row.origin, fetchedAt: row.fetched_at, status: row.status, body: row.body, reason: row.reason }
}

export async function saveRobots(db: Db, robots: KeptRobots): Promise<void> {
  const row = { fetched_at: robots.fetchedAt, status: robots.status, body: robots.body, reason: robots.reason }
  await db
    .insertInto('robots')
    .values({ origin: robots.origin, ...row })
    .onConflict((c) => c.column('origin').doUpdateSet(row))
    .execute()
}
