// The custody log as rows. How a line is sealed is the preserve room's knowledge; here it is only kept.

import type { CustodyEntry } from '../domain/capture.ts'
import type { Db } from './db.ts'
import type { CustodyRow } from './schema.ts'

export async function addCustodyEntries(db: Db, entries: readonly CustodyEntry[]): Promise<void> {
  if (entries.length === 0) return
  await db
    .insertInto('custody')
    .values(entries.map((entry) => ({ ...entry, details: JSON.stringify(entry.details) })))
    .execute()
}

/** The line that the next one must carry the digest of. */
export async function findLastCustodyEntry(db: Db): Promise<CustodyEntry | undefined> {
  const row = await db.selectFrom('custody').selectAll().orderBy('sequence', 'desc').limit(1).executeTakeFirst()
  return row && toEntry(row)
}

export async function listCustodyAfter(db: Db, sequence: number, limit: number): Promise<CustodyEntry[]> {
  const rows = await db
    .selectFrom('custody')
    .selectAll()
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/** What happened to one capture (or file), in order. */
export async function listCustodyOf(db: Db, subject: string): Promise<CustodyEntry[]> {
  const rows = await db.selectFrom('custody').selectAll().where('subject', '=', subject).orderBy('sequence').execute()
  return rows.map(toEntry)
}

function toEntry(row: CustodyRow): CustodyEntry {
  return { ...row, deed: row.deed as CustodyEntry['deed'], details: JSON.parse(row.details) as CustodyEntry['details'] }
}

/** Capture → the payload digest that the log sealed when it was kept. */
export async function findSealedDigests(db: Db, captureIds: readonly string[]): Promise<Map<string, string>> {
  const sealed = new Map<string, string>()
  for (let start = 0; start < captureIds.length; start += 500) {
    const rows = await db
      .selectFrom('custody')
      .select(['subject', 'details'])
      .where('deed', '=', 'capture')
      .where('subject', 'in', captureIds.slice(start, start + 500))
      .execute()
    for (const { subject, details } of rows) {
      const { payload } = JSON.parse(details) as CustodyEntry['details']
      if (typeof payload === 'string') sealed.set(subject, payload)
    }
  }
  return sealed
}
