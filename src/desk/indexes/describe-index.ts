// In: the rows of an index as printed. Out: what is to be said of them: how many, which twice, which malformed, which months
// are empty, what their dates mean, and which authors may be one.

import type { IndexRow } from './index-row.ts'
import { proposeAuthorNames, type AuthorProposal } from './propose-author-names.ts'
import type { DateMeaning } from './read-date-meaning.ts'

export type IndexDescription = {
  readonly rows: number
  readonly unique: number
  readonly duplicates: readonly { readonly row: IndexRow; readonly of: IndexRow }[]
  readonly malformed: readonly IndexRow[]
  /** `YYYY-MM`, from the first to the last row; null when there is none. */
  readonly months: { readonly from: string; readonly to: string; readonly empty: readonly string[] } | null
  /** Runs of dates of one meaning, in order. */
  readonly meanings: readonly {
    readonly meaning: DateMeaning
    readonly from: string
    readonly to: string
    readonly rows: number
  }[]
  readonly authors: readonly { readonly name: string; readonly rows: number }[]
  readonly authorProposals: readonly AuthorProposal[]
}

/** Pure. @param rows of one index */
export function describeIndex(rows: readonly IndexRow[]): IndexDescription {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const duplicates = rows.flatMap((row) => {
    const of = row.duplicateOf === null ? undefined : byId.get(row.duplicateOf)
    return of ? [{ row, of }] : []
  })
  const authors = countAuthors(rows)
  return {
    rows: rows.length,
    unique: rows.length - duplicates.length,
    duplicates,
    malformed: rows.filter(({ defect }) => defect !== null),
    months: findEmptyMonths(rows),
    meanings: findMeanings(rows),
    authors,
    authorProposals: proposeAuthorNames(authors.map(({ name, rows: count }) => ({ name, count }))),
  }
}

function countAuthors(rows: readonly IndexRow[]): { name: string; rows: number }[] {
  const counts = new Map<string, number>()
  for (const { authors } of rows) for (const name of authors) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
}

/** A list of a hundred years is no index of a digest: gaps are not counted beyond it. */
const MOST_MONTHS = 1_200

function findEmptyMonths(rows: readonly IndexRow[]): IndexDescription['months'] {
  const present = new Set(rows.filter(({ meaning }) => meaning !== null).map(({ date }) => date.slice(0, 7)))
  const sorted = [...present].sort()
  const [from, to] = [sorted[0], sorted.at(-1)]
  if (from === undefined || to === undefined) return null
  const empty: string[] = []
  let month = from
  for (let count = 0; month < to && count < MOST_MONTHS; count++) {
    if (!present.has(month)) empty.push(month)
    month = monthAfter(month)
  }
  return { from, to, empty }
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`
}

function findMeanings(rows: readonly IndexRow[]): IndexDescription['meanings'] {
  const runs: { meaning: DateMeaning; from: string; to: string; rows: number }[] = []
  for (const { date, meaning } of [...rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const last = runs.at(-1)
    if (meaning === null) continue
    if (last?.meaning !== meaning) runs.push({ meaning, from: date, to: date, rows: 1 })
    else {
      last.to = date
      last.rows += 1
    }
  }
  return runs
}
