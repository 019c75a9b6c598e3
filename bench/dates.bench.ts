// How often the day of publication is right, ours beside the packages that give one, on pages with right answers.
// Promise: F at least 0.965, where a wrong day counts against precision and none against recall.
//
//   npm run bench -- dates [DIR] [--engines dragoman,defuddle] [--list]
//
// DIR/gold.json is {id: {url, file, date}}, the pages lie in DIR/html; without DIR, the pages of the sample press are
// read, which print their days in five calendars and ten languages. htmldate's published F on 1,000 pages is .952.

import { parseArgs } from 'node:util'
import type { BenchResult } from './bench-result.ts'
import { engineNames, type EngineName } from './read/engines.ts'
import { openPageSets, type PageSet } from './read/page-set.ts'
import { runEngine } from './read/run-engine.ts'
import { scoreDate } from './read/score-labels.ts'

export const about = 'day of publication, F at least .965, beside Readability, defuddle and article-extractor'

const leastF = 0.965

type Counts = { equal: number; other: number; none: number; mistakes: string[] }

export async function run(args: readonly string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { engines: { type: 'string' }, list: { type: 'boolean' } },
  })
  const figures: Record<string, number | string> = {}
  const broken: string[] = []
  for (const set of openPageSets(positionals)) {
    console.log(`\n${set.name}: ${set.pages.length} pages`)
    console.log(`  ${''.padEnd(18)} equal  other   none      F`)
    for (const engine of engineNames.filter((name) => !values.engines || values.engines.split(',').includes(name))) {
      const { equal, other, none, mistakes } = await countDays(engine, set)
      const f = (2 * equal) / (2 * equal + other + none)
      figures[`${set.name} ${engine} F`] = Math.round(f * 1000) / 1000
      console.log(
        `  ${engine.padEnd(18)}${[equal, other, none].map((count) => String(count).padStart(6)).join(' ')}  ${f.toFixed(3)}`,
      )
      if (engine !== 'dragoman') continue
      if (values.list) for (const mistake of mistakes) console.log(`    ${mistake}`)
      if (f < leastF) broken.push(`${set.name}: the day of publication has F ${f.toFixed(3)}; promised is ${leastF}.`)
    }
  }
  return { name: 'dates', figures, broken }
}

async function countDays(engine: EngineName, { gold, pages }: PageSet): Promise<Counts> {
  const { said } = await runEngine(engine, pages)
  const counts: Counts = { equal: 0, other: 0, none: 0, mistakes: [] }
  for (const { id } of pages) {
    const { date = null } = gold[id] ?? {}
    const published = said.get(id)?.published ?? null
    const result = scoreDate(
      { date },
      { title: null, articleBody: '', authors: [], published: published?.slice(0, 10) ?? null },
    )
    if (!result.given) counts.none++
    else if (result.day) counts.equal++
    else counts.other++
    if (!result.day) counts.mistakes.push(`${id}: right ${date ?? '?'}, said ${published ?? 'nothing'}`)
  }
  return counts
}
