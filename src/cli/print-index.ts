// An index of everything the desk knows on a country, by an author or on a topic, for reading or for others.

import { countryCodes } from '../desk/authorities/country-names.ts'
import { exportIndex, dateOf, type IndexForm } from '../desk/indexes/export-index.ts'
import { findArticlesOn } from '../desk/indexes/find-topic.ts'
import { makeIndex, type IndexWish, type MadeIndex } from '../desk/indexes/make-index.ts'
import { DeskError } from '../domain/errors.ts'
import { openSearch } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const printIndex: Command = {
  name: 'index',
  usage: 'index (country CC | author NAME… | topic WORDS…) [--form html|csv|json]',
  about: 'Print an index: every piece on a country, by an author or on a topic, from articles and imported indexes.',
  details: 'A piece stands once, newest first, with the day it went out or its issue. Without --form it is plain text.',
  examples: ['dragoman index country ML', 'dragoman index author Jane Roe --form csv', 'dragoman index topic drones'],
  options: { form: { type: 'string', value: 'FORM', about: 'html, csv or json instead of plain text' } },
  async run(input, out) {
    const form = readForm(input)
    const config = configOf(input)
    const made = await withRecords(config, async ({ db }) => {
      const search = openSearch(config)
      try {
        return await makeIndex(db, await readWish(input.words, search))
      } finally {
        await search.close()
      }
    })
    if (form === null) print(out, made)
    else out.line(exportIndex(form, made.title, made.lines).trimEnd())
    return 0
  },
}

function readForm(input: CommandInput): IndexForm | null {
  const form = textOption(input, 'form') ?? (input.options['json'] === true ? 'json' : null)
  if (form === null || form === 'html' || form === 'csv' || form === 'json') return form
  throw new DeskError('bad-usage', `--form takes html, csv or json, not “${form}”.`)
}

async function readWish(words: readonly string[], search: ReturnType<typeof openSearch>): Promise<IndexWish> {
  const [by, ...rest] = words
  const value = rest.join(' ').trim()
  if (value !== '' && by === 'author') return { by, author: value }
  if (value !== '' && by === 'topic') return { by, topic: value, articles: await findArticlesOn(search, value) }
  const country = value.toUpperCase()
  if (by === 'country' && countryCodes.includes(country)) return { by, country }
  if (by === 'country') throw new DeskError('bad-usage', `“${value}” is no country’s two letters (ISO 3166-1), as ML.`)
  throw new DeskError('bad-usage', 'Say what for: dragoman index country ML, author NAME, or topic WORDS.')
}

function print(out: Output, { title, lines }: MadeIndex): void {
  out.line(`${title}: ${lines.length === 1 ? 'one piece' : `${lines.length} pieces`}`)
  for (const line of lines) {
    const authors = line.authors.length === 0 ? '' : ` (${line.authors.join(', ')})`
    out.line(`${dateOf(line) || 'Not dated'}  ${line.title}${authors}${line.articleId === null ? '' : '  *'}`)
  }
  if (lines.some(({ articleId }) => articleId !== null)) out.line('* is here: dragoman articles')
}
