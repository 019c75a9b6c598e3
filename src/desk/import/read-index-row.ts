// In: a row of a legacy index, "date title (authors)". Out: its parts. Titles may hold brackets, marks and question marks.

import type { IndexEntry } from '../../domain/article.ts'
import { edtf, monthOf } from './find-dates.ts'
import { collapse, printedLine, type Line } from './printed-lines.ts'

type Row = Omit<IndexEntry, 'duplicateOfLine'>

/** Reads one row. A row that is not quite in form says so in `defect` and is kept. */
export function readIndexRow(line: Line): Row {
  const date = readDate(line.text)
  const rest = line.text.slice(date.length).trim()
  const open = rest.lastIndexOf('(')
  const closed = rest.endsWith(')')
  const named = open > 0 && (closed || !rest.slice(open).includes(')'))
  const authors = named ? rest.slice(open + 1, closed ? -1 : undefined) : ''
  const names = collapse(authors)
    .split(/\s?[,;&]\s?(?:and\s)?|\sand\s/u)
    .filter((name) => name !== '')
  const defects = [
    ...(date.iso === '' ? ['date unreadable'] : []),
    ...(named ? [] : ['authors missing']),
    ...(named && !closed ? ['closing parenthesis missing'] : []),
  ]
  return {
    ...printedLine(line),
    date: date.iso,
    title: collapse(named ? rest.slice(0, open) : rest),
    authors: names,
    defect: defects.length === 0 ? null : defects.join('; '),
  }
}

function readDate(text: string): { iso: string; length: number } {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(text)
  if (iso !== null) return { iso: iso[0], length: iso[0].length }
  const spelled = /^(?:(\d{1,2})\s)?(\p{L}{3,9})\.?\s(\d{4})/u.exec(text)
  const month = monthOf(spelled?.[2] ?? '')
  if (spelled === null || month === 0) return { iso: '', length: 0 }
  return { iso: edtf(Number(spelled[3]), month, Number(spelled[1] ?? 0)), length: spelled[0].length }
}

/** Marks rows that repeat an earlier one (same day, same title) with the line of the first. */
export function markDuplicates(rows: readonly Row[]): IndexEntry[] {
  const first = new Map<string, number>()
  return rows.map((row) => {
    const key = `${row.date} ${row.title}`
    const earlier = first.get(key) ?? null
    if (earlier === null) first.set(key, row.line)
    return { ...row, duplicateOfLine: earlier }
  })
}
