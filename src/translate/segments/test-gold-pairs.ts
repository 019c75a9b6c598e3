// For tests and the bench: pairs of sentences made by hand. A pair a line: sentences of the original, “ => ”, sentences of the
// translation, “ | ” between sentences; either side may be empty.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type GoldPairs = {
  /** The file, as `ru.desk`. */
  readonly name: string
  /** Of the original; the translation is English. */
  readonly language: string
  readonly source: string[]
  readonly target: string[]
  /** Keys of what belongs together. */
  readonly pairs: string[]
}

type Range = readonly [from: number, to: number]

export const pairKey = (source: Range, target: Range): string => `${source.join('-')}:${target.join('-')}`

/** Every LANGUAGE.txt and LANGUAGE.KIND.txt of a folder. */
export function readGolds(folder: string): GoldPairs[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readGold(join(folder, name), name.slice(0, -4)))
}

function readGold(path: string, name: string): GoldPairs {
  const gold: GoldPairs = { name, language: name.split('.')[0] ?? name, source: [], target: [], pairs: [] }
  const lines = readFileSync(path, 'utf8').split('\n')
  for (const line of lines.filter((one) => one.includes('=>'))) {
    const [left = '', right = ''] = line.split('=>').map((side) => side.trim())
    const from = [gold.source.length, gold.target.length] as const
    gold.source.push(...left.split(' | ').filter(Boolean))
    gold.target.push(...right.split(' | ').filter(Boolean))
    gold.pairs.push(pairKey([from[0], gold.source.length], [from[1], gold.target.length]))
  }
  return gold
}
