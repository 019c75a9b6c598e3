// One worker at a time on one PostgreSQL, wherever its home is. The lock belongs to a connection of its own:
// the server gives it up when the process ends in whatever way, so there is no stale lock to clean up.

import pg from 'pg'
import { DeskError } from '../domain/errors.ts'
import { databaseError } from './database-error.ts'
import { claimDatabase, describeOwner } from './database-home.ts'
import { openDb, type Db } from './db.ts'
import { migrate } from './migrate.ts'

const CONNECT_MS = 10_000
/** The first half of the lock's name, the same in all versions; the second half is the schema. */
const DRAGOMAN = 0x64726167
const RETAKE_MS = 1_000

/** Locks the database and makes it this home's. @throws DeskError, see `takeHome` */
export async function holdDatabase(url: string, home: string): Promise<{ release(): Promise<void> }> {
  try {
    const lock = await openLock(url)
    try {
      await prepareRecords(url, home, lock.isHeld)
    } catch (error) {
      await lock.release()
      throw error
    }
    return lock
  } catch (error) {
    throw databaseError(error, url)
  }
}

async function prepareRecords(url: string, home: string, isHeld: boolean): Promise<void> {
  const db = await openDb({ kind: 'postgres', url })
  try {
    if (!isHeld) throw await inUse(db)
    await migrate(db)
    await claimDatabase(db, home)
  } finally {
    await db.destroy()
  }
}

async function inUse(db: Db): Promise<DeskError> {
  const owner = await describeOwner(db).catch(() => undefined) // its tables may be in the making
  return new DeskError(
    'home-in-use',
    `The database in DRAGOMAN_POSTGRES is in use by the desk of ${owner ?? 'another home'}. Use that one, end it, or give this one a database of its own.`,
  )
}

async function openLock(url: string) {
  let released = false
  let client = await connect()
  const isHeld = await tryLock(client)

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true })
    opened.on('error', () => undefined) // without a listener it would end the process
    await opened.connect()
    opened.once('end', retake)
    return opened
  }

  /** A server that was started again has forgotten the lock: it is taken again as soon as the server answers. */
  function retake(): void {
    if (released) return
    setTimeout(() => {
      if (released) return
      connect()
        .then(async (opened) => {
          client = opened
          if (!(await tryLock(opened))) await opened.end() // its end leads here again
        })
        .catch(retake)
    }, RETAKE_MS).unref()
  }

  const release = async (): Promise<void> => {
    released = true
    await client.end().catch(() => undefined) // the server may be gone
  }
  return { isHeld, release }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select pg_try_advisory_lock($1, hashtext(coalesce(current_schema(), ''))) as held`,
    [DRAGOMAN],
  )
  return rows[0]?.held === true
}
