// CSV after RFC 4180: commas, CRLF, quotation marks doubled. A cell that a spreadsheet would take for a formula gets an
// apostrophe before it, so that text from outside runs nothing.

export type CsvCell = string | number | null

/** Lines with a head line; null = an empty cell. */
export function writeCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[\s]*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
