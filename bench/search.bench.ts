// How long a search takes at 10,000, 100,000 and 1,000,000 documents.
// Promise: newest first does not grow (largest / smallest ≤ 1.5 at the median).
// One index grows through the sizes; at each it is tidied, as after a rebuild, and asked the same questions.
//
//   npm run bench search -- --sizes 10000,100000 --words 60 --seed 1

import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeNameBook, type NameBook } from '../src/store/search/name-book.ts'
import { openFtsIndex } from '../src/store/search/open-fts-index.ts'
import { parseQuery } from '../src/store/search/parse-query.ts'
import type { Query } from '../src/store/search/query.ts'
import type { SearchIndex } from '../src/store/search/search-index.ts'
import type { BenchResult } from './bench-result.ts'
import { createCorpus, createRandom } from './search-corpus.ts'
import type { Corpus } from './search-corpus.ts'

export const about =
  'Newest-first and two-word searches at 10,000, 100,000 and 1,000,000 documents: newest first does not grow'
/** A tenth of the full size: the million takes five minutes to fill. */
export const quick = ['--sizes', '10000,100000']

const BATCH = 2_000
const LARGEST_GROWTH = 1.5
const QUERIES_A_CLASS = 40

/** Milliseconds. */
type Timing = { readonly p50: number; readonly p95: number; readonly hits: number }
type QueryClass = {
  readonly name: string
  readonly mustNotGrow: boolean
  readonly rounds: number
  readonly queries: readonly Query[]
  readonly ask: (index: SearchIndex, query: Query) => Promise<number>
}

/** Builds, asks, prints a table, and says what grew that must not. */
export async function run(args: readonly string[]): Promise<BenchResult> {
  const { values } = parseArgs({
    args: [...args],
    options: { sizes: { type: 'string' }, words: { type: 'string' }, seed: { type: 'string' } },
  })
  const sizes = (values.sizes ?? '10000,100000,1000000')
    .split(',')
    .map(Number)
    .sort((a, b) => a - b)
  const seed = Number(values.seed ?? 1)
  const corpus = createCorpus(seed, Number(values.words ?? 60))
  const classes = makeClasses(corpus, createRandom(seed))
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-search-'))
  const index = openFtsIndex(join(folder, 'search.db'))
  const table = new Map<string, Timing[]>(classes.map(({ name }) => [name, []]))
  try {
    for (const [step, size] of sizes.entries()) {
      await grow(index, corpus, sizes[step - 1] ?? 0, size)
      const bytes = (await stat(join(folder, 'search.db'))).size
      console.log(`${size.toLocaleString('en')} documents, ${(bytes / 1e6).toFixed(0)} MB; asking …`)
      for (const one of classes) table.get(one.name)?.push(await measure(index, one))
    }
  } finally {
    await index.close()
    await rm(folder, { recursive: true })
  }
  return report(classes, table, sizes)
}

async function grow(index: SearchIndex, corpus: Corpus, from: number, to: number): Promise<void> {
  const started = performance.now()
  for (let at = from; at < to; at += BATCH) {
    const count = Math.min(BATCH, to - at)
    await index.upsert(Array.from({ length: count }, (_, step) => corpus.document(at + step)))
    const done = at + count
    if (done % 50_000 === 0 || done === to) {
      const pace = Math.round((done - from) / ((performance.now() - started) / 1000))
      console.log(
        `  ${done.toLocaleString('en')} of ${to.toLocaleString('en')} documents in, ${pace.toLocaleString('en')} a second`,
      )
    }
  }
  await index.tidy('all')
}

async function measure(index: SearchIndex, { queries, rounds, ask }: QueryClass): Promise<Timing> {
  const times: number[] = []
  let hits = 0
  for (let round = 0; round <= rounds; round++) {
    for (const query of queries) {
      const started = performance.now()
      const found = await ask(index, query)
      // The first round warms the caches up and is not counted.
      if (round === 0) hits += found / queries.length
      else times.push(performance.now() - started)
    }
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(times.length * 0.5)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0, hits }
}

const newest = { mustNotGrow: true, rounds: 10, ask: askBy('newest') }
const relevant = { mustNotGrow: false, rounds: 1, ask: askBy('relevant') }
const counted = {
  mustNotGrow: false,
  rounds: 1,
  ask: async (index: SearchIndex, query: Query) => (await index.counts(query)).total,
}

function askBy(order: 'newest' | 'relevant') {
  return async (index: SearchIndex, query: Query) => (await index.search(query, { order, limit: 20 })).hits.length
}

/** Ranks: the 10 commonest words of a language are «common», those from 20 to 200 «middling», behind 2,000 «rare». */
function makeClasses(corpus: Corpus, random: () => number): QueryClass[] {
  const between = (low: number, high: number) => Math.floor(low * (high / low) ** random())
  const language = () => ['en', 'ar', 'ru'][Math.floor(random() * 3)] ?? 'en'
  const word = (tag: string, low: number, high: number) => corpus.word(tag, between(low, high) - 1)
  const many = (text: (tag: string) => string, count = QUERIES_A_CLASS): Query[] =>
    Array.from({ length: count }, () => read(text(language())))
  const common = (tag: string) => word(tag, 1, 10)
  const middling = (tag: string) => word(tag, 20, 200)
  const two = (tag: string) => `${common(tag)} ${word(tag, 11, 100)}`
  const named = makeNames(
    () => word(language(), 20, 2_000),
    () => middling('en'),
  )
  const names = (count: number): Query[] =>
    Array.from({ length: QUERIES_A_CLASS }, () =>
      read(Array.from({ length: count }, () => named.pick(random())).join(' OR '), named.book),
    )
  return [
    { name: 'newest: everything', ...newest, queries: many(() => '') },
    { name: 'newest: a common word', ...newest, queries: many(common) },
    { name: 'newest: a middling word', ...newest, queries: many(middling) },
    { name: 'newest: two words', ...newest, queries: many(two) },
    { name: 'newest: two words, language', ...newest, queries: many((tag) => `${two(tag)} lang:${tag}`) },
    { name: 'newest: two words, not outlet', ...newest, queries: many((tag) => `${two(tag)} -outlet:outlet-0`) },
    {
      name: 'newest: word, outlet',
      ...newest,
      queries: many((tag) => `${common(tag)} outlet:outlet-${between(1, 10) - 1}`),
    },
    { name: 'newest: two words, originals', ...newest, queries: many((tag) => `${two(tag)} in:original`) },
    // Most names are rarer than a page is long, and each is looked for to the end.
    { name: 'newest: a name under 13 names', ...newest, mustNotGrow: false, queries: names(1) },
    { name: 'newest: 4 names, 52 in all', ...newest, mustNotGrow: false, queries: names(4) },
    { name: 'newest: phrase', ...newest, queries: many((tag) => `"${word(tag, 1, 4)} ${word(tag, 1, 4)}"`) },
    // At 10,000 documents these do not fill a page, so the cost grows until they do, and stops there.
    {
      name: 'newest: common and rare word',
      ...newest,
      mustNotGrow: false,
      queries: many((tag) => `${common(tag)} ${word(tag, 2_000, 20_000)}`),
    },
    { name: 'newest: prefix', ...newest, mustNotGrow: false, queries: many((tag) => `${word(tag, 200, 2_000)}*`) },
    { name: 'relevant: a common word', ...relevant, queries: many(common, 10) },
    { name: 'relevant: a middling word', ...relevant, queries: many(middling) },
    { name: 'relevant: two words', ...relevant, queries: many(two) },
    { name: 'relevant: two words, language', ...relevant, queries: many((tag) => `${two(tag)} lang:${tag}`) },
    { name: 'relevant: a name under 13 names', ...relevant, queries: names(1) },
    { name: 'relevant: 4 names, 52 in all', ...relevant, queries: names(4) },
    { name: 'counts: a name under 13 names', ...counted, queries: names(1) },
    { name: 'counts: a middling word', ...counted, queries: many(middling, 10) },
    { name: 'counts: everything', ...counted, queries: [read('')] },
  ]
}

const [THINGS, NAMES_A_THING] = [2_000, 12]

/** A glossary of things that a middling English word means, each with twelve other names of two words in any language. */
function makeNames(other: () => string, word: () => string): { book: NameBook; pick: (chance: number) => string } {
  const typed = [...new Set(Array.from({ length: THINGS }, word))]
  const groups = typed.map((text) => [
    { by: 'glossary' as const, text },
    ...Array.from({ length: NAMES_A_THING }, () => ({ by: 'glossary' as const, text: `${other()} ${other()}` })),
  ])
  return { book: makeNameBook(groups), pick: (chance) => typed[Math.floor(chance * typed.length)] ?? '' }
}

function read(text: string, names?: NameBook): Query {
  const parsed = parseQuery(text, names ? { names } : {})
  if (parsed.kind === 'query') return parsed.query
  throw new Error(`the bench asks “${text}”: ${parsed.problems[0]?.message}`)
}

function report(
  classes: readonly QueryClass[],
  table: ReadonlyMap<string, readonly Timing[]>,
  sizes: readonly number[],
): BenchResult {
  const figures: Record<string, number> = {}
  const broken: string[] = []
  console.log(
    `\n${'milliseconds, p50 / p95'.padEnd(32)}${sizes.map((size) => size.toLocaleString('en').padStart(20)).join('')}${'growth'.padStart(10)}${'hits'.padStart(10)}`,
  )
  for (const { name, mustNotGrow } of classes) {
    const timings = table.get(name) ?? []
    const growth = (timings.at(-1)?.p50 ?? 0) / (timings[0]?.p50 ?? 1)
    const cells = timings.map(({ p50, p95 }) => `${p50.toFixed(3)} / ${p95.toFixed(3)}`.padStart(20)).join('')
    console.log(
      `${name.padEnd(32)}${cells}${growth.toFixed(2).padStart(10)}${Math.round(timings.at(-1)?.hits ?? 0)
        .toLocaleString('en')
        .padStart(10)}${mustNotGrow ? '' : '  (may grow)'}`,
    )
    for (const [at, { p50, p95 }] of timings.entries()) {
      figures[`${name}, ${sizes[at]}, p50 ms`] = Number(p50.toFixed(4))
      figures[`${name}, ${sizes[at]}, p95 ms`] = Number(p95.toFixed(4))
    }
    figures[`${name}, growth`] = Number(growth.toFixed(3))
    if (mustNotGrow && growth > LARGEST_GROWTH)
      broken.push(
        `“${name}” takes ${growth.toFixed(2)} times as long at the largest size; ${LARGEST_GROWTH} is the most.`,
      )
  }
  return { name: 'search', figures, broken }
}
