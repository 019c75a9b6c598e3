// The agreed terms: listed, and as CSV or TBX in and out.

import { readFile, writeFile } from 'node:fs/promises'
import { DeskError } from '../domain/errors.ts'
import { decodeText } from '../lib/charset.ts'
import { readGlossaryCsv, writeGlossaryCsv, type GlossaryFile } from '../translate/glossary/glossary-csv.ts'
import { bringTerms } from '../translate/glossary/bring-terms.ts'
import { loadGlossary } from '../translate/glossary/keep-glossary.ts'
import { readTbx, writeTbx } from '../translate/glossary/tbx.ts'
import { now, type Records } from '../tools.ts'
import type { Command, CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

export const glossary: Command = {
  name: 'glossary',
  usage: 'glossary [import FILE | export FILE]',
  maxWords: 2,
  about: 'List the agreed names and terms; bring them in and out as CSV or TBX.',
  details:
    'A file whose name ends in .tbx or .xml is TBX, any other is CSV: columns key, kind, note, and one for each language,\nas in “ar”, “en”, “en admitted”, “en forbidden”. Several names in a cell stand between “ | ”.',
  examples: ['dragoman glossary', 'dragoman glossary import terms.csv --dry-run', 'dragoman glossary export terms.tbx'],
  options: { 'dry-run': { type: 'boolean', about: 'With import: only show what would change' } },
  run(input, out) {
    const [deed = 'list', file] = input.words
    return withRecords(configOf(input), (records) => {
      if (deed === 'list') return list(input, out, records)
      if (file === undefined || (deed !== 'import' && deed !== 'export'))
        throw new DeskError('bad-usage', 'Say: dragoman glossary import FILE, or dragoman glossary export FILE')
      return deed === 'import' ? bringIn(input, out, records, file) : bringOut(out, records, file)
    })
  },
}

const isTbx = (file: string): boolean => /\.(?:tbx|xml)$/i.test(file)

async function list(input: CommandInput, out: Output, { db }: Records): Promise<number> {
  const terms = await loadGlossary(db)
  if (input.options['json'] === true) out.json({ terms })
  else
    for (const { kind, names } of terms)
      out.line(
        `${kind}: ${names.map(({ language, text, status }) => `${language} ${text}${status === 'agreed' ? '' : ` (${status})`}`).join(', ')}`,
      )
  return 0
}

async function bringIn(input: CommandInput, out: Output, { db }: Records, path: string): Promise<number> {
  const dryRun = input.options['dry-run'] === true
  const file = await readGlossary(path)
  if (file.kind === 'not-a-glossary') throw new DeskError('bad-input', `${path}: ${file.reason}`)
  const { rows, problems } = await bringTerms(db, file, { signedBy: configOf(input).analyst, now: now(), dryRun })
  if (input.options['json'] === true) out.json({ dryRun, rows, problems })
  else {
    const count = (wanted: string): number => rows.filter(({ kind }) => kind === wanted).length
    out.line(
      `${count('new')} new, ${count('changed')} changed, ${count('same')} the same${dryRun ? ' (nothing was kept)' : ''}`,
    )
    for (const { line, reason } of problems) out.note(`${path}, ${line}: ${reason}`)
  }
  return 0
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
