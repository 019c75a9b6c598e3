// In: one sentence of a person. Out: what an engine makes of it now, in how much time, or why not. It costs what any sentence
// costs, and is counted; memory and ledger are passed by, because it is the engine that is asked after.

import { randomUUID } from 'node:crypto'
import { claimAnswers } from '../../store/engine-claims.ts'
import type { Db } from '../../store/db.ts'
import { lettersOf, settleAsk, toAsk } from './ask-once.ts'
import type { ChosenEngine, EngineAnswer } from './engine.ts'

export type Trial = {
  readonly answer: EngineAnswer | { readonly kind: 'over-budget'; readonly reason: string }
  readonly version: string | null
  readonly tookMs: number
}

/** A person waits. */
const LONGEST_MS = 30_000

export async function tryEngine(
  { db, now }: { readonly db: Db; readonly now: () => number },
  chosen: ChosenEngine,
  { text, from, to }: { readonly text: string; readonly from: string; readonly to: string },
): Promise<Trial> {
  const began = now()
  const ask = toAsk(chosen, `trial:${randomUUID()}`, began)
  const claim = await claimAnswers(db, ask, [{ key: ask.id, characters: lettersOf(text) }], began)
  if (claim.kind === 'over-budget') {
    const reason = 'The budget of this month does not allow even one sentence more.'
    return { answer: { kind: 'over-budget', reason }, version: null, tookMs: 0 }
  }
  const signal = AbortSignal.timeout(LONGEST_MS)
  const question = () => Promise.race([chosen.engine.translate({ segments: [text], from, to, signal }), giveUp(signal)])
  const answer = await settleAsk({ db, now }, ask, question, () => [])
  return { answer, version: await chosen.engine.version(), tookMs: now() - began }
}

function giveUp(signal: AbortSignal): Promise<EngineAnswer> {
  const { promise, resolve } = Promise.withResolvers<EngineAnswer>()
  signal.addEventListener('abort', () =>
    resolve({ kind: 'away', reason: `It did not answer within ${LONGEST_MS / 1000} seconds.`, mayBePaid: true }),
  )
  return promise
}
