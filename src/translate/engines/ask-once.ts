// In: sentences for one engine. Out: what it said, written down, with its cost; asked for by us alone.
// Order: claim and charge, ask, write. A kill between asking and writing loses this one batch, and the ledger says so.

import { randomUUID } from 'node:crypto'
import type { Db } from '../../store/db.ts'
import { claimAnswers, LEASE_MS, renewClaims, settleClaims, type Ask } from '../../store/engine-claims.ts'
import type { KeptAnswer } from '../../store/engine-ledger.ts'
import type { ChosenEngine, EngineAnswer, TranslateRequest } from './engine.ts'

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
  const ask = toAsk(chosen, `${tools.holder ?? 'command'} ${randomUUID()}`, tools.now())
  const questions = sentences.map(({ key, source }) => ({ key, characters: lettersOf(source) }))
  const claim = await claimAnswers(tools.db, ask, questions, tools.now())
  if (claim.kind === 'over-budget') return claim
  const keys = new Set(claim.keys)
  const mine = sentences.filter(({ key }) => keys.has(key))
  const answer = mine.length === 0 ? null : await askAndWrite(tools, chosen, ask, mine, request)
  return { kind: 'asked', mine, answer, lost: claim.lost }
}

/** An ask of an engine, with what it may cost. */
export function toAsk({ engine, identity, microsPerMillion, budget }: ChosenEngine, id: string, now: number): Ask {
  const microsPerCharacter = microsPerMillion / 1_000_000
  return { id, engine: identity ?? engine.id, month: monthOf(now), microsPerCharacter, budget }
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
    return await settleAsk(
      { db, now },
      ask,
      () => engine.translate({ ...request, segments: mine.map(({ source }) => source) }),
      (targets) => mine.map(({ key }, at) => ({ key, engine: engine.id, version, target: targets[at] ?? '' })),
    )
  } finally {
    clearInterval(renewal)
  }
}

/** What was claimed is asked for by `question`, and paid for as it ends. A failure of ours may have been paid for too. */
export async function settleAsk(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  ask: Ask,
  question: () => Promise<EngineAnswer>,
  answersOf: (targets: readonly string[]) => readonly KeptAnswer[],
): Promise<EngineAnswer> {
  let end: EngineAnswer | undefined
  try {
    end = await question()
    return end
  } finally {
    const answers = end?.kind === 'translated' ? answersOf(end.targets) : []
    await settleClaims(db, ask, { answers, paid: end ? wasPaid(end) : 'perhaps', now: now() })
  }
}

/** Whether an answer has cost what was asked. */
function wasPaid(answer: EngineAnswer): 'yes' | 'no' | 'perhaps' {
  if (answer.kind === 'translated' || answer.kind === 'nonsense') return 'yes'
  return answer.kind === 'away' && answer.mayBePaid === true ? 'perhaps' : 'no'
}

/** As engines count them: a letter beyond the first plane of Unicode is one. */
export function lettersOf(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** YYYY-MM, UTC. */
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7)
