// How many lines are given their language, ours beside the packages of npm, and how many lines a second (one thread).
// Promise: at least 95 of 100, as the mean over languages, and no package is better.
//
//   npm run bench -- language                  on sentences of our own that no profile was made of
//   npm run bench -- language FILE|DIR         {"af": ["…"], …}, or text files with headings [af]
//   npm run bench -- language --engines dragoman,franc --list
//
// Codes are compared as ISO 639 languages: zh-Hant is zh and sr-Latn is sr, but fa-AF is prs, and nb is not nn.
// Whoever scores the file that fit.ts was run with scores what was learnt; fit.ts itself tells the figure for sentences left out.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { plainCode } from '../src/cli/plain-code.ts'
import { judge, type BenchResult, type Bound } from './bench-result.ts'
import { canonical, engines } from './language/engines.ts'
import { readLabelled, type Labelled } from './language/read-labelled.ts'

export const about = 'language of a line, right in 95 of 100 over all languages, beside cld3, franc, eld and tinyld'

const LEAST = 0.95
const own = join(import.meta.dirname, '../src/read/language/fixtures/sentences.txt')

export async function run(args: string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { engines: { type: 'string' }, list: { type: 'boolean' } },
  })
  const labelled = (await readLabelled(positionals[0] ?? own)).map((one) => ({
    ...one,
    language: goldOf(one.language),
  }))
  const wanted = values.engines?.split(',') ?? Object.keys(engines)
  const figures: Record<string, number> = {}
  console.log(`${labelled.length} lines in ${new Set(labelled.map(({ language }) => language)).size} languages`)
  console.log('                macro    micro   lines a second   worst ten')
  for (const name of wanted) {
    const score = await scoreEngine(name, labelled)
    figures[`${name}, macro`] = Number(score.macro.toFixed(4))
    figures[`${name}, lines a second`] = Math.round(score.linesASecond)
    const worst = score.worst.map(([language, share]) => `${language} ${Math.round(share * 100)}`).join(', ')
    console.log(
      `${name.padEnd(12)}${percent(score.macro)}${percent(score.micro)}${Math.round(score.linesASecond).toLocaleString('en').padStart(17)}   ${worst}`,
    )
    if (values.list && name === 'dragoman') for (const mistake of score.mistakes) console.log(`    ${mistake}`)
  }
  return { name: 'language', figures, broken: judge(boundsOf(figures, wanted)) }
}

function boundsOf(figures: Readonly<Record<string, number>>, wanted: readonly string[]): Bound[] {
  if (!wanted.includes('dragoman')) return []
  const missed = (name: string) => 1 - (figures[`${name}, macro`] ?? 0)
  return [
    { what: 'lines missed, mean over languages', value: missed('dragoman'), atMost: 1 - LEAST, unit: 'of all' },
    ...wanted
      .filter((name) => name !== 'dragoman')
      .map((name) => ({
        what: `missed beside ${name}`,
        value: missed('dragoman'),
        atMost: missed(name),
        unit: 'of all',
      })),
  ]
}

function goldOf(label: string): string {
  const code = plainCode(label)
  return code === 'prs' || code === 'azb' ? code : canonical(code)
}

type Score = {
  readonly macro: number
  readonly micro: number
  readonly linesASecond: number
  readonly worst: readonly (readonly [language: string, share: number])[]
  readonly mistakes: readonly string[]
}

async function scoreEngine(name: string, labelled: readonly Labelled[]): Promise<Score> {
  const load = engines[name]
  if (!load) throw new Error(`There is no engine “${name}”. There are: ${Object.keys(engines).join(', ')}.`)
  const detect = await load()
  // Warm code is what a long run has; the first lines load models.
  for (const { line } of labelled.slice(0, 200)) await detect(line)
  const started = performance.now()
  const answers: string[] = []
  for (const { line } of labelled) answers.push(await detect(line))
  const seconds = (performance.now() - started) / 1000
  const tallies = new Map<string, { right: number; all: number }>()
  const mistakes: string[] = []
  for (const [at, { language, line }] of labelled.entries()) {
    const tally = tallies.get(language) ?? { right: 0, all: 0 }
    tallies.set(language, tally)
    tally.all++
    if (answers[at] === language) tally.right++
    else mistakes.push(`${language} → ${answers[at]}: ${line.slice(0, 100)}`)
  }
  const shares = Array.from(tallies, ([language, { right, all }]) => [language, right / all] as const)
  return {
    macro: shares.reduce((sum, [, share]) => sum + share, 0) / shares.length,
    micro: 1 - mistakes.length / labelled.length,
    linesASecond: labelled.length / seconds,
    worst: shares.sort((a, b) => a[1] - b[1]).slice(0, 10),
    mistakes,
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`.padStart(9)
}
