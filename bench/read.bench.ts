// How well and how fast pages are read, ours beside the packages people use instead, on folders with right answers.
// Promises: text F1 at least that of every other reader here, and at least four times the pages a CPU second of
// Readability on linkedom in the same run.
//
//   npm run bench -- read DIR [DIR…] [--engines dragoman,readability] [--out FILE]
//
// DIR holds gold.json ({id: {articleBody | with, without, title, authors, date}}) and html/<id>.html[.gz].

import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchResult } from './bench-result.ts'
import { engineNames, type EngineName } from './read/engines.ts'
import { readGold, readPageFile, type Gold, type Said } from './read/gold.ts'
import { runEngine, type EngineRun } from './read/run-engine.ts'
import { authorsF1, isTitleRight, scoreDate } from './read/score-labels.ts'
import { comparePieces, compareText, macroF1, mean, microF1 } from './read/score-text.ts'

/** Trafilatura's published figures on whole sets, for the reader's eye: it is no package of ours to run. */
const published =
  'Trafilatura 2.2 (published, whole sets): text F1 .947–.958, segments F1 .921, 20–28 pages a CPU second'

const leastSpeedRatio = 4

export async function run(args: readonly string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { engines: { type: 'string' }, out: { type: 'string' } },
  })
  if (positionals.length === 0)
    throw new Error('Name one or more folders that hold gold.json and pages: npm run bench -- read DIR')
  const engines = engineNames.filter((name) => !values.engines || values.engines.split(',').includes(name))
  const figures: Record<string, number | string> = {}
  const broken: string[] = []
  const all: Record<string, unknown> = {}
  for (const folder of positionals) {
    const gold = readGold(folder)
    const set = basename(folder)
    const runs = new Map<EngineName, EngineRun>()
    for (const engine of engines) runs.set(engine, await runEngine(engine, loadPages(folder, gold)))
    console.log(`\n${set}: ${Object.keys(gold).length} pages`)
    for (const [engine, one] of runs) report(set, engine, gold, one, figures)
    broken.push(...brokenPromises(set, figures, engines))
    all[set] = Object.fromEntries(runs.get('dragoman')?.said ?? [])
  }
  console.log(`\n${published}`)
  if (values.out) writeFileSync(values.out, JSON.stringify(all))
  return { name: 'read', figures, broken }
}

function loadPages(folder: string, gold: Gold): { id: string; bytes: Uint8Array; url: string }[] {
  return Object.entries(gold).flatMap(([id, answer]) => {
    const bytes = readPageFile(folder, id, answer)
    return bytes ? [{ id, bytes, url: answer.url ?? 'https://page.example/' }] : []
  })
}

const empty: Said = { title: null, articleBody: '', authors: [], published: null }

type Scores = {
  readonly text: number
  readonly title: number
  readonly authors: number
  readonly day: number
  readonly minute: number
}

function score(gold: Gold, ids: readonly string[], said: ReadonlyMap<string, Said>): Scores {
  const pairs = ids.flatMap((id) => (gold[id] ? [[gold[id], said.get(id) ?? empty] as const] : []))
  const hasPieces = pairs.some(([answer]) => answer.with)
  const counts = pairs.map(([answer, one]) => (hasPieces ? comparePieces : compareText)(answer, one.articleBody))
  const titles = pairs.map(([answer, one]) => isTitleRight(answer, one)).filter((right) => right !== null)
  const dates = pairs.map(([answer, one]) => scoreDate(answer, one)).filter((date) => date.asked)
  return {
    text: hasPieces ? microF1(counts) : macroF1(counts),
    title: mean(titles.map(Number)),
    authors: authorsF1(pairs),
    day: mean(dates.map((date) => Number(date.day))),
    minute: mean(dates.map((date) => Number(date.minute))),
  }
}

/** One line an engine; the halves (even and odd places) show how far a figure can be trusted. */
function report(
  set: string,
  engine: EngineName,
  gold: Gold,
  one: EngineRun,
  figures: Record<string, number | string>,
): void {
  const ids = Object.keys(gold).sort()
  const whole = score(gold, ids, one.said)
  const even = score(
    gold,
    ids.filter((_, at) => at % 2 === 0),
    one.said,
  )
  const odd = score(
    gold,
    ids.filter((_, at) => at % 2 === 1),
    one.said,
  )
  const speed = ids.length / one.cpuSeconds
  for (const [name, value] of Object.entries(whole)) figures[`${set} ${engine} ${name}`] = round(value)
  figures[`${set} ${engine} pages per CPU second`] = Math.round(speed)
  figures[`${set} ${engine} failed or hung`] = one.failed.length + one.hung.length
  console.log(
    `  ${engine.padEnd(18)} text ${whole.text.toFixed(3)} (even ${even.text.toFixed(3)}, odd ${odd.text.toFixed(3)})  title ${whole.title.toFixed(3)}  authors ${whole.authors.toFixed(3)}  ` +
      `day ${whole.day.toFixed(3)}  minute ${whole.minute.toFixed(3)}  ${speed.toFixed(0)} pages/CPU s  failed ${one.failed.length}, hung ${one.hung.length}`,
  )
}

function brokenPromises(
  set: string,
  figures: Readonly<Record<string, number | string>>,
  engines: readonly EngineName[],
): string[] {
  const broken: string[] = []
  const of = (engine: string, name: string): number => Number(figures[`${set} ${engine} ${name}`])
  if (!engines.includes('dragoman')) return broken
  for (const engine of engines) {
    if (of(engine, 'text') > of('dragoman', 'text')) broken.push(`${set}: ${engine} reads the text better than we do.`)
  }
  const ratio = of('dragoman', 'pages per CPU second') / of('readability', 'pages per CPU second')
  if (ratio < leastSpeedRatio)
    broken.push(
      `${set}: ${ratio.toFixed(1)} times the speed of Readability on linkedom; promised are ${leastSpeedRatio}.`,
    )
  if (of('dragoman', 'failed or hung') > 0) broken.push(`${set}: our reader failed or hung on a page.`)
  return broken
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
