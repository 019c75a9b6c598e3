// One worker at a time on one home. The lock is an open SQLite transaction: the operating system
// gives it up when the process ends in whatever way, so there is no stale lock to clean up.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DeskError } from '../domain/errors.ts'
import { storeError } from './store-error.ts'

export type HomeLock = {
  /** Tells others where this worker's desk answers. */
  announce(url: string): void
  release(): void
}

const LOCK = 'worker.lock'
const NOTE = 'worker.json'

/** What a running worker says of itself. `url` null: it serves no desk. */
export type WorkerNote = { readonly pid: number; readonly url: string | null }

/** Somebody who only looks whether the home is held, holds it for a moment. */
const GLANCE_MS = 300

/** @throws DeskError `home-in-use` when another process works on this home */
export function lockHome(home: string, patienceMs = GLANCE_MS): HomeLock {
  const lock = new DatabaseSync(join(home, LOCK), { timeout: patienceMs })
  try {
    takeLock(lock)
  } catch (error) {
    lock.close()
    if (!isHeld(error)) throw storeError(error)
    const note = readNote(home)
    const who = note ? `process ${note.pid}${note.url ? `, whose desk answers at ${note.url}` : ''}` : 'another process'
    throw new DeskError(
      'home-in-use',
      `${home} is in use by ${who}. Use that one, end it, or give this one another folder with DRAGOMAN_HOME.`,
      {
        cause: error,
      },
    )
  }
  const note = (url: string | null): void => {
    try {
      writeFileSync(join(home, NOTE), JSON.stringify({ pid: process.pid, url }))
    } catch {
      // On a full disk nobody learns who we are; the lock holds all the same.
    }
  }
  note(null)
  return {
    announce: note,
    release() {
      rmSync(join(home, NOTE), { force: true })
      lock.close()
    },
  }
}

/** A lock file that is not empty can be locked on a full disk too. */
function takeLock(lock: DatabaseSync): void {
  const isEmpty = lock.prepare('pragma user_version').get()?.['user_version'] === 0
  if (isEmpty) lock.exec('pragma user_version = 1')
  lock.exec('begin exclusive')
}

const SQLITE_BUSY = 5

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

/** The worker that holds this home now; undefined when there is none. */
export function findWorker(home: string): WorkerNote | undefined {
  const note = readNote(home)
  if (!note) return undefined
  try {
    lockHome(home, 0).release()
    return undefined // it left its note behind when it was killed
  } catch (error) {
    return error instanceof DeskError && error.code === 'home-in-use' ? note : undefined
  }
}

function readNote(home: string): WorkerNote | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(home, NOTE), 'utf8'))
    if (typeof note !== 'object' || note === null || !('pid' in note) || typeof note.pid !== 'number') return undefined
    return { pid: note.pid, url: 'url' in note && typeof note.url === 'string' ? note.url : null }
  } catch {
    return undefined
  }
}
