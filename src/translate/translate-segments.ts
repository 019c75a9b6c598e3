// In: sentences, the engines in their order. Out: what each sentence says in the other language, by whom, and what to look at.
// Order: what people have said (the memory), what was paid for already, then engine after engine until nothing is left.
// What an engine says that is no translation is kept from the text, and the next engine is asked.

import { createHash } from 'node:crypto'
import type { SegmentFlag, SegmentOrigin, TranslationState } from '../domain/translation.ts'
import type { Db } from '../store/db.ts'
import { findAnswers, keepAnswers, listCosts } from '../store/engine-ledger.ts'
import { compareSegment } from './compare/compare-segment.ts'
import type { Engine, EngineAnswer } from './engines/engine.ts'
import { openGlossary, type Glossary } from './glossary/apply-glossary.ts'
import { primaryOf, type GlossaryTerm } from './glossary/glossary-term.ts'
import { normaliseSegment } from './memory/memory-key.ts'
import { findExact } from './memory/translation-memory.ts'

export type ChosenEngine = {
  readonly engine: Engine
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
  readonly words: Map<string, SegmentWords>
  readonly reasons: Set<string>
  retryAt: number | null
  hasFailed: boolean
}

/** With these a sentence is no translation, whoever says it. */
const refused: ReadonlySet<SegmentFlag['kind']> = new Set(['markup', 'language'])
const LATER_MS = 10 * 60_000

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
    words: new Map(),
    reasons: new Set(),
    retryAt: null,
    hasFailed: false,
  }
  for (const [source, { target, state, match, origin }] of await findExact(tools.db, { from, to }, sources))
    accept(work, source, target, { kind: 'memory', match, of: origin }, state)
  const chosen = tools.engines.filter(({ pairs }) => pairs.length === 0 || pairs.some((pair) => isPair(pair, from, to)))
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
    retryAt: isWhole ? null : work.retryAt,
    hasFailed: !isWhole && work.hasFailed,
  }
}

function isPair(pair: string, from: string, to: string): boolean {
  const [one = '*', other = '*'] = pair.split('>')
  return (one === '*' || primaryOf(one) === primaryOf(from)) && (other === '*' || primaryOf(other) === primaryOf(to))
}

/** True when the words are taken. */
function accept(work: Work, source: string, target: string, origin: SegmentOrigin, state: TranslationState): boolean {
  const flags = compareSegment({ source, target, from: work.from, to: work.to }, work.glossary)
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
  const keys = new Map(sources.map((source) => [source, answerKey(work, engine.id, version, source)]))
  const known = await findAnswers(work.tools.db, [...keys.values()])
  const origin = { kind: 'engine', engine: engine.id, version } as const
  const left: string[] = []
  for (const [source, key] of keys) {
    const target = known.get(key)
    if (target === undefined) left.push(source)
    else if (!accept(work, source, target, origin, 'machine'))
      work.reasons.add(`${engine.id} said something that is no translation.`)
  }
  for (const batch of inBatches(left, engine.most)) {
    const goOn = await askBatch(work, chosen, batch, (source) => keys.get(source) ?? '', version)
    if (!goOn) break
  }
}

/** The agreed names are part of the question: when they change, it is another one. */
function answerKey(work: Work, engine: string, version: string, source: string): string {
  const question = [
    engine,
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

function inBatches(sources: readonly string[], most: Engine['most']): string[][] {
  const batches: string[][] = []
  let letters = Infinity
  for (const source of sources) {
    const last = batches.at(-1)
    if (!last || last.length >= most.segments || letters + source.length > most.characters) {
      batches.push([source])
      letters = source.length
    } else {
      last.push(source)
      letters += source.length
    }
  }
  return batches
}

/** False: no use in asking this engine for more now. */
async function askBatch(
  work: Work,
  chosen: ChosenEngine,
  batch: readonly string[],
  keyOf: (source: string) => string,
  version: string,
): Promise<boolean> {
  const { engine } = chosen
  const characters = batch.reduce((sum, source) => sum + source.length, 0)
  const micros = Math.ceil((characters * chosen.microsPerMillion) / 1_000_000)
  if (!(await isWithinBudget(work, chosen, characters, micros))) {
    work.reasons.add(`The budget of ${engine.id} for this month is used up.`)
    return false
  }
  const answer = await engine.translate({ segments: batch, from: work.from, to: work.to, terms: termsIn(work, batch) })
  const now = work.tools.now()
  const wasPaid = answer.kind === 'translated' || answer.kind === 'nonsense'
  if (wasPaid) {
    const kept =
      answer.kind === 'translated'
        ? answer.targets.map((target, at) => ({ key: keyOf(batch[at] ?? ''), engine: engine.id, version, target }))
        : []
    await keepAnswers(work.tools.db, kept, {
      month: monthOf(now),
      now,
      engine: engine.id,
      requests: 1,
      characters,
      micros,
    })
  }
  if (answer.kind === 'nonsense' && batch.length > 1) {
    // Perhaps one sentence confused it: half as many at once, and those that can be had are had.
    const middle = Math.ceil(batch.length / 2)
    const first = await askBatch(work, chosen, batch.slice(0, middle), keyOf, version)
    return first && askBatch(work, chosen, batch.slice(middle), keyOf, version)
  }
  return takeAnswer(work, engine, batch, answer, version)
}

function takeAnswer(
  work: Work,
  engine: Engine,
  batch: readonly string[],
  answer: EngineAnswer,
  version: string,
): boolean {
  if (answer.kind === 'translated') {
    const origin = { kind: 'engine', engine: engine.id, version } as const
    for (const [at, source] of batch.entries()) {
      if (!accept(work, source, answer.targets[at] ?? '', origin, 'machine'))
        work.reasons.add(`${engine.id} said something that is no translation.`)
    }
    return true
  }
  work.reasons.add(answer.reason)
  if (answer.kind !== 'unsupported') work.hasFailed = true
  if (answer.kind === 'busy' || answer.kind === 'away') {
    const at = work.tools.now() + (answer.kind === 'busy' ? (answer.retryAfterMs ?? LATER_MS) : LATER_MS)
    work.retryAt = Math.min(work.retryAt ?? Infinity, at)
  }
  return answer.kind === 'nonsense'
}

async function isWithinBudget(
  { tools }: Work,
  { engine, budget }: ChosenEngine,
  characters: number,
  micros: number,
): Promise<boolean> {
  if (budget.characters === null && budget.micros === null) return true
  const spent = (await listCosts(tools.db, monthOf(tools.now()))).find((cost) => cost.engine === engine.id)
  const isFew = budget.characters === null || (spent?.characters ?? 0) + characters <= budget.characters
  return isFew && (budget.micros === null || (spent?.micros ?? 0) + micros <= budget.micros)
}

/** YYYY-MM, UTC. */
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7)
