// The glossary as a spreadsheet, out and in: a term a row, a language a column, several names in a cell by “ | ”.
// Columns: key, kind, note, then languages: “en” agreed names, “en admitted”, “en forbidden”.

import { parseCsv, writeCsv } from '../../lib/csv.ts'
import type { GlossaryTerm, TermName } from './glossary-term.ts'
import { makeTerm } from './make-term.ts'

export type GlossaryFile =
  | {
      readonly kind: 'glossary'
      readonly terms: readonly GlossaryTerm[]
      /** Where each term stands, in the order of `terms`: its line in CSV, which entry it is in TBX. */
      readonly lines: readonly number[]
      readonly problems: readonly GlossaryProblem[]
    }
  | { readonly kind: 'not-a-glossary'; readonly reason: string }

export type GlossaryProblem = { readonly line: number; readonly reason: string }

const statuses = ['agreed', 'admitted', 'forbidden'] as const
const isTag = (text: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(text)

export function writeGlossaryCsv(terms: readonly GlossaryTerm[]): string {
  const columns = [...new Set(terms.flatMap(({ names }) => names.map(columnOf)))].toSorted()
  const rows = terms.map((term) => [
    term.key,
    term.kind,
    term.note ?? '',
    ...columns.map((column) =>
      term.names
        .filter((name) => columnOf(name) === column)
        .map(({ text }) => text)
        .join(' | '),
    ),
  ])
  return writeCsv(['key', 'kind', 'note', ...columns], rows)
}

const columnOf = ({ language, status }: TermName): string => (status === 'agreed' ? language : `${language} ${status}`)

export function readGlossaryCsv(text: string): GlossaryFile {
  const table = parseCsv(text)
  if (table.kind === 'broken') return { kind: 'not-a-glossary', reason: `Line ${table.line}: ${table.reason}` }
  const columns = table.header.map(readColumn)
  if (!columns.some((column) => typeof column === 'object')) {
    return {
      kind: 'not-a-glossary',
      reason: 'No column is named by a language, as in “ar” or “en”. The first line names the columns.',
    }
  }
  const problems = table.header.flatMap((name, at): GlossaryProblem[] =>
    columns[at] === 'unknown' && name.trim() !== ''
      ? [{ line: 1, reason: `The column “${name.trim().slice(0, 40)}” is not known and was passed over.` }]
      : [],
  )
  const found = table.rows.flatMap(({ line, cells }) => {
    const term = readRow(columns, cells)
    if (typeof term !== 'string') return [{ term, line }]
    problems.push({ line, reason: term })
    return []
  })
  return { kind: 'glossary', terms: found.map(({ term }) => term), lines: found.map(({ line }) => line), problems }
}

type Column = 'key' | 'kind' | 'note' | 'unknown' | { readonly language: string; readonly status: TermName['status'] }

function readColumn(written: string): Column {
  const name = written.trim()
  if (name === 'key' || name === 'kind' || name === 'note') return name
  const [language = '', wish = 'agreed'] = name.split(/\s+/)
  const status = statuses.find((one) => one === wish)
  return isTag(language) && status ? { language, status } : 'unknown'
}

function readRow(columns: readonly Column[], cells: readonly string[]): GlossaryTerm | string {
  const plain = (wanted: Column): string => cells[columns.indexOf(wanted)]?.trim() ?? ''
  const names = columns.flatMap((column, at): TermName[] => {
    if (typeof column !== 'object') return []
    const texts = (cells[at] ?? '').split(' | ').map((text) => text.trim())
    return texts.filter(Boolean).map((text) => ({ ...column, text }))
  })
  return makeTerm({ key: plain('key'), kind: plain('kind'), note: plain('note'), names })
}
