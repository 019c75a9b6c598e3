// One worker at a time on one home. The lock is an open SQLite transaction: the operating system
// gives it up when the process ends in whatever way, so there is no stale lock to clean up.

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
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

/** Makes the folder of a home. @throws DeskError `bad-config` when it cannot be made */
export async function makeHome(home: string): Promise<void> {
  try {
    await makeFolders(resolve(home))
  } catch (cause) {
    throw outOfReach(home, cause)
  }
}

/** Step by step: `recursive` never ends where a folder is there and yet nothing can be made in it, as in /proc. */
async function makeFolders(path: string): Promise<void> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) return
  if (dirname(path) !== path) await makeFolders(dirname(path))
  await mkdir(path, { mode: 0o700 }).catch(async (error: unknown) => {
    if (!(await stat(path).catch(() => undefined))?.isDirectory()) throw error
  })
}

function outOfReach(home: string, cause: unknown): DeskError {
  return new DeskError(
    'bad-config',
    `${home} cannot be made, entered or written to. Check who owns it, or choose another folder with DRAGOMAN_HOME.`,
    { cause },
  )
}

/** @throws DeskError `home-in-use` when another process works on this home, `bad-config` when we may not write there */
export function lockHome(home: string, patienceMs = GLANCE_MS): HomeLock {
  const lock = openLock(home, patienceMs)
  try {
    takeLock(lock)
  } catch (error) {
    lock.close()
    if (isOutOfReach(error)) throw outOfReach(home, error)
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

function openLock(home: string, patienceMs: number): DatabaseSync {
  try {
    return new DatabaseSync(join(home, LOCK), { timeout: patienceMs })
  } catch (error) {
    throw isOutOfReach(error) ? outOfReach(home, error) : storeError(error)
  }
}

/** A lock file that is not empty can be locked on a full disk too. */
function takeLock(lock: DatabaseSync): void {
  const isEmpty = lock.prepare('pragma user_version').get()?.['user_version'] === 0
  if (isEmpty) lock.exec('pragma user_version = 1')
  lock.exec('begin exclusive')
}

/** Result codes of SQLite; what they say more precisely stands in the bits above these eight. */
const SQLITE_BUSY = 5
const SQLITE_READONLY = 8
const SQLITE_CANTOPEN = 14

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
}

function isHeld(error: unknown): boolean {
  return resultCode(error) === SQLITE_BUSY
}

function isOutOfReach(error: unknown): boolean {
  const code = resultCode(error)
  return code === SQLITE_READONLY || code === SQLITE_CANTOPEN
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
