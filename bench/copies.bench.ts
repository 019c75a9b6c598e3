// Copies: how many are found and how many made up, by kind, beside a common package; and what a new document costs.
// Promises: no two independent reports are joined; nine of ten copies of each kind made by dice are found, two of
// three translations; a new document costs at the largest size at most 1.5 times what it costs at the smallest (processor time, so that other programs do not count).
//
//   npm run bench -- copies [--sizes 1000,100000,1000000] [--documents 400]

import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSqliteCopies } from '../src/store/copies/open-sqlite-copies.ts'
import { createCopyFinder } from '../src/understand/copies/create-copy-finder.ts'
import { judge, type BenchResult, type Bound } from './bench-result.ts'
import { fillStore } from './copies/fill-store.ts'
import { handMadeDocuments, madeDocuments, sampleDocuments, translatedDocuments } from './copies/known-documents.ts'
import { pressDocument } from './copies/press-document.ts'
import { scoreOurs, scorePeer, type KnownDocument, type Score } from './copies/score-copies.ts'

export const about =
  'copies found and made up, by kind, beside minhash; time a new document at 1,000 to 1,000,000 documents'
export const quick = ['--sizes', '1000,20000', '--documents', '200']

const LARGEST_GROWTH = 1.5
const PEER_LIKENESS = 0.4

export async function run(args: string[]): Promise<BenchResult> {
  const { values } = parseArgs({ args, options: { sizes: { type: 'string' }, documents: { type: 'string' } } })
  const sizes = (values.sizes ?? '1000,100000,1000000').split(',').map(Number)
  const figures: Record<string, number> = {}
  const bounds: Bound[] = [
    ...(await measureQuality(figures)),
    ...(await measureTime(sizes, Number(values.documents ?? 400), figures)),
  ]
  return { name: 'copies', figures, broken: judge(bounds) }
}

async function measureQuality(figures: Record<string, number>): Promise<Bound[]> {
  const sets: Readonly<Record<string, readonly KnownDocument[]>> = {
    'by hand': handMadeDocuments(),
    'sample press': sampleDocuments(),
    'by dice': madeDocuments(11),
    translations: translatedDocuments(),
  }
  const bounds: Bound[] = []
  for (const [name, known] of Object.entries(sets)) {
    const [ours, peer] = [await scoreOurs(known), scorePeer(known, PEER_LIKENESS)]
    console.log(
      `\n${name}: ${known.length} documents; ours ${ours.msADocument.toFixed(2)} ms a document, minhash ${peer.msADocument.toFixed(2)} ms`,
    )
    report(name, ours, peer, figures)
    bounds.push({
      what: `${name}: independent documents in one group`,
      value: ours.falsePairs.length,
      atMost: 0,
      unit: 'pairs',
    })
    for (const [label, { copies, found }] of ours.byLabel) {
      if (!label.startsWith('translation'))
        bounds.push({ what: `${label}: missed`, value: 1 - found / copies, atMost: 0.1, unit: 'of all' })
    }
  }
  const missed = 1 - (figures['translations, recall'] ?? 0)
  return [...bounds, { what: 'translations: missed', value: missed, atMost: 1 / 3, unit: 'of all' }]
}

function report(name: string, ours: Score, peer: Score, figures: Record<string, number>): void {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Number((part / whole).toFixed(3)))
  let [copies, found] = [0, 0]
  console.log(`${''.padEnd(32)}copies   found   right original   right kind   minhash found`)
  for (const [label, tally] of ours.byLabel) {
    copies += tally.copies
    found += tally.found
    const theirs = peer.byLabel.get(label)
    const cells = [tally.found, tally.rightOrigin, tally.rightKind, theirs?.found ?? 0].map((count) =>
      share(count, tally.copies).toFixed(3),
    )
    console.log(
      `${label.padEnd(32)}${String(tally.copies).padStart(6)}${cells[0]?.padStart(8)}${cells[1]?.padStart(17)}${cells[2]?.padStart(13)}${cells[3]?.padStart(16)}`,
    )
    figures[`${label}, recall`] = share(tally.found, tally.copies)
    figures[`${label}, right original`] = share(tally.rightOrigin, tally.copies)
    figures[`${label}, minhash recall`] = share(theirs?.found ?? 0, tally.copies)
  }
  for (const [who, { pairs, falsePairs }] of [
    ['ours', ours],
    ['minhash', peer],
  ] as const) {
    console.log(`${who}: ${falsePairs.length} of ${pairs} pairs in one group have nothing to do with each other`)
    for (const [one, other] of falsePairs.slice(0, who === 'ours' ? 5 : 0)) console.log(`    ${one} | ${other}`)
    figures[`${name}, ${who}, pair precision`] = share(pairs - falsePairs.length, pairs)
  }
  figures[`${name}, recall`] = share(found, copies)
}

async function measureTime(
  sizes: readonly number[],
  documents: number,
  figures: Record<string, number>,
): Promise<Bound[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-bench-copies-'))
  const path = join(folder, 'copies.db')
  const store = openSqliteCopies(path)
  const finder = createCopyFinder({ store })
  const medians: number[] = []
  try {
    let filled = 0
    for (const [round, size] of sizes.entries()) {
      const started = performance.now()
      await fillStore(store, filled, size, (done) => {
        if (done % 100_000 === 0) console.log(`  ${done.toLocaleString('en')} documents in`)
      })
      const filling = ((performance.now() - started) * 1000) / Math.max(1, size - filled)
      filled = size
      const times: number[] = []
      for (let at = 0; at < documents; at++) {
        // Each round in a season of its own, so that all have as many neighbours in time.
        const document = pressDocument(round * 100_000 + at)
        const before = process.cpuUsage()
        await store.together(() => finder.add(document))
        const { user, system } = process.cpuUsage(before)
        // The first ones warm code and caches up.
        if (at >= documents / 4) times.push((user + system) / 1000)
      }
      times.sort((a, b) => a - b)
      const [p50 = 0, p95 = 0] = [times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.95)]]
      medians.push(p50)
      const megabytes = Math.round((await stat(path)).size / 1e6)
      const memory = Math.round(process.memoryUsage().rss / 1e6)
      console.log(
        `${size.toLocaleString('en').padStart(10)} documents: a new one ${p50.toFixed(2)} ms of processor time (p95 ${p95.toFixed(2)}); filled at ${filling.toFixed(0)} µs each; file ${megabytes} MB, memory ${memory} MB`,
      )
      figures[`a new document at ${size}, p50 ms`] = Number(p50.toFixed(3))
      figures[`a new document at ${size}, p95 ms`] = Number(p95.toFixed(3))
      figures[`memory at ${size}, MB`] = memory
      figures[`file at ${size}, MB`] = megabytes
    }
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
  const growth = (medians.at(-1) ?? 0) / (medians[0] ?? 1)
  figures['growth of a new document'] = Number(growth.toFixed(3))
  return [{ what: `a new document at ${sizes.at(-1)} against ${sizes[0]}`, value: growth, atMost: LARGEST_GROWTH }]
}
