// Alignment: which sentences of an original and of its translation belong together, against pairs made by hand; and speed.
// Promises: 95 of 100 pairs found, 95 of 100 right; 1,000 sentences aligned in at most 2 seconds.
//
//   npm run bench -- align [DIR] [--misses]
//
// DIR holds texts (LANGUAGE.txt, LANGUAGE.KIND.txt), a pair a line: sentences of the original, “ => ”, sentences of the
// translation, “ | ” between sentences. Without it our own pairs in fourteen languages are measured: reports, and the short forms
// of a newsroom (headlines, datelines, dialogue, lists).

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alignSegments, type AlignedPair } from '../src/translate/segments/align-segments.ts'
import { pairKey, readGolds, type GoldPairs } from '../src/translate/segments/test-gold-pairs.ts'
import { judge, type BenchResult } from './bench-result.ts'

export const about =
  'sentences of originals and translations paired, against pairs made by hand in fourteen languages; speed'

const ownPairs = join(import.meta.dirname, 'align')

export async function run(args: string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { misses: { type: 'boolean' } } })
  const folder = positionals[0] ?? ownPairs
  const golds = readGolds(folder)
  const total = { found: 0, gold: 0, right: 0 }
  for (const gold of golds) {
    const found = alignSegments(gold.source, gold.target, { from: gold.language, to: 'en' })
    const right = countRight(gold, found, values.misses === true)
    console.log(
      `${gold.name}  ${gold.pairs.length} pairs, recall ${share(right, gold.pairs.length)}, precision ${share(right, found.length)}`,
    )
    total.found += found.length
    total.gold += gold.pairs.length
    total.right += right
  }
  const seconds = timeThousand(golds)
  const bounds = [
    { what: 'pairs missed', value: 1 - total.right / total.gold, atMost: 0.05, unit: 'of all' },
    { what: 'pairs wrong', value: 1 - total.right / total.found, atMost: 0.05, unit: 'of all' },
    { what: 'aligning 1,000 sentences', value: seconds, atMost: 2, unit: 'seconds' },
  ]
  const figures = {
    pairs: total.gold,
    recall: total.right / total.gold,
    precision: total.right / total.found,
    'seconds per 1,000': seconds,
  }
  return { name: 'align', figures, broken: judge(bounds) }
}

const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3)

function countRight(gold: GoldPairs, found: readonly AlignedPair[], show: boolean): number {
  const wanted = new Set(gold.pairs)
  let right = 0
  for (const { source, target } of found) {
    if (wanted.has(pairKey(source, target))) right++
    else if (show)
      console.log(`  ${gold.source.slice(...source).join(' | ')}  ≠  ${gold.target.slice(...target).join(' | ')}`)
  }
  return right
}

/** The text that takes longest, again and again, until it has 1,000 sentences. Processor time: others may be at work here too. */
function timeThousand(golds: readonly GoldPairs[]): number {
  return Math.max(
    ...golds.map((gold) => {
      const times = Math.ceil(1_000 / gold.source.length)
      const repeat = (list: readonly string[]): string[] => Array.from({ length: times }, () => list).flat()
      const [source, target] = [repeat(gold.source), repeat(gold.target)]
      const start = process.cpuUsage()
      alignSegments(source, target, { from: gold.language, to: 'en' })
      const { user, system } = process.cpuUsage(start)
      return ((user + system) / 1_000_000) * (1_000 / source.length)
    }),
  )
}
