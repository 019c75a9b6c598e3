// Translation memory: sentences that are alike, by the index, against reading the whole memory, on the same records in the same run.
// Promises: both find the same; the index is at least 100 times faster; the middle question takes at most 25 ms,
// and the 95th of 100 at most 100 ms.
//
//   npm run bench -- memory [SEGMENTS=1000000]

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDb, type Db } from '../src/store/db.ts'
import { migrate } from '../src/store/migrate.ts'
import { listSegments } from '../src/store/translation-memory.ts'
import { matchScore } from '../src/translate/memory/match-score.ts'
import { wordsOf } from '../src/translate/memory/memory-key.ts'
import { findFuzzy, teachMemory } from '../src/translate/memory/translation-memory.ts'
import { judge, type BenchResult } from './bench-result.ts'

export const about = 'sentences that are alike in a translation memory, by the index and by reading all of it'
export const quick = ['30000']

const pair = { from: 'en', to: 'fr' }
const LEAST = 0.7
const QUESTIONS = 100
const SCANS = 3

export async function run(args: string[]): Promise<BenchResult> {
  const size = Number(args[0] ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-memory-'))
  const db = await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') })
  try {
    await migrate(db)
    const write = sentenceMaker(11)
    const started = performance.now()
    const known = await fill(db, size, write)
    const learnSeconds = (performance.now() - started) / 1000
    const questions = Array.from({ length: QUESTIONS }, (_, at) => change(known[(at * 7919) % known.length] ?? '', at))
    return await measure(db, questions, { size, learnSeconds })
  } finally {
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(db: Db, size: number, write: () => string): Promise<string[]> {
  const kept: string[] = []
  for (let start = 0; start < size; start += 5_000) {
    const lessons = Array.from({ length: Math.min(5_000, size - start) }, () => ({
      source: write(),
      target: 'x',
      state: 'human' as const,
      origin: 'bench',
    }))
    kept.push(lessons[0]?.source ?? '', lessons.at(-1)?.source ?? '')
    await db.transaction().execute((tx) => teachMemory(tx, pair, lessons, start))
  }
  return kept
}

async function measure(
  db: Db,
  questions: readonly string[],
  { size, learnSeconds }: { size: number; learnSeconds: number },
): Promise<BenchResult> {
  const times: number[] = []
  const found: string[][] = []
  for (const question of questions) {
    const start = performance.now()
    const matches = await findFuzzy(db, pair, question, { least: LEAST, limit: 50 })
    times.push(performance.now() - start)
    found.push(matches.map(({ source }) => source).sort())
  }
  const scans: number[] = []
  let different = 0
  for (const [at, question] of questions.slice(0, SCANS).entries()) {
    const start = performance.now()
    const all = await scan(db, question)
    scans.push(performance.now() - start)
    if (JSON.stringify(all) !== JSON.stringify(found[at])) different += 1
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  const median = times[Math.floor(times.length / 2)] ?? 0
  const scanMs = scans.reduce((sum, one) => sum + one, 0) / scans.length
  const empty = found.filter((one) => one.length === 0).length
  const figures = {
    segments: size,
    'learnt a second': size / learnSeconds,
    'index, ms (median)': median,
    'index, ms (95 of 100)': p95,
    'scan, ms': scanMs,
    'times faster': scanMs / median,
    'questions without a match': empty,
  }
  console.log(figures)
  const bounds = [
    { what: 'questions that a scan answers otherwise', value: different, atMost: 0, unit: `of ${SCANS}` },
    { what: 'time of the index against a scan', value: median / scanMs, atMost: 0.01 },
    { what: 'a question, 95 of 100', value: p95, atMost: 100, unit: 'ms' },
    { what: 'a question, the middle one', value: median, atMost: 25, unit: 'ms' },
  ]
  return { name: 'memory', figures, broken: judge(bounds) }
}

async function scan(db: Db, question: string): Promise<string[]> {
  const words = wordsOf(question)
  const found: string[] = []
  for (let after = -1; ;) {
    const part = await listSegments(db, after, 5_000)
    for (const { source } of part) if (matchScore(words, wordsOf(source), LEAST) >= LEAST) found.push(source)
    const last = part.at(-1)
    if (!last) break
    after = last.no
  }
  return found.sort()
}

/** Sentences of 6 to 28 words of a made language whose words are as common and rare as those of a real one (Zipf). */
function sentenceMaker(start: number): () => string {
  let seed = start
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const syllables = 'ba ke di mo ru sa te no li va pe go fa chi sto na'.split(' ')
  const word = (rank: number): string => {
    let [rest, text] = [rank + 1, '']
    for (; rest > 0; rest = Math.floor(rest / syllables.length)) text += syllables[rest % syllables.length]
    return text
  }
  const words = Array.from({ length: 60_000 }, (_, rank) => word(rank))
  return () =>
    Array.from({ length: 6 + Math.floor(random() * 22) }, () => words[Math.floor(60_000 ** random()) - 1] ?? 'ba').join(
      ' ',
    )
}

/** As a later edition of the same sentence would be: one word in eight another one. */
function change(sentence: string, at: number): string {
  return sentence
    .split(' ')
    .map((word, index) => ((index + at) % 8 === 7 ? 'zuzu' : word))
    .join(' ')
}
