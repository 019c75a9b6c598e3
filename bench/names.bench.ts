// Names compared between originals and translations: right translations that raise nothing, and planted changes that are found.
// Promises: of right translations at most 2 in 100 are flagged; of planted changes at least 60 in 100 are found.
//
//   npm run bench -- names [DIR] [--misses]
//
// DIR holds texts (LANGUAGE.txt): “= original => translation” and below it “! kind => translation with a name changed”; without it
// our own in eight languages are measured, and the pairs of the bench “align” as right translations.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChangedNames, type NameTools } from '../src/translate/names/compare-names.ts'
import { openPinyin } from '../src/translate/names/open-names.ts'
import { judge, type BenchResult } from './bench-result.ts'

export const about =
  'names changed, dropped and misspelt in translations: how many are found, and how many right ones flagged'

type Pair = {
  readonly language: string
  readonly source: string
  readonly target: string
  readonly planted: string | null
}

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
    if (!tools.has(language)) tools.set(language, { authorities: null, pinyin: await openPinyin(language) })
  const found = pairs.map((pair) => {
    const known = tools.get(pair.language) ?? { authorities: null, pinyin: null }
    return { ...pair, flags: findChangedNames({ ...pair, from: pair.language, to: 'en' }, known) }
  })
  const right = found.filter(({ planted }) => planted === null)
  const planted = found.filter(({ planted: kind }) => kind !== null)
  const alarms = right.filter(({ flags }) => flags.length > 0)
  const caught = planted.filter(({ flags }) => flags.length > 0)
  for (const kind of [...new Set(planted.map((one) => one.planted ?? ''))].sort()) {
    const all = planted.filter((one) => one.planted === kind)
    console.log(`${kind.padEnd(10)}${all.filter(({ flags }) => flags.length > 0).length} of ${all.length} found`)
  }
  if (values.misses === true) {
    for (const { source, target, flags } of alarms)
      console.log(`false  ${source} => ${target}\n         ${flags.map(({ words }) => words).join(' ')}`)
    for (const { planted: kind, source, target, flags } of planted)
      if (flags.length === 0) console.log(`missed ${kind}: ${source} => ${target}`)
  }
  const figures = {
    'right translations': right.length,
    'planted changes': planted.length,
    precision: caught.length / Math.max(1, caught.length + alarms.length),
    recall: caught.length / Math.max(1, planted.length),
  }
  const bounds = [
    {
      what: 'right translations flagged',
      value: alarms.length / Math.max(1, right.length),
      atMost: 0.02,
      unit: 'of all',
    },
    { what: 'planted changes missed', value: 1 - figures.recall, atMost: 0.4, unit: 'of all' },
  ]
  return { name: 'names', figures, broken: judge(bounds) }
}

function readFolder(folder: string, read: (text: string, language: string) => Pair[]): Pair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => read(readFileSync(join(folder, name), 'utf8'), name.slice(0, -4)))
}

function readPlanted(text: string, language: string): Pair[] {
  const pairs: Pair[] = []
  let source = ''
  for (const line of text.split('\n')) {
    const [left = '', target = ''] = line.split(' => ')
    if (target === '') continue
    if (left.startsWith('= ')) source = left.slice(2)
    pairs.push({ language, source, target, planted: left.startsWith('! ') ? left.slice(2) : null })
  }
  return pairs
}

function readAligned(text: string, language: string): Pair[] {
  return text.split('\n').flatMap((line) => {
    const [source = '', target = ''] = line.split('=>').map((side) => side.replaceAll(' | ', ' ').trim())
    return source === '' || target === '' ? [] : [{ language, source, target, planted: null }]
  })
}
