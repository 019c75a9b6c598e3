// Answers to requests that carry a name of their own (Idempotency-Key), kept for a while: the same request again is the same deed.

import type { Db } from './db.ts'

export type KeptAnswer = {
  /** SHA-256 of what was asked, so that one name is not used for two things. */
  readonly requestDigest: string
  readonly status: number
  readonly body: string
}

/** How long a browser may have been away: a laptop over the holidays. */
const KEPT_MS = 30 * 24 * 3600 * 1000

export async function findKeptAnswer(db: Db, key: string): Promise<KeptAnswer | undefined> {
  const row = await db.selectFrom('kept_answers').selectAll().where('request_key', '=', key).executeTakeFirst()
  return row && { requestDigest: row.request_digest, status: row.status, body: row.body }
}

/** Keeps an answer, and forgets those that are older than a month. @param now milliseconds UTC */
export async function keepAnswer(
  db: Db,
  key: string,
  { requestDigest, status, body }: KeptAnswer,
  now: number,
): Promise<void> {
  await db
    .insertInto('kept_answers')
    .values({ request_key: key, request_digest: requestDigest, status, body, kept_at: now })
    .onConflict((c) => c.column('request_key').doNothing())
    .execute()
  await db
    .deleteFrom('kept_answers')
    .where('kept_at', '<', now - KEPT_MS)
    .execute()
}
