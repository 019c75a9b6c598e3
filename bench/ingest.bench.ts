// CPU time of the whole pipeline (poll, fetch, WARC, read, store, index) over loopback, against that of reading the
// same pages alone. Promise: at most 1.5 times. The press is another process and does not count.
// Copies are looked for when nothing waits to be read any more; what that costs is measured apart, and promised nowhere.
// The two take turns, a round of new pages at a time. The first round, in which code is loaded and compiled, does not
// count; of the others the one in the middle is told.
//
//   npm run bench ingest -- --pages 600 --hosts 60 --rounds 5 --seed 1     pages and hosts are those of one round
//   npm run bench ingest -- --folder PAGES     pages from a folder, again and again, instead of invented ones

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { judge, printFigures, round, type BenchResult } from './bench-result.ts'
import { openRounds, type Round } from './ingest-rounds.ts'
import { runPress } from './run-press.ts'

export const about = 'CPU time of the whole way from feed to index, against reading alone: at most 1.5 times'
export const quick = ['--rounds', '3']

const MOST = 1.5

export async function run(args: string[]): Promise<BenchResult> {
  const plan = readPlan(args)
  const turns = plan.rounds + 1
  const press = await runPress({ ...plan, kind: 'pages', hosts: plan.hosts * turns, pages: plan.pages * turns })
  const home = await mkdtemp(join(tmpdir(), 'dragoman-ingest-'))
  try {
    const config = readConfig(
      {},
      { home, paceSeconds: 0.02, allowHosts: [...press.allowHosts], userAgent: 'Dragoman bench' },
    )
    const rounds = await openRounds(config)
    const done: Round[] = []
    for (let turn = 0; turn < turns; turn++) {
      done.push(await rounds.run(press.hosts.slice(turn * plan.hosts, (turn + 1) * plan.hosts)))
    }
    const peakMegabytes = process.resourceUsage().maxRSS / 1024
    await rounds.close()
    return report(done, peakMegabytes)
  } finally {
    await press.close()
    await rm(home, { recursive: true, force: true })
  }
}

function readPlan(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      hosts: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  return {
    pages: Number(values.pages ?? 600),
    hosts: Number(values.hosts ?? 60),
    rounds: Number(values.rounds ?? 5),
    seed: Number(values.seed ?? 1),
    folder: values.folder ?? null,
  }
}

const ratioOf = ({ whole, alone }: Round): number => whole.cpuMs / alone.cpuMs

function report(done: readonly Round[], peakMegabytes: number): BenchResult {
  const counted = done.slice(1).sort((a, b) => ratioOf(a) - ratioOf(b))
  const middle = counted[Math.floor(counted.length / 2)]
  if (!middle) return { name: 'ingest', figures: {}, broken: ['No round was run: --rounds must be 1 or more.'] }
  const { whole, copies, alone, pages, bytes, searchable } = middle
  const figures = {
    'pages a round': pages,
    'kB of markup a page': bytes / 1000 / pages,
    'documents a second': (searchable / whole.wallMs) * 1000,
    'whole way, CPU ms a page': whole.cpuMs / pages,
    'reading alone, CPU ms a page': alone.cpuMs / pages,
    'beside reading, CPU ms a page': (whole.cpuMs - alone.cpuMs) / pages,
    'looking for copies afterwards, CPU ms a page': copies.cpuMs / pages,
    'whole / reading': ratioOf(middle),
    'whole / reading, each round': counted.map((one) => round(ratioOf(one))).join('  '),
    'peak memory, MB': peakMegabytes,
  }
  printFigures(figures)
  const broken = judge([
    { what: 'CPU time of the whole way against reading alone', value: ratioOf(middle), atMost: MOST },
  ])
  broken.push(...done.flatMap(({ troubles }) => troubles).slice(0, 5))
  const lost = done.reduce((sum, one) => sum + one.pages - one.searchable, 0)
  if (lost !== 0) broken.push(`${lost} of the pages that were kept are not searchable.`)
  return { name: 'ingest', figures, broken }
}
