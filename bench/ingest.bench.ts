// CPU time of the whole pipeline (poll, fetch, WARC, read, store, index) over loopback, against that of reading the
// same pages alone. Promise: at most 1.5 times. The press is another process and does not count.
//
//   npm run bench ingest -- --pages 600 --hosts 60 --seed 1
//   npm run bench ingest -- --folder PAGES     pages from a folder, again and again, instead of invented ones

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { Worker as Thread } from 'node:worker_threads'
import { readConfig, type Config } from '../src/config.ts'
import { startWork } from '../src/pipeline/work.ts'
import { listCapturesAfter } from '../src/store/captures.ts'
import { unpackRecord } from '../src/lib/warc/unpack-record.ts'
import { now, openRecords, openWorker } from '../src/tools.ts'
import { judge, printFigures, type BenchResult } from './bench-result.ts'
import type { PackedPage } from './read-alone-thread.ts'
import { runPress } from './run-press.ts'
import { stockFeeds } from './stock-feeds.ts'

export const about = 'CPU time of the whole way from feed to index, against reading alone: at most 1.5 times'
export const quick = ['--pages', '600']

const MOST = 1.5
const PATIENCE_MS = 500

type Cost = { readonly cpuMs: number; readonly wallMs: number }

export async function run(args: string[]): Promise<BenchResult> {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      hosts: { type: 'string' },
      seed: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  const plan = {
    hosts: Number(values.hosts ?? 60),
    pages: Number(values.pages ?? 1200),
    seed: Number(values.seed ?? 1),
    folder: values.folder ?? null,
  }
  const press = await runPress({ kind: 'pages', ...plan })
  const home = await mkdtemp(join(tmpdir(), 'dragoman-ingest-'))
  try {
    const config = readConfig(
      {},
      { home, paceSeconds: 0.02, allowHosts: [...press.allowHosts], userAgent: 'Dragoman bench' },
    )
    const records = await openRecords(config)
    await stockFeeds(records, press.hosts, now())
    await records.close()
    const whole = await ingest(config)
    const pages = await loadPages(config)
    const alone = await measure(() => readAlone(pages))
    return report(whole, alone, pages)
  } finally {
    await press.close()
    await rm(home, { recursive: true, force: true })
  }
}

async function measure(deed: () => Promise<unknown>): Promise<Cost> {
  const started = performance.now()
  const before = process.cpuUsage()
  await deed()
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - started }
}

type Ingested = Cost & {
  readonly searchable: number
  readonly troubles: readonly string[]
  readonly peakMegabytes: number
}

async function ingest(config: Config): Promise<Ingested> {
  const troubles: string[] = []
  let searchable = 0
  const cost = await measure(async () => {
    const worker = await openWorker(config)
    const corridor = await startWork(worker, config, (event) => {
      if (event.kind === 'failed') troubles.push(`${event.name}: ${String(event.error)}`)
      else if (event.kind === 'halted') troubles.push(event.error.message)
      else if (event.kind === 'ended' && event.trouble) troubles.push(event.outcome)
    })
    await corridor.drained(PATIENCE_MS)
    await corridor.stop()
    searchable = await worker.search.size()
    await worker.close()
  })
  return { ...cost, searchable, troubles, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
}

/** The pages as the archive has them: the very bytes that were read. */
async function loadPages(config: Config): Promise<PackedPage[]> {
  const worker = await openWorker(config)
  const pages: PackedPage[] = []
  for (const capture of await listCapturesAfter(worker.db, null, 1_000_000)) {
    const unpacked = await unpackRecord(await worker.archive.read(capture.place))
    if (unpacked.kind === 'record') pages.push({ url: capture.finalUrl, payload: unpacked.payload })
  }
  await worker.close()
  return pages
}

async function readAlone(pages: readonly PackedPage[]): Promise<void> {
  const thread = new Thread(new URL('./read-alone-thread.ts', import.meta.url), { workerData: pages })
  await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject))
  await thread.terminate()
}

function report(whole: Ingested, alone: Cost, pages: readonly PackedPage[]): BenchResult {
  const bytes = pages.reduce((sum, { payload }) => sum + gunzipSync(payload).length, 0)
  const count = Math.max(1, pages.length)
  const ratio = whole.cpuMs / alone.cpuMs
  const figures = {
    'pages searchable': whole.searchable,
    'kB of markup a page': bytes / 1000 / count,
    'documents a second': (whole.searchable / whole.wallMs) * 1000,
    'whole way, CPU ms a page': whole.cpuMs / count,
    'reading alone, CPU ms a page': alone.cpuMs / count,
    'beside reading, CPU ms a page': (whole.cpuMs - alone.cpuMs) / count,
    'whole / reading': ratio,
    'peak memory, MB': whole.peakMegabytes,
  }
  printFigures(figures)
  const broken = judge([{ what: 'CPU time of the whole way against reading alone', value: ratio, atMost: MOST }])
  for (const trouble of whole.troubles.slice(0, 5)) broken.push(trouble)
  if (whole.searchable !== pages.length)
    broken.push(`${pages.length} pages were kept, ${whole.searchable} are searchable.`)
  return { name: 'ingest', figures, broken }
}
