// The port of copies in a file of its own, copies.db. All of it can be made again from the readings, so there are no
// migrations: a file of another version is emptied. Every query on that file stands here.

import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { DeskError } from '../../domain/errors.ts'
import { storeError } from '../store-error.ts'
import type { CopyRecord, CopyStore } from './copy-store.ts'
import { createRunFilters } from './key-filter.ts'
import { addToOpenRun, closeRun, findInPart, firstOfRun, partOf, RUN_PARTS, runOf, type OpenRun } from './key-runs.ts'

const TABLES_VERSION = 2
const WAY_OUT = 'Stop the desk and delete copies.db: it is made again from the readings.'

// `parts.no` = run × 1,024 + part. `documents.keys` holds what the runs hold, for the run that is not closed yet.
const tables = `
  CREATE TABLE documents (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    grp INTEGER,
    keys BLOB NOT NULL,
    record BLOB NOT NULL
  ) STRICT;
  CREATE INDEX documents_of_group ON documents (grp, no) WHERE grp IS NOT NULL;
  CREATE TABLE groups (grp INTEGER PRIMARY KEY, size INTEGER NOT NULL) STRICT;
  CREATE TABLE parts (no INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;
  CREATE TABLE filters (run INTEGER PRIMARY KEY, bits BLOB NOT NULL) STRICT;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`

/**
 * Opens or makes the store. Memory: about 50 MB for the run that is open, and 64 bytes for each document beyond it.
 *
 * @param path of the file, or `:memory:`
 * @param contents version of what callers put into records and keys; a file with another one is emptied
 * @throws DeskError `home-broken` when the file is no database and cannot be made one
 */
export function openSqliteCopies(path: string, contents = 1): CopyStore {
  const db = openDatabase(path, TABLES_VERSION * 1000 + contents)
  const queries = prepare(db)
  const filters = createRunFilters()
  let open: OpenRun = new Map()
  let openRun = 0

  /** Reads back what was in memory. */
  function load(): void {
    open = new Map()
    filters.clear()
    for (const { bits } of queries.filters.iterate()) filters.add(toWords(bits))
    openRun = filters.count()
    for (const { no, keys } of queries.keysFrom.iterate(firstOfRun(openRun)))
      addToOpenRun(open, Number(no), [...toWords(keys)])
  }

  function closeFullRun(): void {
    const { parts, filter } = closeRun(open, openRun)
    for (const { part, entries } of parts) queries.addPart.run(openRun * RUN_PARTS + part, entries)
    queries.addFilter.run(openRun, new Uint8Array(filter.buffer))
    filters.add(filter)
    open = new Map()
    openRun++
  }

  function findHolders(key: number, atMost: number): number[] {
    const found = (open.get(key) ?? []).slice(-atMost).reverse()
    if (found.length >= atMost) return found
    for (const run of filters.findRuns(key)) {
      if (found.length >= atMost) break
      const entries = queries.part.get(run * RUN_PARTS + partOf(key))?.['entries']
      if (entries instanceof Uint8Array) found.push(...findInPart(entries, key, run, atMost - found.length))
    }
    return found
  }

  function join(one: number, other: number): number {
    const groupOf = (no: number) => Number(queries.read.get(no)?.['grp'] ?? no)
    const sizeOf = (group: number) => Number(queries.groupSize.get(group)?.['size'] ?? 1)
    const [a, b] = [groupOf(one), groupOf(other)]
    if (a === b) return a
    const [first, second] = [sizeOf(a), sizeOf(b)]
    // The smaller one moves, so that a thousand copies do not each move all that came before.
    const [group, moves] = first >= second ? [a, b] : [b, a]
    queries.moveGroup.run(group, moves)
    queries.moveAlone.run(group, moves)
    queries.moveAlone.run(group, group)
    queries.dropGroup.run(moves)
    queries.setGroup.run(group, first + second)
    return group
  }

  load()
  return {
    identity: guard(() => String(db.prepare("SELECT value FROM facts WHERE name = 'identity'").get()?.['value'])),
    findHolders: async (keys, atMost) => guard(() => keys.map((key) => findHolders(key, atMost))),
    find: async (id) => guard(() => toRecord(queries.find.get(id))),
    read: async (no) => guard(() => toRecord(queries.read.get(no))),
    add: async ({ id, keys, record }) =>
      guard(() => {
        removeOne(queries, id)
        const { lastInsertRowid } = queries.add.run(id, new Uint8Array(Uint32Array.from(new Set(keys)).buffer), record)
        const no = Number(lastInsertRowid)
        if (runOf(no) > openRun) closeFullRun()
        addToOpenRun(open, no, keys)
        return no
      }),
    join: async (one, other) => guard(() => join(one, other)),
    listGroup: async (group, limit, after = 0) =>
      guard(() => queries.listGroup.all(group, after, limit).flatMap((row) => toRecord(row) ?? [])),
    listGroups: async (limit, after = 0) =>
      guard(() => queries.listGroups.all(after, limit).map(({ grp }) => Number(grp))),
    remove: async (id) => guard(() => removeOne(queries, id)),
    size: async () => guard(() => Number(queries.size.get()?.['n'] ?? 0)),
    async together(work) {
      guard(() => db.exec('BEGIN IMMEDIATE'))
      try {
        const result = await work()
        guard(() => db.exec('COMMIT'))
        return result
      } catch (cause) {
        db.exec('ROLLBACK')
        load()
        throw cause
      }
    },
    close: async () => db.close(),
  }
}

type Queries = ReturnType<typeof prepare>

function prepare(db: DatabaseSync) {
  return {
    add: db.prepare('INSERT INTO documents (id, keys, record) VALUES (?, ?, ?)'),
    find: db.prepare('SELECT no, id, grp, record FROM documents WHERE id = ?'),
    read: db.prepare('SELECT no, id, grp, record FROM documents WHERE no = ?'),
    remove: db.prepare('DELETE FROM documents WHERE no = ?'),
    keysFrom: db.prepare('SELECT no, keys FROM documents WHERE no >= ? ORDER BY no'),
    size: db.prepare('SELECT count(*) AS n FROM documents'),
    part: db.prepare('SELECT entries FROM parts WHERE no = ?'),
    addPart: db.prepare('INSERT INTO parts (no, entries) VALUES (?, ?)'),
    filters: db.prepare('SELECT bits FROM filters ORDER BY run'),
    addFilter: db.prepare('INSERT INTO filters (run, bits) VALUES (?, ?)'),
    listGroup: db.prepare('SELECT no, id, grp, record FROM documents WHERE grp = ? AND no > ? ORDER BY no LIMIT ?'),
    listGroups: db.prepare('SELECT grp FROM groups WHERE grp > ? ORDER BY grp LIMIT ?'),
    groupSize: db.prepare('SELECT size FROM groups WHERE grp = ?'),
    setGroup: db.prepare(
      'INSERT INTO groups (grp, size) VALUES (?, ?) ON CONFLICT (grp) DO UPDATE SET size = excluded.size',
    ),
    dropGroup: db.prepare('DELETE FROM groups WHERE grp = ?'),
    moveGroup: db.prepare('UPDATE documents SET grp = ? WHERE grp = ?'),
    moveAlone: db.prepare('UPDATE documents SET grp = ? WHERE no = ? AND grp IS NULL'),
    dissolve: db.prepare('UPDATE documents SET grp = NULL WHERE grp = ?'),
  }
}

function removeOne(queries: Queries, id: string): void {
  const record = toRecord(queries.find.get(id))
  if (!record) return
  queries.remove.run(record.no)
  if (record.group === null) return
  const size = Number(queries.groupSize.get(record.group)?.['size'] ?? 0) - 1
  if (size >= 2) queries.setGroup.run(record.group, size)
  else {
    // One alone is no group.
    queries.dropGroup.run(record.group)
    queries.dissolve.run(record.group)
  }
}

function toRecord(row: Record<string, unknown> | undefined): CopyRecord | undefined {
  if (!row) return undefined
  const { no, id, grp, record } = row
  return {
    no: Number(no),
    id: String(id),
    group: grp === null ? null : Number(grp),
    record: record instanceof Uint8Array ? record : new Uint8Array(),
  }
}

/** Bytes of the file as numbers; copied, because they need not lie at a multiple of four. */
function toWords(bytes: unknown): Uint32Array {
  return bytes instanceof Uint8Array ? new Uint32Array(bytes.slice().buffer) : new Uint32Array()
}

function openDatabase(path: string, version: number): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path)
    db.exec(
      'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA mmap_size = 1073741824',
    )
    const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
    if (found === version) return db
    db.exec(`BEGIN IMMEDIATE;
      DROP TABLE IF EXISTS documents; DROP TABLE IF EXISTS groups; DROP TABLE IF EXISTS parts; DROP TABLE IF EXISTS filters; DROP TABLE IF EXISTS facts;
      ${tables} INSERT INTO facts VALUES ('identity', '${randomUUID()}'); PRAGMA user_version = ${version}; COMMIT`)
    return db
  } catch (cause) {
    db?.close()
    throw new DeskError(
      'home-broken',
      `The file of copies ${path} cannot be opened: it is damaged, or not ours to write. ${WAY_OUT}`,
      { cause },
    )
  }
}

/** A full disk and a broken file in our own words. */
function guard<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const error = storeError(cause)
    if (!(error instanceof DeskError) || error.code !== 'home-broken') throw error
    throw new DeskError('home-broken', `The file of copies is damaged. ${WAY_OUT}`, { cause })
  }
}
