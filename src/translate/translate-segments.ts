// In: sentences, the engines in their order. Out: what each sentence says in the other language, by whom, and what to look at.
// Order: what people have said (the memory), the same with other figures, what was paid for already, then engine after
// engine until nothing is left. Sentences that are merely alike are offered to people, not put into the text.
// What an engine says that is no translation is kept from the text, and the next engine is asked.

import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SegmentFlag, SegmentOrigin, TranslationState } from '../domain/translation.ts'
import { countOf } from '../lib/count-of.ts'
import type { Db } from '../store/db.ts'
import { LEASE_MS } from '../store/engine-claims.ts'
import { findAnswers } from '../store/engine-ledger.ts'
import { compareSegment } from './compare/compare-segment.ts'
import { askOnce, type AskedSentence } from './engines/ask-once.ts'

import type { Engine, EngineAnswer } from './engines/engine.ts'
import { enginesFor } from './engines/engine-order.ts'
import { openGlossary, type Glossary } from './glossary/apply-glossary.ts'
import { primaryOf, type GlossaryTerm } from './glossary/glossary-term.ts'
import { normaliseSegment } from './memory/memory-key.ts'
import { replaceFigures } from './memory/replace-figures.ts'
import type { NameTools } from './names/compare-names.ts'
import { openNames } from './names/open-names.ts'
import { findExact, findFuzzy } from './memory/translation-memory.ts'

export type ChosenEngine = {
  readonly engine: Engine
  /** By which its costs are counted and its answers known (engine-identity.ts); absent = the engine’s id. */
  readonly identity?: string
  /** `ar>en`, `*>en`, `*>*`; empty = every pair. */
  readonly pairs: readonly string[]
  /** Of a million characters, in millionths of the money one pays in. */
  readonly microsPerMillion: number
  /** Per month; null = no limit. */
  readonly budget: { readonly characters: number | null; readonly micros: number | null }
}

export type TranslateTools = {
  readonly db: Db
  readonly engines: readonly ChosenEngine[]
  readonly terms: readonly GlossaryTerm[]
  readonly now: () => number
  /** Who asks engines (ask-once.ts). */
  readonly holder?: string
}

export type SegmentWords = {
  readonly target: string
  readonly state: TranslationState
  readonly origin: SegmentOrigin
  readonly flags: readonly SegmentFlag[]
}

export type SegmentsTranslated = {
  /** By the sentence as given. What is not in it could not be translated. */
  readonly words: ReadonlyMap<string, SegmentWords>
  /** What went wrong, a sentence each. */
  readonly reasons: readonly string[]
  /** What somebody should know all the same, a sentence each. */
  readonly notes: readonly string[]
  /** When it is worth asking again, milliseconds UTC; null = not before somebody changes something. */
  readonly retryAt: number | null
  /** False: what is left is left to people, or to no engine that is set up; that is no failure. */
  readonly hasFailed: boolean
}

type Work = {
  readonly tools: TranslateTools
  readonly from: string
  readonly to: string
  readonly glossary: Glossary
  readonly names: NameTools
  readonly words: Map<string, SegmentWords>
  readonly reasons: Set<string>
  readonly notes: Set<string>
  /** Keys of answers that are no translations. */
  readonly wrong: Set<string>
  retryAt: number | null
  hasFailed: boolean
}

/** With these a sentence is no translation, whoever says it. */
const refused: ReadonlySet<SegmentFlag['kind']> = new Set(['markup', 'language'])
const LATER_MS = 10 * 60_000
/** How often, and after what time, is looked whether another job has its answers. */
const MOST_ROUNDS = 40
const ROUND_MS = 150
/** Who asks for no more time than this has it at once. */
const SHORT_MS = 5_000
/** A short sentence with two figures is half other words. */
const LEAST_WITH_FIGURES = 0.6

/** @param languages BCP 47 of both sides */
export async function translateSegments(
  tools: TranslateTools,
  sources: readonly string[],
  languages: { from: string; to: string },
): Promise<SegmentsTranslated> {
  const { from, to } = languages
  const work: Work = {
    tools,
    from,
    to,
    glossary: openGlossary(tools.terms, from, to),
    names: await openNames(tools.db, from, to),
    words: new Map(),
    reasons: new Set(),
    notes: new Set(),
    wrong: new Set(),
    retryAt: null,
    hasFailed: false,
  }
  for (const [source, { target, state, match, origin }] of await findExact(tools.db, { from, to }, sources))
    accept(work, source, target, { kind: 'memory', match, of: origin }, state)
  const chosen = enginesFor(tools.engines, { from, to }, ({ engine }) => engine.id === 'human')
  if (chosen[0]?.engine.id !== 'human') await takeWithOtherFigures(work, sources)
  if (chosen.length === 0) work.reasons.add('No engine is set up for these languages.')
  for (const one of chosen) {
    const left = [...new Set(sources)].filter((source) => !work.words.has(source))
    if (left.length === 0) break
    await askOne(work, one, left)
  }
  const isWhole = sources.every((source) => work.words.has(source))
  return {
    words: work.words,
    reasons: isWhole ? [] : [...work.reasons],
    notes: [...work.notes],
    retryAt: isWhole ? null : work.retryAt,
    hasFailed: !isWhole && work.hasFailed,
  }
}

/** Sentences that people have translated with other figures. Nobody has read what comes out: it is machine work. */
async function takeWithOtherFigures(work: Work, sources: readonly string[]): Promise<void> {
  const { tools, from, to } = work
  for (const source of new Set(sources)) {
    if (work.words.has(source) || !/\p{Nd}/u.test(source)) continue
    for (const known of await findFuzzy(tools.db, { from, to }, source, { least: LEAST_WITH_FIGURES, limit: 3 })) {
      const target = replaceFigures(source, known)
      if (target === null) continue
      accept(work, source, target, { kind: 'memory', match: known.match, of: known.origin }, 'machine')
      break
    }
  }
}

/** True when the words are taken. */
function accept(work: Work, source: string, target: string, origin: SegmentOrigin, state: TranslationState): boolean {
  const flags = compareSegment({ source, target, from: work.from, to: work.to }, work.glossary, work.names)
  if (
    origin.kind === 'engine' &&
    (target === '' || flags.some(({ kind, words }) => refused.has(kind) || words.startsWith('Nothing')))
  )
    return false
  work.words.set(source, { target, state, origin, flags })
  return true
}

async function askOne(work: Work, chosen: ChosenEngine, sources: readonly string[]): Promise<void> {
  const { engine } = chosen
  const version = await engine.version()
  // By key: sentences that differ in quotation marks or digits alone are one question.
  const byKey = Map.groupBy(sources, (source) => answerKey(work, chosen, version, source))
  const askAt = { work, chosen, version, byKey }
  await takeKnown(askAt)
  const left = waiting(askAt)
  const elsewhere = new Set<string>()
  for (const batch of inBatches(left, engine.most)) if (!(await askBatch(askAt, batch, elsewhere))) return
  await awaitOthers(askAt, elsewhere)
}

type AskAt = {
  readonly work: Work
  readonly chosen: ChosenEngine
  readonly version: string
  /** Answer key → sentences as given. */
  readonly byKey: ReadonlyMap<string, readonly string[]>
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

function takeTarget({ work, chosen, version, byKey }: AskAt, key: string, target: string): void {
  const { id } = chosen.engine
  for (const source of byKey.get(key) ?? []) {
    if (accept(work, source, target, { kind: 'engine', engine: id, version }, 'machine')) continue
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
function answerKey(work: Work, { engine, identity }: ChosenEngine, version: string, source: string): string {
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

function termsIn({ glossary }: Work, sources: readonly string[]): { source: string; target: string }[] {
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
    work.reasons.add(`The budget of ${chosen.identity ?? chosen.engine.id} for this month is used up.`)
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
  const { work } = at
  if (answer.kind === 'translated') {
    for (const [index, { key }] of mine.entries()) takeTarget(at, key, answer.targets[index] ?? '')
    return true
  }
  work.reasons.add(answer.reason)
  if (answer.kind !== 'unsupported') work.hasFailed = true
  if (answer.kind === 'busy' || answer.kind === 'away') {
    const then = work.tools.now() + (answer.kind === 'busy' ? (answer.retryAfterMs ?? LATER_MS) : LATER_MS)
    work.retryAt = Math.min(work.retryAt ?? Infinity, then)
  }
  return answer.kind === 'nonsense' || answer.kind === 'too-large'
}

export { monthOf } from './engines/ask-once.ts'
