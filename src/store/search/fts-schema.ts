// The tables of search.db. All of it can be made again from the readings, so there are no migrations:
// a file of another version is emptied and filled anew.

import type { DatabaseSync } from 'node:sqlite'
import { ANALYSER_VERSION } from '../../lib/analyse/analyse.ts'

/** 2: translated titles and leads. */
const TABLES_VERSION = 2
/** Kept in `user_version`; changes with the tables and with the analyser. */
export const SEARCH_VERSION = TABLES_VERSION * 1000 + ANALYSER_VERSION

// `documents.no` and `words.rowid` are the same number, see time-order.ts. The codes point into `facets`.
// Many segments are merged at a time (8, not 4), so that a word is written fewer times; what is left apart while pages
// come in is merged when the desk is idle (`tidy`).
// The translated columns hold one language after the other, with a token between that no phrase can reach over.
// `words` keeps no text (content=''): our analyser has made the tokens, so its tokenizer only splits at spaces.
const tables = `
  CREATE TABLE documents (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    outlet INTEGER NOT NULL,
    lang INTEGER NOT NULL,
    host INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE facets (
    code INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (kind, value)
  ) STRICT;
  CREATE VIRTUAL TABLE words USING fts5 (
    title, body, translated_title, translated_lead, facets,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '-._:'"
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
  INSERT INTO words (words, rank) VALUES ('usermerge', 2);
  INSERT INTO words (words, rank) VALUES ('automerge', 8);
`

/** Sets the connection up and makes the tables where there are none of this version. True when they are new and empty. */
export function prepareTables(db: DatabaseSync): boolean {
  db.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000',
  )
  if (versionOf(db) === SEARCH_VERSION) return false
  db.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have done it while this one waited for the lock.
    const isOurs = versionOf(db) === SEARCH_VERSION
    if (!isOurs)
      db.exec(
        `DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS documents; DROP TABLE IF EXISTS facets; ${tables}; PRAGMA user_version = ${SEARCH_VERSION}`,
      )
    db.exec('COMMIT')
    return !isOurs
  } catch (cause) {
    db.exec('ROLLBACK')
    throw cause
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}
