// The agreed terms: listed, found, taken out, and as CSV or TBX in and out, or out of the archive's names.

import { readFile, writeFile } from 'node:fs/promises'
import { DeskError } from '../domain/errors.ts'
import { decodeText } from '../lib/charset.ts'
import { readGlossaryCsv, writeGlossaryCsv, type GlossaryFile } from '../translate/glossary/glossary-csv.ts'
import type { Db } from '../store/db.ts'
import { findTerms } from '../store/glossary.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { bringTerms, type TermsToBring } from '../translate/glossary/bring-terms.ts'
import { termKinds } from '../translate/glossary/glossary-term.ts'
import { dropTerm, loadGlossary, readTerm } from '../translate/glossary/keep-glossary.ts'
import { readAuthorityTerms } from '../translate/glossary/terms-from-authorities.ts'
import { readTbx, writeTbx } from '../translate/glossary/tbx.ts'
import { now, type Records } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

const deeds = ['list', 'find', 'import', 'export', 'remove', 'authorities'] as const

export const glossary: Command = {
  name: 'glossary',
  usage: 'glossary [find WORDS… | import FILE | export FILE | remove KEY | authorities]',
  about: 'List and find the agreed names and terms; bring them in and out as CSV or TBX, or from the archive’s names.',
  details: [
    'A file whose name ends in .tbx or .xml is TBX, any other is CSV: columns key, kind, note, and one for each language,',
    'as in “ar”, “en”, “en admitted”, “en forbidden”. Several names in a cell stand between “ | ”.',
    '“authorities” makes terms of the people, organisations, places and countries of the archive that have names in two of',
    'the languages given; done again, it brings in what came since.',
  ].join('\n'),
  examples: [
    'dragoman glossary find sahel --language fr',
    'dragoman glossary import terms.csv --dry-run',
    'dragoman glossary export terms.tbx',
    'dragoman glossary authorities --languages en,ar,fr --dry-run',
  ],
  options: {
    'dry-run': { type: 'boolean', about: 'With import and authorities: only show what would change' },
    language: { type: 'string', value: 'LANGUAGE', about: 'With find: terms that have a name in it' },
    kind: { type: 'string', value: 'KIND', about: `With find: ${termKinds.join(', ')}` },
    languages: { type: 'string', value: 'LIST', about: 'With authorities: names in these, by commas (default: all)' },
  },
  run(input, out) {
    const [deed = 'list', ...words] = input.words
    const known = deeds.find((one) => one === deed)
    return withRecords(configOf(input), (records) => {
      const [file] = words
      if (known === 'list' || known === 'find') return list(input, out, records, words.join(' '))
      if (known === 'authorities') return bringNames(input, out, records)
      if (known === undefined || file === undefined)
        throw new DeskError(
          'bad-usage',
          'Say what to do: dragoman glossary find WORDS, or see dragoman glossary --help',
        )
      if (known === 'remove') return remove(input, out, records, file)
      return known === 'import' ? bringIn(input, out, records, file) : bringOut(out, records, file)
    })
  },
}

const isTbx = (file: string): boolean => /\.(?:tbx|xml)$/i.test(file)

const MOST = 100_000

async function list(input: CommandInput, out: Output, { db }: Records, words: string): Promise<number> {
  const [language, kind] = [textOption(input, 'language'), textOption(input, 'kind')]
  const filter = { words, ...(language ? { language } : {}), ...(kind ? { kind } : {}) }
  const terms = (await findTerms(db, filter, MOST, 0)).terms.map(readTerm)
  if (input.options['json'] === true) out.json({ terms })
  else
    for (const term of terms)
      out.line(
        `${term.kind}: ${term.names.map(({ language: tag, text, status }) => `${tag} ${text}${status === 'agreed' ? '' : ` (${status})`}`).join(', ')}`,
      )
  return 0
}

const signature = (input: CommandInput) => ({ signedBy: configOf(input).analyst, now: now() })

async function remove(input: CommandInput, out: Output, { db }: Records, key: string): Promise<number> {
  const end = await inTransaction(db, (tx) => dropTerm(tx, key, signature(input)))
  if (end.kind !== 'dropped') throw new DeskError('not-found', `There is no term of the key “${key}”.`)
  if (input.options['json'] === true) out.json({ removed: key })
  else out.line(`${key} was taken out.`)
  return 0
}

async function bringNames(input: CommandInput, out: Output, { db }: Records): Promise<number> {
  const languages = (textOption(input, 'languages') ?? '').split(',').filter(Boolean)
  const kinds = ['person', 'organisation', 'place', 'country'] as const
  const terms = await readAuthorityTerms(db, { ids: null, kinds, languages })
  return bring(input, out, { db, terms, from: 'authorities' })
}

type Bringing = { readonly db: Db; readonly terms: TermsToBring; readonly from: string }

async function bring(input: CommandInput, out: Output, { db, terms, from }: Bringing): Promise<number> {
  const dryRun = input.options['dry-run'] === true
  const { rows, problems, doubts } = await bringTerms(db, terms, { ...signature(input), dryRun })
  const count = (wanted: string): number => rows.filter(({ kind }) => kind === wanted).length
  if (input.options['json'] === true) out.json({ dryRun, rows, problems, doubts })
  else
    out.line(
      `${count('new')} new, ${count('changed')} changed, ${count('same')} the same${dryRun ? ' (nothing was kept)' : ''}`,
    )
  for (const { line, reason } of [...problems, ...doubts]) out.note(`${from}, ${line}: ${reason}`)
  return 0
}

async function bringIn(input: CommandInput, out: Output, { db }: Records, path: string): Promise<number> {
  const file = await readGlossary(path)
  if (file.kind === 'not-a-glossary') throw new DeskError('bad-input', `${path}: ${file.reason}`)
  return bring(input, out, { db, terms: file, from: path })
}

async function readGlossary(path: string): Promise<GlossaryFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new DeskError('bad-input', `${path} cannot be read.`, { cause: error })
  })
  return isTbx(path) ? readTbx([bytes]) : readGlossaryCsv(decodeText(bytes, { contentType: null, kind: 'text' }).text)
}

async function bringOut(out: Output, { db }: Records, path: string): Promise<number> {
  const terms = await loadGlossary(db)
  await writeFile(path, isTbx(path) ? writeTbx(terms) : writeGlossaryCsv(terms)).catch((error: unknown) => {
    throw new DeskError('bad-input', `${path} cannot be written.`, { cause: error })
  })
  out.note(`${terms.length} terms are in ${path}.`)
  return 0
}
