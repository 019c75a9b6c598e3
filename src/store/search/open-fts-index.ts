// Opens search.db: the search port on SQLite's FTS5.
// Synchronous underneath: a caller that must not wait keeps it in a thread of its own.

import { renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { DeskError } from '../../domain/errors.ts'
import { storeError } from '../store-error.ts'
import { createFtsCounter } from './fts-counts.ts'
import { createFtsReader } from './fts-read.ts'
import { prepareTables } from './fts-schema.ts'
import { createFtsWriter, prepareWrite } from './fts-write.ts'
import type { SearchIndex } from './search-index.ts'

const PAGES_A_CALL = 2_000
const WAY_OUT = 'Close the desk and run "dragoman rebuild --index-only": it is made again from the readings.'

/** `mend`: a file that is damaged is set aside and a new one begun. For whoever holds the home, and will fill it. */
export type OpenOptions = { readonly mend?: boolean }

/**
 * Opens or makes the index.
 *
 * @param path of the file, or `:memory:`
 * @throws DeskError `home-broken` when the file is no index and cannot be made one, `disk-full` when there is no room
 */
export function openFtsIndex(path: string, { mend = false }: OpenOptions = {}): SearchIndex {
  let parts = openParts(path, mend)
  return {
    isNew: parts.isNew,
    upsert: async (documents) => guard(() => parts.writer.upsert(documents)),
    remove: async (ids) => guard(() => parts.writer.remove(ids)),
    async clear() {
      try {
        guard(() => parts.writer.clear())
      } catch (error) {
        if (!isHomeBroken(error)) throw error
        // What is to be empty need not be sound.
        parts.db.close()
        setAside(path)
        parts = openParts(path, false)
      }
    },
    size: async () => guard(() => Number(parts.size.get()?.['n'] ?? 0)),
    search: async (query, options) => guard(() => parts.reader.search(query, options)),
    async countHits(query, upTo) {
      const counted = guard(() => parts.reader.countHits(query, upTo + 1))
      return { count: Math.min(counted, upTo), isWhole: counted <= upTo }
    },
    counts: async (query, upTo) => guard(() => parts.count(query, upTo)),
    tidy: async (effort = 'little') => guard(() => tidy(parts.db, effort)),
    close: async () => parts.db.close(),
  }
}

function openParts(path: string, mend: boolean): ReturnType<typeof prepareParts> {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path)
    return prepareParts(db)
  } catch (cause) {
    db?.close()
    const error = storeError(cause)
    if (isHomeBroken(error) && mend) {
      setAside(path)
      return openParts(path, false)
    }
    if (error instanceof DeskError && error.code !== 'home-broken') throw error
    const message = `The search index ${path} cannot be opened: it is damaged, or not ours to write. ${WAY_OUT}`
    throw new DeskError('home-broken', message, { cause })
  }
}

function prepareParts(db: DatabaseSync) {
  const isNew = prepareTables(db)
  const size = db.prepare('SELECT count(*) AS n FROM documents')
  return { db, isNew, writer: createFtsWriter(db), reader: createFtsReader(db), count: createFtsCounter(db), size }
}

/** A full disk and a broken file in our own words. */
function guard<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const error = storeError(cause)
    if (!isHomeBroken(error)) throw error
    throw new DeskError('home-broken', `The search index is damaged. ${WAY_OUT}`, { cause })
  }
}

const isHomeBroken = (error: unknown): boolean => error instanceof DeskError && error.code === 'home-broken'

/** Kept until the next time, in case somebody wants to know what had happened to it. */
function setAside(path: string): void {
  renameSync(path, `${path}.damaged`)
  for (const beside of ['-wal', '-shm']) rmSync(path + beside, { force: true })
}

/** Merges the index's segments; a merge that wrote nothing has nothing left to do. */
function tidy(db: DatabaseSync, effort: 'little' | 'all'): boolean {
  if (effort === 'all') {
    db.exec("INSERT INTO words (words) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE)")
    return true
  }
  const changes = db.prepare('SELECT total_changes() AS n')
  const before = Number(changes.get()?.['n'] ?? 0)
  prepareWrite(db, "INSERT INTO words (words, rank) VALUES ('merge', ?)").run(PAGES_A_CALL)
  return Number(changes.get()?.['n'] ?? 0) - before < 2
}
