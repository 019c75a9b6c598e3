// How often the day of publication is right, ours beside the packages that give one, on a folder with right answers.
// Promise: F at least 0.965, where a wrong day counts against precision and none against recall.
//
//   npm run bench -- dates DIR        (DIR/gold.json {id: {url, file, date}}, DIR/html/…)

import { parseArgs } from 'node:util'
import type { BenchResult } from './bench-result.ts'
import { engineNames } from './read/engines.ts'
import { readGold, readPageFile } from './read/gold.ts'
import { runEngine } from './read/run-engine.ts'
import { scoreDate } from './read/score-labels.ts'

const leastF = 0.965

export async function run(args: readonly string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { engines: { type: 'string' }, list: { type: 'boolean' } },
  })
  const folder = positionals[0]
  if (!folder) throw new Error('Name a folder that holds gold.json and pages: npm run bench -- dates DIR')
  const gold = readGold(folder)
  const pages = Object.entries(gold).flatMap(([id, answer]) => {
    const bytes = readPageFile(folder, id, answer)
    return bytes ? [{ id, bytes, url: answer.url ?? '' }] : []
  })
  const figures: Record<string, number | string> = {}
  for (const engine of engineNames.filter((name) => !values.engines || values.engines.split(',').includes(name))) {
    const { said } = await runEngine(engine, pages)
    let equal = 0
    let other = 0
    let none = 0
    for (const { id } of pages) {
      const one = said.get(id)
      const result = scoreDate(gold[id] ?? {}, {
        title: null,
        articleBody: '',
        authors: [],
        published: one?.published?.slice(0, 10) ?? null,
      })
      if (!result.given) none++
      else if (result.day) equal++
      else other++
      if (values.list && engine === 'dragoman' && !result.day)
        console.log(`  ${id}: right ${gold[id]?.date ?? '?'}, said ${one?.published ?? 'nothing'}`)
    }
    const f = (2 * equal) / (2 * equal + other + none)
    figures[`${engine} F`] = Math.round(f * 1000) / 1000
    console.log(`  ${engine.padEnd(18)} equal ${equal}, other ${other}, none ${none}: F ${f.toFixed(3)}`)
  }
  const ours = Number(figures['dragoman F'] ?? 1)
  return {
    name: 'dates',
    figures,
    broken: ours < leastF ? [`The day of publication has F ${ours}; promised is ${leastF}.`] : [],
  }
}
