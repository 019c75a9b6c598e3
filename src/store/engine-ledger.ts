// What engines said and what it cost. Written as soon as an answer is there, not with the job that asked for it:
// a kill between the two must not make us pay for the same sentence twice.

import { sql } from 'kysely'
import type { Db } from './db.ts'
import { inTransaction } from './in-transaction.ts'

export type KeptAnswer = {
  readonly key: string
  readonly engine: string
  readonly version: string
  readonly target: string
}
export type EngineCost = {
  readonly engine: string
  readonly requests: number
  readonly characters: number
  readonly micros: number
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

/** Keeps answers and their cost together. @param month YYYY-MM */
export async function keepAnswers(
  db: Db,
  answers: readonly KeptAnswer[],
  cost: EngineCost & { readonly month: string; readonly now: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const { key, engine, version, target } of answers) {
      await tx
        .insertInto('engine_answers')
        .values({ answer_key: key, engine, version, target, answered_at: cost.now })
        .onConflict((c) => c.column('answer_key').doNothing())
        .execute()
    }
    await addCost(tx, cost)
  })
}

async function addCost(
  db: Db,
  { month, engine, requests, characters, micros }: EngineCost & { readonly month: string },
): Promise<void> {
  await db
    .insertInto('engine_costs')
    .values({ month, engine, requests, characters, micros })
    .onConflict((c) =>
      c.columns(['month', 'engine']).doUpdateSet({
        requests: sql<number>`engine_costs.requests + ${requests}`,
        characters: sql<number>`engine_costs.characters + ${characters}`,
        micros: sql<number>`engine_costs.micros + ${micros}`,
      }),
    )
    .execute()
}

/** What each engine cost in a month. */
export async function listCosts(db: Db, month: string): Promise<EngineCost[]> {
  return db
    .selectFrom('engine_costs')
    .select(['engine', 'requests', 'characters', 'micros'])
    .where('month', '=', month)
    .orderBy('engine')
    .execute()
}
