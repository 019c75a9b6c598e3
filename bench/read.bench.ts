// How well and how fast pages are read, ours beside the packages people use instead, all in one run.
// Promises: text F1 at least that of every other reader here, and at least four times the pages a CPU second of
// Readability on linkedom. Both speeds are told, that of the first pass over the pages, in which a fresh process still
// learns, and that of the second; the promise is about the second, for a desk reads all day.
//
//   npm run bench -- read [DIR…] [--engines dragoman,readability] [--out FILE]
//
// DIR holds gold.json ({id: {articleBody | with, without, title, authors, date}}) and html/<id>.html[.gz]. Without one,
// the pages of the sample press are read, and made ones that are as heavy as real ones.

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BenchResult } from './bench-result.ts'
import { engineNames, type EngineName } from './read/engines.ts'
import type { Gold, Said } from './read/gold.ts'
import { openPageSets, weightOf, type PageSet } from './read/page-set.ts'
import { runEngine, type EngineRun } from './read/run-engine.ts'
import { authorsF1, isTitleRight, scoreDate } from './read/score-labels.ts'
import { comparePieces, compareText, macroF1, mean, microF1 } from './read/score-text.ts'

export const about =
  'text, title, authors and date of pages, and pages a CPU second, beside Readability, defuddle, article-extractor and Trafilatura'

/** Trafilatura's published figures on whole sets, for the reader's eye: it is no package of ours to run. */
const published =
  'Trafilatura 2.2 (published, whole sets): text F1 .947–.958, segments F1 .921, 20–28 pages a CPU second'

const leastSpeedRatio = 4
/** Kilobytes of a page from which speeds are compared: of the smallest pages, most of the time goes to what others leave out. */
const leastWeight = 30

export async function run(args: readonly string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { engines: { type: 'string' }, out: { type: 'string' } },
  })
  const engines = engineNames.filter((name) => !values.engines || values.engines.split(',').includes(name))
  const figures: Record<string, number | string> = {}
  const broken: string[] = []
  const all: Record<string, unknown> = {}
  for (const set of openPageSets(positionals)) {
    console.log(`\n${set.name}: ${set.pages.length} pages, ${weightOf(set).toFixed(0)} kB on average`)
    console.log(heading)
    for (const engine of engines) {
      const one = await runEngine(engine, set.pages, 2)
      report(set, engine, one, figures)
      if (engine === 'dragoman') all[set.name] = Object.fromEntries(one.said)
    }
    broken.push(...brokenPromises(set, figures, engines))
  }
  console.log(`\n${published}`)
  if (values.out) writeFileSync(values.out, JSON.stringify(all))
  return { name: 'read', figures, broken }
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
  const hasTexts = pairs.some(([answer]) => answer.articleBody !== undefined)
  const counts = pairs.map(([answer, one]) => (hasPieces ? comparePieces : compareText)(answer, one.articleBody))
  const titles = pairs.map(([answer, one]) => isTitleRight(answer, one)).filter((right) => right !== null)
  const dates = pairs.map(([answer, one]) => scoreDate(answer, one)).filter((date) => date.asked)
  const hasAuthors = pairs.some(([answer]) => (answer.authors?.length ?? 0) > 0)
  const hasMinutes = pairs.some(([answer]) => /\d:\d/.test(answer.publishing_date ?? ''))
  return {
    text: hasPieces ? microF1(counts) : hasTexts ? macroF1(counts) : Number.NaN,
    title: titles.length > 0 ? mean(titles.map(Number)) : Number.NaN,
    authors: hasAuthors ? authorsF1(pairs) : Number.NaN,
    day: dates.length > 0 ? mean(dates.map((date) => Number(date.day))) : Number.NaN,
    minute: hasMinutes ? mean(dates.map((date) => Number(date.minute))) : Number.NaN,
  }
}

const columns = [
  'text',
  'even',
  'odd',
  'title',
  'authors',
  'day',
  'minute',
  'pages a CPU s',
  'first pass',
  'failed',
  'hung',
]
const widthOf = (column: string): number => Math.max(6, column.length) + 2
const heading = `  ${''.padEnd(18)}${columns.map((column) => column.padStart(widthOf(column))).join('')}`

/** One line an engine; the halves (even and odd places) show how far a figure can be trusted. `–`: not asked in this set. */
function report(
  { name: set, gold, pages }: PageSet,
  engine: EngineName,
  one: EngineRun,
  figures: Record<string, number | string>,
): void {
  const ids = pages.map(({ id }) => id).sort()
  const half = (rest: number): number =>
    score(
      gold,
      ids.filter((_, at) => at % 2 === rest),
      one.said,
    ).text
  const whole = score(gold, ids, one.said)
  const [first = 0, second = first] = one.cpuSeconds.map((seconds) => ids.length / seconds)
  for (const [name, value] of Object.entries(whole))
    if (!Number.isNaN(value)) figures[`${set} ${engine} ${name}`] = round(value)
  figures[`${set} ${engine} pages per CPU second`] = Math.round(second)
  figures[`${set} ${engine} pages per CPU second, first pass`] = Math.round(first)
  figures[`${set} ${engine} failed or hung`] = one.failed.length + one.hung.length
  const cells = [
    ...[whole.text, half(0), half(1), whole.title, whole.authors, whole.day, whole.minute].map((value) =>
      Number.isNaN(value) ? '–' : value.toFixed(3),
    ),
    ...[second, first].map((speed) => speed.toFixed(0)),
    ...[one.failed.length, one.hung.length].map(String),
  ]
  console.log(`  ${engine.padEnd(18)}${cells.map((cell, at) => cell.padStart(widthOf(columns[at] ?? ''))).join('')}`)
}

function brokenPromises(
  pageSet: PageSet,
  figures: Readonly<Record<string, number | string>>,
  engines: readonly EngineName[],
): string[] {
  const broken: string[] = []
  const set = pageSet.name
  const of = (engine: string, name: string): number => Number(figures[`${set} ${engine} ${name}`])
  if (!engines.includes('dragoman')) return broken
  for (const engine of engines) {
    if (of(engine, 'text') > of('dragoman', 'text')) broken.push(`${set}: ${engine} reads the text better than we do.`)
  }
  const ratio = of('dragoman', 'pages per CPU second') / of('readability', 'pages per CPU second')
  if (engines.includes('readability'))
    console.log(`  ${ratio.toFixed(1)} times the pages a CPU second of Readability on linkedom`)
  if (ratio < leastSpeedRatio && weightOf(pageSet) >= leastWeight)
    broken.push(
      `${set}: ${ratio.toFixed(1)} times the speed of Readability on linkedom; promised are ${leastSpeedRatio}.`,
    )
  if (of('dragoman', 'failed or hung') > 0) broken.push(`${set}: our reader failed or hung on a page.`)
  return broken
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
