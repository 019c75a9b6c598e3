// 5,000 feeds on 5,000 hosts, polled in one process: how fast, with how much memory, and above all how politely.
// Promise: no host ever sees two requests closer than its pace. The press notes when each request arrives at each host,
// robots.txt too, and each feed is asked more than once, so that every host is asked at least three times.
//
//   npm run bench poll -- --feeds 5000 --rounds 2 --pace 1

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig, type Config } from '../src/config.ts'
import { startWork } from '../src/pipeline/work.ts'
import { listFeeds } from '../src/store/feeds.ts'
import { pollJob } from '../src/store/queue/new-jobs.ts'
import { now, openRecords, openWorker, type Worker } from '../src/tools.ts'
import { judge, printFigures, type BenchResult } from './bench-result.ts'
import { runPress, type RunningPress, type Visit } from './run-press.ts'
import { stockFeeds } from './stock-feeds.ts'

export const about = '5,000 feeds in one process: no host sees two requests closer than its pace'
export const quick = ['--feeds', '5000', '--rounds', '2', '--pace', '1']

const FETCHERS = 256
const PATIENCE_MS = 1_000
/** What the clocks of two processes on one machine may differ by. */
const CLOCK_MS = 2

type Polled = {
  readonly polls: number
  readonly troubles: readonly string[]
  readonly wallMs: number
  readonly cpuMs: number
  readonly peakMegabytes: number
}

export async function run(args: string[]): Promise<BenchResult> {
  const { values } = parseArgs({
    args,
    options: { feeds: { type: 'string' }, rounds: { type: 'string' }, pace: { type: 'string' } },
  })
  const feeds = Number(values.feeds ?? 5000)
  const rounds = Number(values.rounds ?? 2)
  const paceSeconds = Number(values.pace ?? 2)
  const press = await runPress({ kind: 'feeds', hosts: feeds })
  const home = await mkdtemp(join(tmpdir(), 'dragoman-poll-'))
  try {
    const config = readConfig(
      {},
      { home, paceSeconds, fetchers: FETCHERS, allowHosts: [...press.allowHosts], userAgent: 'Dragoman bench' },
    )
    const polled = await pollAll(config, press, rounds)
    return report(polled, await press.readLog(), { feeds, rounds, paceMs: paceSeconds * 1000 })
  } finally {
    await press.close()
    await rm(home, { recursive: true, force: true })
  }
}

async function pollAll(config: Config, press: RunningPress, rounds: number): Promise<Polled> {
  const records = await openRecords(config)
  await stockFeeds(records, press.hosts, now())
  await records.close()
  const worker = await openWorker(config)
  const troubles: string[] = []
  let polls = 0
  const started = performance.now()
  const before = process.cpuUsage()
  const corridor = await startWork(worker, config, (event) => {
    if (event.kind === 'ended') polls++
    if (event.kind === 'failed') troubles.push(String(event.error))
    else if (event.kind === 'ended' && event.trouble) troubles.push(event.outcome)
  })
  for (let round = 0; round < rounds; round++) {
    if (round > 0) await askAgain(worker)
    corridor.wake()
    await corridor.drained(PATIENCE_MS)
  }
  await corridor.stop()
  const { user, system } = process.cpuUsage(before)
  await worker.close()
  const peakMegabytes = process.resourceUsage().maxRSS / 1024
  return { polls, troubles, wallMs: performance.now() - started, cpuMs: (user + system) / 1000, peakMegabytes }
}

/** As «collect all» does it. */
async function askAgain({ db, queue }: Worker): Promise<void> {
  const feeds = await listFeeds(db)
  await db.transaction().execute((tx) =>
    queue.enqueue(
      tx,
      feeds.map((feed) => pollJob(feed, now())),
    ),
  )
}

function report(
  polled: Polled,
  visits: readonly Visit[],
  wish: { feeds: number; rounds: number; paceMs: number },
): BenchResult {
  const gaps = findGaps(visits)
  const closest = Math.min(...gaps)
  const asked = new Set(visits.filter(({ path }) => path === '/feed.xml').map(({ host }) => host)).size
  const figures = {
    'feeds, each on its own host': wish.feeds,
    'hosts asked for their feed': asked,
    polls: polled.polls,
    'requests the hosts saw': visits.length,
    'polls a second': (polled.polls / polled.wallMs) * 1000,
    'CPU ms a poll': polled.cpuMs / Math.max(1, polled.polls),
    'pace, ms': wish.paceMs,
    'closest two requests at one host, ms': closest,
    'pairs closer than the pace': gaps.filter((gap) => gap < wish.paceMs - CLOCK_MS).length,
    'peak memory, MB': polled.peakMegabytes,
  }
  printFigures(figures)
  const broken = judge([
    {
      what: 'pairs of requests at one host closer than its pace',
      value: figures['pairs closer than the pace'],
      atMost: 0,
      unit: 'pairs',
    },
    { what: 'feeds that were not polled', value: wish.feeds * wish.rounds - polled.polls, atMost: 0, unit: 'polls' },
    { what: 'hosts that were not asked', value: wish.feeds - asked, atMost: 0, unit: 'hosts' },
  ])
  return { name: 'poll', figures, broken: [...broken, ...polled.troubles.slice(0, 5)] }
}

/** Milliseconds between every two requests that followed each other at one host. */
function findGaps(visits: readonly Visit[]): number[] {
  const last = new Map<string, number>()
  const gaps: number[] = []
  for (const { host, at } of visits.toSorted((a, b) => a.at - b.at)) {
    const before = last.get(host)
    if (before !== undefined) gaps.push(at - before)
    last.set(host, at)
  }
  return gaps
}
