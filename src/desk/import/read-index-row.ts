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
    ...(date.possible ? [] : ['date impossible']),
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

function readDate(text: string): { iso: string; length: number; possible: boolean } {
  const lead = /^[*•‣▪–-]\s{1,4}/u.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead, lead + 60)
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?/u.exec(rest)
  if (iso !== null)
    return {
      iso: iso[0],
      length: lead + iso[0].length,
      possible: isPossible(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1)),
    }
  const spelled = /^(?:(\d{1,2})\s)?(\p{L}{3,9})\.?\s(?:(\d{1,2}),\s)?(\d{4})/u.exec(rest)
  const month = monthOf(spelled?.[2] ?? '')
  if (spelled === null || month === 0) return { iso: '', length: 0, possible: true }
  const day = Number(spelled[1] ?? spelled[3] ?? 0)
  return {
    iso: edtf(Number(spelled[4]), month, day),
    length: lead + spelled[0].length,
    possible: isPossible(Number(spelled[4]), month, day || 1),
  }
}

function isPossible(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
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
