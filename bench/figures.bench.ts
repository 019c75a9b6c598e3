// Figures and dates compared between originals and translations, in digits, words, calendars and clocks.
// Promises: of right translations at most 2 in 100 are flagged; of planted changes at least 90 in 100 are found.
//
//   npm run bench -- figures [DIR] [--misses]
//
// DIR holds texts (LANGUAGE.txt) as planted-pairs.ts reads them; without it our own in eleven languages are measured, and the pairs
// of the benches “align” and “names” as right translations.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChangedDates, findChangedFigures } from '../src/translate/compare/compare-figures.ts'
import { judge, type BenchResult } from './bench-result.ts'
import { countPlanted, readAligned, readFolder, readPlanted } from './planted-pairs.ts'

export const about = 'figures and dates changed in translations: how many are found, and how many right ones flagged'

const here = import.meta.dirname

export async function run(args: string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { misses: { type: 'boolean' } } })
  const others =
    positionals[0] === undefined
      ? [
          ...readFolder(join(here, 'align'), readAligned),
          ...readFolder(join(here, 'names'), readPlanted).filter(({ planted }) => planted === null),
        ]
      : []
  const pairs = [...readFolder(positionals[0] ?? join(here, 'figures'), readPlanted), ...others]
  const found = pairs.map((pair) => {
    const both = { ...pair, from: pair.language, to: 'en' }
    return { ...pair, flags: [...findChangedFigures(both), ...findChangedDates(both)] }
  })
  const { figures, alarms } = countPlanted(found, values.misses === true)
  const bounds = [
    { what: 'right translations flagged', value: alarms, atMost: 0.02, unit: 'of all' },
    { what: 'planted changes missed', value: 1 - figures.recall, atMost: 0.1, unit: 'of all' },
  ]
  return { name: 'figures', figures, broken: judge(bounds) }
}
