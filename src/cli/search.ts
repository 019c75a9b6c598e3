// Searches what has been read, by the same code that answers the browser.

import { DeskError } from '../domain/errors.ts'
import { countSearch, runSearch } from '../server/run-search.ts'
import type { Hit, HitTranslation, MatchReason, SearchCounts, SearchResult } from '../server/shapes/search.ts'
import { openSearch } from '../tools.ts'
import type { Command } from './command.ts'
import { configOf, readNumber } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

const DEFAULT_LIMIT = 20
const LARGEST_LIMIT = 1000

export const search: Command = {
  name: 'search',
  usage: 'search QUERY… [--relevant] [--limit N] [--counts]',
  about: 'Search everything that has been read, in any script, newest first.',
  details: [
    'Without words it lists everything, newest first.',
    'Words must all be there; "words in quotes" stand together; -word leaves out; word* goes on; OR; ( ).',
    'Filters: lang:ar  outlet:name  site:press.example  after:2023-09-16  before:2023-10',
    'Translated titles and leads are searched as well, and names of the glossary and the authorities under all of their',
    'names; each hit says why it is one. in:original searches the originals alone, as typed.',
  ].join('\n'),
  examples: [
    'dragoman search الطوفان',
    `dragoman search '"Alliance of Sahel States" lang:en after:2023-09'`,
    `dragoman search '"Black Sea" in:original'`,
  ],
  options: {
    relevant: { type: 'boolean', about: 'Most relevant first' },
    limit: {
      type: 'string',
      value: 'N',
      about: `How many to show (default ${DEFAULT_LIMIT}, at most ${LARGEST_LIMIT})`,
    },
    counts: { type: 'boolean', about: 'Count by outlet, language and day as well' },
  },
  takesDashWords: true,
  async run(input, out) {
    const config = configOf(input)
    const limit = readNumber(input, 'limit', { least: 1, most: LARGEST_LIMIT }) ?? DEFAULT_LIMIT
    const order = input.options['relevant'] === true ? 'relevant' : 'newest'
    const q = input.words.join(' ')
    return withRecords(config, async ({ db }) => {
      const index = openSearch(config)
      try {
        const tools = { db, search: index, translation: { to: config.translateTo } }
        const found = await runSearch(tools, { q, order, limit })
        if (found.problems.length > 0) throw explain(found.problems)
        const counts = input.options['counts'] === true ? await countSearch(tools, q) : null
        if (input.options['json'] === true) out.json({ ...found, counts })
        else show(out, found, counts)
        return 0
      } finally {
        await index.close()
      }
    })
  },
}

function explain(problems: SearchResult['problems']): DeskError {
  const lines = problems.map(({ message, start }) => `At character ${start + 1} of the query: ${message}`)
  return new DeskError('bad-usage', lines.join('\n'))
}

function show(out: Output, { hits, total, names }: SearchResult, counts: SearchCounts | null): void {
  const more = hits.length < total.count ? `, ${hits.length} shown` : ''
  out.line(`${total.count}${total.kind === 'exact' ? '' : ' or more'} found${more}`)
  for (const { words, others } of names) {
    if (others.length > 0) out.line(`“${words}” also as ${others.map(({ name, by }) => `${name} (${by})`).join(', ')}`)
  }
  for (const hit of hits) showHit(out, hit)
  if (counts) showCounts(out, counts)
}

/** The original first, then what answers in translation with its state, then why it is a hit where that is not plain. */
function showHit(out: Output, hit: Hit): void {
  const { title, outlet, language, publishedEdtf, passages, translations, matched, url } = hit
  out.line(`\n${title ?? '(no title)'}`)
  for (const line of translatedLines(translations)) out.line(`  ${line}`)
  out.line(`  ${[outlet.name, language, publishedEdtf].filter(Boolean).join(' · ')}`)
  for (const { text } of passages.slice(0, 1)) out.line(`  ${text.replace(/\s+/g, ' ')}`)
  if (matched.some(({ by }) => by !== 'original')) out.line(`  Matched: ${matched.map(sayReason).join('; ')}`)
  out.line(`  ${url}`)
}

/** A lead is shown when it answers; the title always, so that it is known what the lead is of. */
function translatedLines(translations: readonly HitTranslation[]): string[] {
  return translations.flatMap(({ language, title, titleState, titleBy, lead, leadState }) => [
    ...(title ? [`${language}: ${title.text} [${[titleState, titleBy].filter(Boolean).join(', ')}]`] : []),
    ...(lead && lead.ranges.length > 0 ? [`${language}: ${lead.text.replace(/\s+/g, ' ')} [${leadState}]`] : []),
  ])
}

function sayReason({ by, words, as }: MatchReason): string {
  if (as !== undefined) return `“${words}” → ${as} (${by})`
  return `“${words}” in ${by === 'original' ? 'the original' : 'translation'}`
}

function showCounts(out: Output, { outlets, languages, days }: SearchCounts): void {
  const groups = [
    ['By outlet', outlets.map(({ name, count }) => `${name} ${count}`)],
    ['By language', languages.map(({ language, count }) => `${language} ${count}`)],
    ['By day', days.map(({ day, count }) => `${day} ${count}`)],
  ] as const
  for (const [name, lines] of groups) out.line(`\n${name}: ${lines.join(', ')}`)
}
