// Names compared between originals and translations: right translations that raise nothing, and planted changes that are found.
// Promises: of right translations at most 2 in 100 are flagged; of planted changes at least 70 in 100 are found.
//
//   npm run bench -- names [DIR] [--misses]
//
// DIR holds texts (LANGUAGE.txt) as planted-pairs.ts reads them; without it our own in ten languages are measured, and the pairs
// of the bench “align” as right translations.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChangedNames } from '../src/translate/names/compare-names.ts'
import type { NameTools } from '../src/translate/names/name-reading.ts'
import { openPinyin } from '../src/translate/names/open-names.ts'
import { judge, type BenchResult } from './bench-result.ts'
import { countPlanted, readAligned, readFolder, readPlanted } from './planted-pairs.ts'

export const about =
  'names changed, dropped and misspelt in translations: how many are found, and how many right ones flagged'

const here = import.meta.dirname

export async function run(args: string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { misses: { type: 'boolean' } } })
  const own = positionals[0] === undefined
  const pairs = [
    ...readFolder(positionals[0] ?? join(here, 'names'), readPlanted),
    ...(own ? readFolder(join(here, 'align'), readAligned) : []),
  ]
  const tools = new Map<string, NameTools>()
  for (const { language } of pairs)
    if (!tools.has(language)) tools.set(language, { findAuthorities: null, pinyin: await openPinyin(language) })
  const found = pairs.map((pair) => {
    const known = tools.get(pair.language) ?? { findAuthorities: null, pinyin: null }
    return { ...pair, flags: findChangedNames({ ...pair, from: pair.language, to: 'en' }, known) }
  })
  const { figures, alarms } = countPlanted(found, values.misses === true)
  const bounds = [
    { what: 'right translations flagged', value: alarms, atMost: 0.02, unit: 'of all' },
    { what: 'planted changes missed', value: 1 - figures.recall, atMost: 0.3, unit: 'of all' },
  ]
  return { name: 'names', figures, broken: judge(bounds) }
}
