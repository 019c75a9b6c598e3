// In: sentences that somebody is about to pay an engine for. Out: which of them are his to ask, and the money set aside.
// Claimed and charged before the engine is asked: two jobs never pay for one sentence, and together never overdraw a budget.
// A claim is a lease that its holder renews. What a kill leaves behind runs out; its cost stays charged, and is told as lost.

import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'
import type { KeptAnswer } from './engine-ledger.ts'
import { inTransaction } from './in-transaction.ts'

/** A question to an engine: one sentence, by the key of its answer. */
export type Question = { readonly key: string; readonly characters: number }

export type Ask = {
  readonly id: string
  /** Identity of the engine, by which its costs are counted. */
  readonly engine: string
  /** YYYY-MM. */
  readonly month: string
  /** What one character costs, in millionths of the money one pays in. */
  readonly microsPerCharacter: number
  /** Per month; null = no limit. */
  readonly budget: { readonly characters: number | null; readonly micros: number | null }
}

export type Claim =
  | {
      readonly kind: 'claimed'
      /** Keys to ask for now. The others are being asked for by somebody else, or were answered meanwhile. */
      readonly keys: readonly string[]
      /** Characters that an earlier holder asked for and never wrote down. */
      readonly lost: number
    }
  | { readonly kind: 'over-budget' }

/** How the ids of the asks of the one worker that holds a home begin. */
export const WORKER = 'worker'

/** Longer than any pause of a live holder between two renewals. */
export const LEASE_MS = 45_000

class OverBudget extends Error {}

/** Claims and charges in one transaction: all of it, or nothing when the budget has no room. */
export async function claimAnswers(db: Db, ask: Ask, questions: readonly Question[], now: number): Promise<Claim> {
  try {
    return await inTransaction(db, async (tx) => {
      const lost = await dropStale(tx, questions, now)
      const keys = new Set(await insertClaims(tx, ask, questions, now))
      const mine = questions.filter(({ key }) => keys.has(key))
      if (mine.length > 0 && !(await charge(tx, ask, sizeOf(mine)))) throw new OverBudget()
      return { kind: 'claimed', keys: [...keys], lost }
    })
  } catch (error) {
    if (error instanceof OverBudget) return { kind: 'over-budget' }
    throw error
  }
}

const sizeOf = (questions: readonly Question[]): number =>
  questions.reduce((sum, { characters }) => sum + characters, 0)
const microsOf = ({ microsPerCharacter }: Ask, characters: number): number => Math.ceil(characters * microsPerCharacter)

/** Claims whose holder is gone. Their cost stays, because it may have been paid, and is counted as lost. */
async function dropStale(tx: Tx, questions: readonly Question[], now: number): Promise<number> {
  const stale = await tx
    .deleteFrom('engine_claims')
    .where(
      'answer_key',
      'in',
      questions.map(({ key }) => key),
    )
    .where('expires_at', '<=', now)
    .returning(['engine', 'month', 'characters'])
    .execute()
  for (const { engine, month, characters } of stale) await addLost(tx, engine, month, characters)
  return stale.reduce((sum, { characters }) => sum + characters, 0)
}

async function addLost(tx: Tx, engine: string, month: string, characters: number): Promise<void> {
  await tx
    .updateTable('engine_costs')
    .set({ lost: sql<number>`lost + ${characters}` })
    .where('month', '=', month)
    .where('engine', '=', engine)
    .execute()
}

/** In the order of the keys, so that two who want the same wait for each other and never both. */
async function insertClaims(tx: Tx, ask: Ask, questions: readonly Question[], now: number): Promise<string[]> {
  const { id, engine, month } = ask
  const rows = questions
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, characters }) => ({
      answer_key: key,
      ask_id: id,
      engine,
      month,
      characters,
      expires_at: now + LEASE_MS,
    }))
  const inserted = await tx
    .insertInto('engine_claims')
    .values(rows)
    .onConflict((c) => c.column('answer_key').doNothing())
    .returning('answer_key')
    .execute()
  const keys = inserted.map(({ answer_key }) => answer_key)
  const answered = await tx
    .selectFrom('engine_answers')
    .select('answer_key')
    .where('answer_key', 'in', [...keys, ''])
    .execute()
  const done = new Set(answered.map(({ answer_key }) => answer_key))
  if (done.size > 0)
    await tx
      .deleteFrom('engine_claims')
      .where('answer_key', 'in', [...done])
      .execute()
  return keys.filter((key) => !done.has(key))
}

/** False when the budget has no room for it. One statement, so that two at once cannot both find the last room. */
async function charge(tx: Tx, ask: Ask, characters: number): Promise<boolean> {
  const { engine, month, budget } = ask
  const micros = microsOf(ask, characters)
  const [mostCharacters, mostMicros] = [
    budget.characters ?? Number.MAX_SAFE_INTEGER,
    budget.micros ?? Number.MAX_SAFE_INTEGER,
  ]
  if (characters > mostCharacters || micros > mostMicros) return false
  const done = await tx
    .insertInto('engine_costs')
    .values({ month, engine, requests: 1, characters, micros, lost: 0 })
    .onConflict((c) =>
      c
        .columns(['month', 'engine'])
        .doUpdateSet({
          requests: sql<number>`engine_costs.requests + 1`,
          characters: sql<number>`engine_costs.characters + ${characters}`,
          micros: sql<number>`engine_costs.micros + ${micros}`,
        })
        .where('engine_costs.characters', '<=', mostCharacters - characters)
        .where('engine_costs.micros', '<=', mostMicros - micros),
    )
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) > 0
}

/**
 * A holder of a home begins anew: what it had claimed before it died is free again, and counted as lost.
 *
 * @param holder how the ids of its asks begin
 * @returns characters that were asked for, and whose answers nobody wrote down
 */
export async function endClaimsOf(db: Db, holder: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const ended = await tx
      .deleteFrom('engine_claims')
      .where('ask_id', 'like', `${holder} %`)
      .returning(['engine', 'month', 'characters'])
      .execute()
    for (const { engine, month, characters } of ended) await addLost(tx, engine, month, characters)
    return ended.reduce((sum, { characters }) => sum + characters, 0)
  })
}

/** The holder is still there. */
export async function renewClaims(db: Db, askId: string, now: number): Promise<void> {
  await db
    .updateTable('engine_claims')
    .set({ expires_at: now + LEASE_MS })
    .where('ask_id', '=', askId)
    .execute()
}

/**
 * The engine has answered: its answers are kept and its claims end, at once.
 *
 * @param paid `no`: what was charged is given back; `perhaps`: it stays charged, and is counted as lost
 */
export async function settleClaims(
  db: Db,
  ask: Ask,
  { answers, paid, now }: { answers: readonly KeptAnswer[]; paid: 'yes' | 'no' | 'perhaps'; now: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const { key, engine, version, target } of answers) {
      await tx
        .insertInto('engine_answers')
        .values({ answer_key: key, engine, version, target, answered_at: now })
        .onConflict((c) => c.column('answer_key').doNothing())
        .execute()
    }
    const ended = await tx.deleteFrom('engine_claims').where('ask_id', '=', ask.id).returning('characters').execute()
    const characters = ended.reduce((sum, one) => sum + one.characters, 0)
    if (paid === 'no' && ended.length > 0) await giveBack(tx, ask, characters)
    if (paid === 'perhaps') await addLost(tx, ask.engine, ask.month, characters)
  })
}

async function giveBack(tx: Tx, ask: Ask, characters: number): Promise<void> {
  await tx
    .updateTable('engine_costs')
    .set({
      requests: sql<number>`requests - 1`,
      characters: sql<number>`characters - ${characters}`,
      micros: sql<number>`micros - ${microsOf(ask, characters)}`,
    })
    .where('month', '=', ask.month)
    .where('engine', '=', ask.engine)
    .execute()
}
