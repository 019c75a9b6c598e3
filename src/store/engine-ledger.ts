// What engines said and what it cost. Written as soon as an answer is there (engine-claims.ts), not with the job that asked
// for it: a kill between the two must not make us pay for the same sentence twice.

import type { Db } from './db.ts'

export type KeptAnswer = {
  readonly key: string
  readonly engine: string
  readonly version: string
  readonly target: string
}
export type EngineCost = {
  /** Its identity (engine-identity.ts): two services of one kind have a budget each. */
  readonly engine: string
  readonly requests: number
  readonly characters: number
  readonly micros: number
  /** Characters among these whose answer never came, or was lost with the process that asked. */
  readonly lost: number
}

const AT_ONCE = 500

/** Answer key → what the engine said. */
export async function findAnswers(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const rows = await db
      .selectFrom('engine_answers')
      .select(['answer_key', 'target'])
      .where('answer_key', 'in', keys.slice(start, start + AT_ONCE))
      .execute()
    for (const { answer_key, target } of rows) found.set(answer_key, target)
  }
  return found
}

/**
 * Forgets answers that were of no use, so that they can be asked for again. What they cost stays counted.
 *
 * @param before only those written down by then, milliseconds UTC
 * @returns the keys of those that are gone
 */
export async function setAnswersAside(db: Db, keys: readonly string[], before: number): Promise<string[]> {
  const gone: string[] = []
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const rows = await db
      .deleteFrom('engine_answers')
      .where('answer_key', 'in', keys.slice(start, start + AT_ONCE))
      .where('answered_at', '<=', before)
      .returning('answer_key')
      .execute()
    gone.push(...rows.map(({ answer_key }) => answer_key))
  }
  return gone
}

/** What each engine cost in a month. */
export async function listCosts(db: Db, month: string): Promise<EngineCost[]> {
  return db
    .selectFrom('engine_costs')
    .select(['engine', 'requests', 'characters', 'micros', 'lost'])
    .where('month', '=', month)
    .orderBy('engine')
    .execute()
}
