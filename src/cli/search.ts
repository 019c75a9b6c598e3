// Searches what has been read.

import { DeskError } from '../domain/errors.ts'
import type { ItemId } from '../domain/feed.ts'
import { findItems } from '../store/items.ts'
import { listOutlets } from '../store/outlets.ts'
import { findReadings } from '../store/readings.ts'
import { highlight } from '../store/search/highlight.ts'
import { parseQuery } from '../store/search/parse-query.ts'
import { findOutletsNamed } from '../store/search/find-outlets-named.ts'
import type { Query } from '../store/search/query.ts'
import { openSearch } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { configOf, readNumber } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const search: Command = {
  name: 'search',
  usage: 'search QUERY… [--relevant] [--limit N]',
  about: 'Search everything that has been read, in any script, newest first.',
  details: [
    'Words must all be there; "words in quotes" stand together; -word leaves out; word* goes on; OR; ( ).',
    'Filters: lang:ar  outlet:name  site:press.example  after:2023-09-16  before:2023-10',
  ].join('\n'),
  examples: ['dragoman search الطوفان', `dragoman search '"Alliance of Sahel States" lang:en after:2023-09'`],
  options: {
    relevant: { type: 'boolean', about: 'Most relevant first' },
    limit: { type: 'string', value: 'N', about: 'How many to show (default 20)' },
    counts: { type: 'boolean', about: 'Count by outlet, language and day as well' },
  },
  async run(input, out) {
    const config = configOf(input)
    const limit = Math.min(Math.max(readNumber(input, 'limit') ?? 20, 1), 1000)
    return withRecords(config, async ({ db }) => {
      const outlets = await listOutlets(db)
      const query = parseOrExplain(input.words.join(' '), outlets)
      const index = openSearch(config)
      try {
        const order = input.options['relevant'] === true ? 'relevant' : 'newest'
        const page = await index.search(query, { order, limit })
        const total = await index.countHits(query, 10_000)
        const counts = input.options['counts'] === true ? await index.counts(query) : null
        const items = new Map(
          (
            await findItems(
              db,
              page.hits.map(({ id }) => id as ItemId),
            )
          ).map((item) => [item.id, item]),
        )
        const readings = await findReadings(
          db,
          [...items.values()].flatMap(({ readingId }) => (readingId ? [readingId] : [])),
        )
        const byItem = new Map(readings.map((reading) => [reading.itemId, reading]))
        const names = new Map(outlets.map(({ id, name }) => [id, name]))
        const hits = page.hits.flatMap(({ id }) => {
          const item = items.get(id as ItemId)
          const reading = byItem.get(id as ItemId)
          if (!item || !reading) return []
          return [
            {
              id,
              title: reading.title ?? item.promisedTitle,
              outlet: names.get(item.outletId) ?? null,
              language: reading.language,
              published: reading.published?.edtf ?? null,
              url: item.url,
              passages: highlight(reading.text, query, { passages: 1 }),
            },
          ]
        })
        show(input, out, { total, hits, counts })
        return 0
      } finally {
        await index.close()
      }
    })
  },
}

function parseOrExplain(text: string, outlets: Parameters<typeof findOutletsNamed>[0]): Query {
  const parsed = parseQuery(text, { findOutlets: (name) => findOutletsNamed(outlets, name) })
  if (parsed.kind === 'query') return parsed.query
  throw new DeskError(
    'bad-usage',
    parsed.problems.map(({ message, start }) => `At character ${start + 1}: ${message}`).join('\n'),
  )
}

type Found = {
  readonly total: { readonly count: number; readonly isWhole: boolean }
  readonly hits: readonly {
    title: string | null
    outlet: string | null
    language: string | null
    published: string | null
    url: string
    passages: readonly { text: string }[]
  }[]
  readonly counts: unknown
}

function show(input: CommandInput, out: Output, found: Found): void {
  if (input.options['json'] === true) return out.json(found)
  out.line(
    `${found.total.count}${found.total.isWhole ? '' : ' or more'} found${found.hits.length < found.total.count ? `, ${found.hits.length} shown` : ''}`,
  )
  for (const hit of found.hits) {
    out.line(`\n${hit.title ?? '(no title)'}`)
    out.line(`  ${[hit.outlet, hit.language, hit.published].filter(Boolean).join(' · ')}`)
    for (const { text } of hit.passages) out.line(`  ${text.replace(/\s+/g, ' ')}`)
    out.line(`  ${hit.url}`)
  }
  if (found.counts) out.line(`\n${JSON.stringify(found.counts, null, 2)}`)
}
