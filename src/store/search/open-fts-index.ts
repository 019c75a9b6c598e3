// Opens search.db: the search port on SQLite's FTS5.
// Synchronous underneath: a caller that must not wait keeps it in a thread of its own.

import { DatabaseSync } from 'node:sqlite'
import { DeskError } from '../../domain/errors.ts'
import { storeError } from '../store-error.ts'
import { createFtsCounter } from './fts-counts.ts'
import { createFtsReader } from './fts-read.ts'
import { prepareTables } from './fts-schema.ts'
import { createFtsWriter } from './fts-write.ts'
import type { SearchIndex } from './search-index.ts'

const PAGES_A_CALL = 2_000
const WAY_OUT = 'Stop the desk, delete search.db and run "dragoman rebuild": it is made again from the readings.'

/**
 * Opens or makes the index.
 *
 * @param path of the file, or `:memory:`
 * @throws DeskError `home-broken` when the file is no index and cannot be made one
 */
export function openFtsIndex(path: string): SearchIndex {
  const { db, isNew } = openDatabase(path)
  const writer = createFtsWriter(db)
  const reader = createFtsReader(db)
  const count = createFtsCounter(db)
  const size = db.prepare('SELECT count(*) AS n FROM documents')

  return {
    isNew,
    upsert: async (documents) => guard(() => writer.upsert(documents)),
    remove: async (ids) => guard(() => writer.remove(ids)),
    clear: async () => guard(() => writer.clear()),
    size: async () => guard(() => Number(size.get()?.['n'] ?? 0)),
    search: async (query, options) => guard(() => reader.search(query, options)),
    async countHits(query, upTo) {
      const counted = guard(() => reader.countHits(query, upTo + 1))
      return { count: Math.min(counted, upTo), isWhole: counted <= upTo }
    },
    counts: async (query, upTo) => guard(() => count(query, upTo)),
    tidy: async (effort = 'little') => guard(() => tidy(db, effort)),
    close: async () => db.close(),
  }
}

/** A full disk and a broken file in our own words. */
function guard<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const error = storeError(cause)
    if (!(error instanceof DeskError) || error.code !== 'home-broken') throw error
    throw new DeskError('home-broken', `The search index is damaged. ${WAY_OUT}`, { cause })
  }
}

function openDatabase(path: string): { db: DatabaseSync; isNew: boolean } {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path)
    return { db, isNew: prepareTables(db) }
  } catch (cause) {
    db?.close()
    const message = `The search index ${path} cannot be opened: it is damaged, or not ours to write. ${WAY_OUT}`
    throw new DeskError('home-broken', message, { cause })
  }
}

/** Merges the index's segments; a merge that wrote nothing has nothing left to do. */
function tidy(db: DatabaseSync, effort: 'little' | 'all'): boolean {
  if (effort === 'all') {
    db.exec("INSERT INTO words (words) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)")
    return true
  }
  const changes = db.prepare('SELECT total_changes() AS n')
  const before = Number(changes.get()?.['n'] ?? 0)
  db.prepare("INSERT INTO words (words, rank) VALUES ('merge', ?)").run(PAGES_A_CALL)
  return Number(changes.get()?.['n'] ?? 0) - before < 2
}
