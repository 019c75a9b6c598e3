// Comma-separated values (RFC 4180), as spreadsheets write them: with commas, semicolons or tabs, with or without a byte
// order mark. Spreadsheets take a cell that begins with = + - @ for a formula and would run it: such cells are written
// with an apostrophe in front, which is taken off again when they are read.

export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
export type CsvTable =
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string }

const BYTE_ORDER_MARK = '\uFEFF'

/** @param rows each as long as the header */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${writeCsvLines([header, ...rows])}`
}

/** Lines without a byte order mark; null = an empty cell. */
export function writeCsvLines(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => writeCell(cell ?? '')).join(',')}\r\n`).join('')
}

function writeCell(text: string): string {
  const safe = /^'*(?:\s*[=+\-@]|[\t\r])/.test(text) ? `'${text}` : text
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines are counted as an editor shows them, from 1; empty rows are passed over. */
export function parseCsv(text: string): CsvTable {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const delimiter = guessDelimiter(source)
  const rows: CsvRow[] = []
  const reader = createReader(source, delimiter)
  for (;;) {
    const row = reader.next()
    if (row === undefined) break
    if ('reason' in row) return { kind: 'broken', ...row }
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
  }
  const [header, ...rest] = rows
  if (!header) return { kind: 'broken', line: 1, reason: 'The file is empty.' }
  return { kind: 'table', header: header.cells, rows: rest }
}

/** The one that stands most often in the first line, outside quotes. */
function guessDelimiter(source: string): string {
  const first = (/^[^\r\n]*/.exec(source)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (mark: string) => first.split(mark).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

type Broken = { readonly line: number; readonly reason: string }

function createReader(source: string, delimiter: string): { next(): CsvRow | Broken | undefined } {
  let at = 0
  let line = 1

  function quoted(): string | null {
    let cell = ''
    for (;;) {
      const end = source.indexOf('"', at)
      if (end < 0) return null
      cell += source.slice(at, end)
      at = end + 1
      if (source[at] !== '"') return cell
      cell += '"'
      at++
    }
  }

  function plain(): string {
    const start = at
    while (at < source.length && source[at] !== delimiter && source[at] !== '\n' && source[at] !== '\r') at++
    return source.slice(start, at)
  }

  function readCell(): string | null {
    if (source[at] !== '"') return plain()
    at++
    const start = at
    const cell = quoted()
    if (cell === null) return null
    line += source.slice(start, at).split('\n').length - 1
    return cell + plain()
  }

  return {
    next() {
      if (at >= source.length) return undefined
      const row = { line, cells: [] as string[] }
      for (;;) {
        const cell = readCell()
        if (cell === null) return { line: row.line, reason: 'A quotation mark is opened here and never closed.' }
        row.cells.push(/^'+(?:\s*[=+\-@]|[\t\r])/.test(cell) ? cell.slice(1) : cell)
        if (source[at] !== delimiter) break
        at++
      }
      if (source[at] === '\r') at++
      if (source[at] === '\n') at++
      line++
      return row
    },
  }
}
