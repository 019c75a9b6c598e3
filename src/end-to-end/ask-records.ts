// For tests: one question to the records of a home, in SQL, without any of our own code in between.

import { DatabaseSync } from 'node:sqlite'
import { homePlaces } from '../tools.ts'

export type Row = Readonly<Record<string, unknown>>

export function askRecords(home: string, query: string, ...values: (string | number)[]): Row[] {
  const records = new DatabaseSync(homePlaces(home).records, { readOnly: true })
  try {
    return records.prepare(query).all(...values)
  } finally {
    records.close()
  }
}

/** The state of every item, by address. */
export function listStates(
  home: string,
): Map<string, { state: string; failure: string | null; reason: string | null }> {
  const rows = askRecords(home, 'select url, state, failure, reason from items')
  return new Map(
    rows.map(({ url, state, failure, reason }) => [
      String(url),
      { state: String(state), failure: textOrNull(failure), reason: textOrNull(reason) },
    ]),
  )
}

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value))
