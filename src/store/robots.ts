// What hosts told us in their robots.txt, kept so that it is asked once a day and not once a page.

import type { Robots } from '../lib/robots.ts'
import type { Db } from './db.ts'

export type KeptRobots = { readonly origin: string; readonly fetchedAt: number; readonly robots: Robots }

export async function findRobots(db: Db, origin: string): Promise<KeptRobots | undefined> {
  const row = await db.selectFrom('robots').selectAll().where('origin', '=', origin).executeTakeFirst()
  return row && { origin: row.origin, fetchedAt: row.fetched_at, robots: JSON.parse(row.rules) as Robots }
}

export async function saveRobots(db: Db, { origin, fetchedAt, robots }: KeptRobots): Promise<void> {
  const row = { fetched_at: fetchedAt, rules: JSON.stringify(robots) }
  await db
    .insertInto('robots')
    .values({ origin, ...row })
    .onConflict((c) => c.column('origin').doUpdateSet(row))
    .execute()
}
