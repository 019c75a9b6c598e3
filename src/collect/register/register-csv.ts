// The register as a spreadsheet: a line an outlet, with what is printed of it today. Several values in one cell stand on
// lines of their own: names as «fa نام», feeds as «syndication https://…».

import { parseCsv, writeCsv, type CsvRow } from '../../lib/csv.ts'
import {
  checkEntry,
  MOST_LINES,
  statedFields,
  type RegisterEntry,
  type RegisterFile,
  type RegisterLine,
} from './register-entry.ts'

const columns = [
  'id',
  'name',
  'nameAsPrinted',
  'names',
  'homepage',
  'domains',
  'country',
  'languages',
  ...statedFields,
  'feeds',
] as const
type Column = (typeof columns)[number]

const NO_LANGUAGE = 'und'

/** UTF-8 with a byte order mark, RFC 4180; what is printed of each outlet today, without its history. */
export function writeRegisterCsv(entries: readonly RegisterEntry[]): string {
  return writeCsv(
    columns,
    entries.map((entry) => columns.map((column) => writeField(entry, column))),
  )
}

function writeField(entry: RegisterEntry, column: Column): string {
  switch (column) {
    case 'names':
      return (entry.names ?? []).map(({ language, value }) => `${language ?? NO_LANGUAGE} ${value}`).join('\n')
    case 'domains':
    case 'languages':
      return (entry[column] ?? []).join(' ')
    case 'feeds':
      return (entry.feeds ?? [])
        .map(({ kind, url, selector }) => `${kind} ${url}${selector ? ` ${selector}` : ''}`)
        .join('\n')
    default:
      return entry[column] ?? ''
  }
}

/** Lines that cannot be used come back as `wrong`, with the reasons; only a file that is no register at all is refused. */
export function readRegisterCsv(text: string): RegisterFile {
  const table = parseCsv(text)
  if (table.kind === 'broken') return { kind: 'not-a-register', reason: `Line ${table.line}: ${table.reason}` }
  const header = table.header.map((name) => findColumn(name))
  if (!header.includes('name') && !header.includes('id'))
    return {
      kind: 'not-a-register',
      reason:
        'The first line must name the columns, “name” or “id” among them. Export the register to see a file as it should be.',
    }
  if (table.rows.length > MOST_LINES)
    return { kind: 'not-a-register', reason: `It has more than ${MOST_LINES.toLocaleString('en')} lines. Divide it.` }
  const strange = table.header.filter((name, at) => header[at] === undefined && name.trim() !== '')
  const notes = strange.map((name) => `The column “${name.slice(0, 100)}” is not known and was passed over.`)
  return { kind: 'lines', lines: table.rows.map((row) => readRow(row, header)), notes }
}

function findColumn(name: string): Column | undefined {
  const bare = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '')
  return columns.find((column) => bare(column) === bare(name))
}

function readRow({ line, cells }: CsvRow, header: readonly (Column | undefined)[]): RegisterLine {
  if (cells.length > header.length)
    return {
      line,
      kind: 'wrong',
      name: cells[header.indexOf('name')] ?? null,
      problems: [`It has ${cells.length} cells, the first line ${header.length}. A comma without quotation marks?`],
    }
  const fields: Record<string, unknown> = {}
  for (const [at, cell] of cells.entries()) {
    const column = header[at]
    if (column !== undefined && cell.trim() !== '') fields[column] = readField(column, cell.trim())
  }
  return checkEntry(line, fields)
}

function readField(column: Column, cell: string): unknown {
  switch (column) {
    case 'names':
      return linesOf(cell).map(readName)
    case 'domains':
      return cell.toLowerCase().split(/[\s,;]+/)
    case 'languages':
      return cell.split(/[\s,;]+/)
    case 'country':
      return cell.toUpperCase()
    case 'feeds':
      return linesOf(cell).map(readFeed)
    default:
      return cell
  }
}

function linesOf(cell: string): string[] {
  return cell
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function readName(text: string): unknown {
  const [, language = '', value = ''] = /^(\S+)\s+(.*)$/.exec(text) ?? []
  return { language: language === NO_LANGUAGE ? null : language, value }
}

function readFeed(text: string): unknown {
  const [, kind, url, selector] = /^(\S+)\s+(\S+)(?:\s+(.*))?$/.exec(text) ?? []
  return { kind, url, ...(selector ? { selector } : {}) }
}
