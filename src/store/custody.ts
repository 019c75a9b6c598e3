// The custody log as rows. How a line is sealed is the preserve room's knowledge; here it is only kept.

import { PostgresAdapter, sql } from 'kysely'
import type { ImportId } from '../domain/article-record.ts'
import type { CustodyEntry } from '../domain/capture.ts'
import type { Db, Tx } from './db.ts'
import type { CustodyRow } from './schema.ts'

export async function addCustodyEntries(db: Db, entries: readonly CustodyEntry[]): Promise<void> {
  if (entries.length === 0) return
  await db
    .insertInto('custody')
    .values(entries.map((entry) => ({ ...entry, details: JSON.stringify(entry.details) })))
    .execute()
}

/**
 * Waits until no other transaction is adding to the log, and keeps others waiting until this one ends. SQLite has one
 * writer anyhow; on PostgreSQL two would read the same last line, and the later one would fail.
 */
export async function takeCustodyTurn(tx: Tx): Promise<void> {
  if (!(tx.getExecutor().adapter instanceof PostgresAdapter)) return
  await sql`select pg_advisory_xact_lock(hashtext('custody'), hashtext(coalesce(current_schema(), '')))`.execute(tx)
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

/** What the log says of the files that were brought in, in order: the import's id and the facts that were sealed. */
export async function* walkSealedImports(
  db: Db,
): AsyncGenerator<{ readonly sequence: number; readonly id: ImportId; readonly details: CustodyEntry['details'] }> {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('custody')
      .select(['sequence', 'subject', 'details'])
      .where('deed', '=', 'import')
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(500)
      .execute()
    for (const { sequence, subject, details } of rows) {
      yield { sequence, id: subject as ImportId, details: JSON.parse(details) as CustodyEntry['details'] }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.sequence
  }
}
