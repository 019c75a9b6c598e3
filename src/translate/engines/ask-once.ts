// In: sentences for one engine. Out: what it said, written down, with its cost; asked for by us alone.
// Order: claim and charge, ask, write. A kill between asking and writing loses this one batch, and the ledger says so.

import { randomUUID } from 'node:crypto'
import type { Db } from '../../store/db.ts'
import { claimAnswers, LEASE_MS, renewClaims, settleClaims, type Ask } from '../../store/engine-claims.ts'
import type { ChosenEngine } from '../translate-segments.ts'
import type { EngineAnswer, TranslateRequest } from './engine.ts'

export type AskedSentence = { readonly key: string; readonly source: string }

export type BatchEnd =
  | { readonly kind: 'over-budget' }
  | {
      readonly kind: 'asked'
      /** The sentences that were ours to ask for; the others are being asked for by another job, or were answered meanwhile. */
      readonly mine: readonly AskedSentence[]
      /** null = none was ours. */
      readonly answer: EngineAnswer | null
      /** Characters that an earlier run asked for, and whose answer a kill took. */
      readonly lost: number
    }

/** `holder`: who asks, so that who comes after him can end his claims; absent = a command, whose claims run out. */
type Tools = { readonly db: Db; readonly now: () => number; readonly holder?: string | undefined }
type Request = Pick<TranslateRequest, 'from' | 'to' | 'terms'> & { readonly version: string }

export async function askOnce(
  tools: Tools,
  chosen: ChosenEngine,
  sentences: readonly AskedSentence[],
  request: Request,
): Promise<BatchEnd> {
  const ask: Ask = {
    id: `${tools.holder ?? 'command'} ${randomUUID()}`,
    engine: chosen.identity ?? chosen.engine.id,
    month: monthOf(tools.now()),
    microsPerCharacter: chosen.microsPerMillion / 1_000_000,
    budget: chosen.budget,
  }
  const questions = sentences.map(({ key, source }) => ({ key, characters: lettersOf(source) }))
  const claim = await claimAnswers(tools.db, ask, questions, tools.now())
  if (claim.kind === 'over-budget') return claim
  const keys = new Set(claim.keys)
  const mine = sentences.filter(({ key }) => keys.has(key))
  const answer = mine.length === 0 ? null : await askAndWrite(tools, chosen, ask, mine, request)
  return { kind: 'asked', mine, answer, lost: claim.lost }
}

async function askAndWrite(
  { db, now }: Tools,
  { engine }: ChosenEngine,
  ask: Ask,
  mine: readonly AskedSentence[],
  { version, ...request }: Request,
): Promise<EngineAnswer> {
  const renewal = setInterval(() => void renewClaims(db, ask.id, now()).catch(() => undefined), LEASE_MS / 3).unref()
  try {
    const answer = await engine.translate({ ...request, segments: mine.map(({ source }) => source) })
    const answers =
      answer.kind === 'translated'
        ? mine.map(({ key }, at) => ({ key, engine: engine.id, version, target: answer.targets[at] ?? '' }))
        : []
    await settleClaims(db, ask, { answers, paid: wasPaid(answer), now: now() })
    return answer
  } catch (error) {
    // Whatever broke, the engine may have been paid.
    await settleClaims(db, ask, { answers: [], paid: 'perhaps', now: now() })
    throw error
  } finally {
    clearInterval(renewal)
  }
}

/** Whether an answer has cost what was asked. */
export function wasPaid(answer: EngineAnswer): 'yes' | 'no' | 'perhaps' {
  if (answer.kind === 'translated' || answer.kind === 'nonsense') return 'yes'
  return answer.kind === 'away' && answer.mayBePaid === true ? 'perhaps' : 'no'
}

/** As engines count them: a letter beyond the first plane of Unicode is one. */
function lettersOf(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** YYYY-MM, UTC. */
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7)
