// In: sentences, and one engine. Out: what it says of them, put to the words; what was paid for already is not asked for again.
// A request that is too large, or an answer that is nonsense, is tried by halves; what another job asks for is waited for.

import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { countOf } from '../lib/count-of.ts'
import { primaryOf } from '../lib/primary-of.ts'
import { LEASE_MS } from '../store/engine-claims.ts'
import { findAnswers, setAnswersAside } from '../store/engine-ledger.ts'
import { acceptWords } from './accept-words.ts'
import { askOnce, type AskedSentence } from './engines/ask-once.ts'
import type { ChosenEngine, Engine, EngineAnswer } from './engines/engine.ts'
import { normaliseSegment } from './memory/memory-key.ts'
import type { SegmentWork } from './segment-work.ts'

const LATER_MS = 10 * 60_000
/** How often, and after what time, is looked whether another job has its answers. */
const MOST_ROUNDS = 40
const ROUND_MS = 150
/** Who asks for no more time than this has it at once. */
const SHORT_MS = 5_000
/** An engine that understands none of so many sentences, each asked alone, understands nothing today. */
const MOST_NONSENSE = 3
/** So long an answer that is no translation stands: all parts of one job are done with it, and who asks later is heard. */
const REFUSED_STANDS_MS = 60_000

export async function askEngineOf(work: SegmentWork, chosen: ChosenEngine, sources: readonly string[]): Promise<void> {
  const { engine } = chosen
  const version = await engine.version()
  // By key: sentences that differ in quotation marks or digits alone are one question.
  const byKey = Map.groupBy(sources, (source) => answerKey(work, chosen, version, source))
  const askAt: AskAt = { work, chosen, version, byKey, nonsense: { inARow: 0 } }
  await takeKnown(askAt)
  await setRefusedAside(askAt)
  const left = waiting(askAt)
  const elsewhere = new Set<string>()
  for (const batch of inBatches(left, engine.most)) if (!(await askBatch(askAt, batch, elsewhere))) return
  await awaitOthers(askAt, elsewhere)
}

type AskAt = {
  readonly work: SegmentWork
  readonly chosen: ChosenEngine
  readonly version: string
  /** Answer key → sentences as given. */
  readonly byKey: ReadonlyMap<string, readonly string[]>
  /** Single sentences, one after another, to which it answered nonsense. */
  readonly nonsense: { inARow: number }
}

/** One sentence for each answer that is not there yet. */
function waiting({ work, byKey }: AskAt): AskedSentence[] {
  return [...byKey].flatMap(([key, [source]]) =>
    source === undefined || work.words.has(source) || work.wrong.has(key) ? [] : [{ key, source }],
  )
}

/** What this engine has said before. */
async function takeKnown(at: AskAt): Promise<void> {
  for (const [key, target] of await findAnswers(
    at.work.tools.db,
    waiting(at).map(({ key }) => key),
  ))
    takeTarget(at, key, target)
}

/** An engine that was out of its mind may be well again: what was refused earlier is asked for once more. */
async function setRefusedAside({ work, byKey }: AskAt): Promise<void> {
  const refused = [...byKey.keys()].filter((key) => work.wrong.has(key))
  const before = work.tools.now() - REFUSED_STANDS_MS
  for (const key of await setAnswersAside(work.tools.db, refused, before)) work.wrong.delete(key)
}

function takeTarget({ work, chosen, version, byKey }: AskAt, key: string, target: string): void {
  const { id } = chosen.engine
  for (const source of byKey.get(key) ?? []) {
    if (acceptWords(work, source, target, { kind: 'engine', engine: id, version }, 'machine')) continue
    work.wrong.add(key)
    work.reasons.add(`${id} said something that is no translation.`)
  }
}

/** What another job asks for at this moment is waited for, and asked for by us when that job fails. */
async function awaitOthers(at: AskAt, elsewhere: Set<string>): Promise<void> {
  const { work } = at
  for (let rounds = 0; elsewhere.size > 0; rounds++) {
    await takeKnown(at)
    const left = waiting(at).filter(({ key }) => elsewhere.has(key))
    if (left.length === 0) return
    if (rounds === MOST_ROUNDS) {
      work.reasons.add('Another job is asking for these sentences at this moment.')
      work.retryAt = Math.min(work.retryAt ?? Infinity, work.tools.now() + LEASE_MS)
      return
    }
    elsewhere.clear()
    for (const batch of inBatches(left, at.chosen.engine.most)) if (!(await askBatch(at, batch, elsewhere))) return
    if (elsewhere.size > 0) await pause(ROUND_MS)
  }
}

/** The agreed names are part of the question: when they change, it is another one. */
function answerKey(work: SegmentWork, { engine, identity }: ChosenEngine, version: string, source: string): string {
  const question = [
    identity ?? engine.id,
    version,
    primaryOf(work.from),
    work.to,
    normaliseSegment(source),
    ...termsIn(work, [source]).map((term) => `${term.source}=${term.target}`),
  ]
  return createHash('sha256').update(JSON.stringify(question)).digest('hex')
}

function termsIn({ glossary }: SegmentWork, sources: readonly string[]): { source: string; target: string }[] {
  const found = new Map<string, string>()
  for (const source of sources)
    for (const { start, end, targets } of glossary.find(source)) found.set(source.slice(start, end), targets[0] ?? '')
  return [...found].map(([source, target]) => ({ source, target }))
}

function inBatches(sentences: readonly AskedSentence[], most: Engine['most']): AskedSentence[][] {
  const batches: AskedSentence[][] = []
  let letters = Infinity
  for (const sentence of sentences) {
    const last = batches.at(-1)
    const { length } = sentence.source
    if (!last || last.length >= most.segments || letters + length > most.characters) {
      batches.push([sentence])
      letters = length
    } else {
      last.push(sentence)
      letters += length
    }
  }
  return batches
}

/** False: no use in asking this engine for more now. @param elsewhere gets the keys that another job is asking for */
async function askBatch(
  at: AskAt,
  batch: readonly AskedSentence[],
  elsewhere: Set<string>,
  isSecond = false,
): Promise<boolean> {
  const { work, chosen, version } = at
  const { from, to } = work
  const terms = termsIn(
    work,
    batch.map(({ source }) => source),
  )
  const end = await askOnce(work.tools, chosen, batch, { from, to, terms, version })
  if (end.kind === 'over-budget') {
    work.reasons.add(
      `The budget of ${chosen.identity ?? chosen.engine.id} for this month has no room left for these sentences.`,
    )
    return false
  }
  if (end.lost > 0)
    work.notes.add(
      `${countOf(end.lost, 'character')} had been sent to ${chosen.engine.id} when the desk was stopped, and may have been paid for twice.`,
    )
  const { mine, answer } = end
  for (const { key } of batch) if (!mine.some((one) => one.key === key)) elsewhere.add(key)
  if (answer === null) return true
  if (answer.kind === 'busy' && !isSecond && (answer.retryAfterMs ?? Infinity) <= SHORT_MS) {
    await pause(answer.retryAfterMs ?? 0)
    return askBatch(at, mine, elsewhere, true)
  }
  if ((answer.kind === 'nonsense' || answer.kind === 'too-large') && mine.length > 1) {
    // Perhaps one sentence confused it: half as many at once, and those that can be had are had.
    const middle = Math.ceil(mine.length / 2)
    const first = await askBatch(at, mine.slice(0, middle), elsewhere)
    return first && askBatch(at, mine.slice(middle), elsewhere)
  }
  return takeAnswer(at, mine, answer)
}

function takeAnswer(at: AskAt, mine: readonly AskedSentence[], answer: EngineAnswer): boolean {
  const { work, nonsense } = at
  if (answer.kind === 'translated') {
    nonsense.inARow = 0
    for (const [index, { key }] of mine.entries()) takeTarget(at, key, answer.targets[index] ?? '')
    return true
  }
  work.reasons.add(answer.reason)
  if (answer.kind !== 'unsupported') work.hasFailed = true
  if (answer.kind === 'busy' || answer.kind === 'away') {
    const then = work.tools.now() + (answer.kind === 'busy' ? (answer.retryAfterMs ?? LATER_MS) : LATER_MS)
    work.retryAt = Math.min(work.retryAt ?? Infinity, then)
  }
  if (answer.kind === 'nonsense') nonsense.inARow += 1
  return (answer.kind === 'nonsense' && nonsense.inARow < MOST_NONSENSE) || answer.kind === 'too-large'
}
