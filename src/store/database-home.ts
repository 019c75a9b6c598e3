// One PostgreSQL, one home: the records say what is kept, the home keeps its bytes, and neither is whole without the other.
// The database remembers the id of its home in `facts`; the home remembers its id in a file that moves with it.

import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { DeskError } from '../domain/errors.ts'
import type { Db } from './db.ts'

const FACT = 'home'
const FILE = 'home.json'
/** The folder that holds the bytes of the captures. */
const ARCHIVE = 'archive'

/** What a database knows of its home: its id, and where it stood when it was last worked on. */
type HomeFact = { readonly id: string; readonly folder: string; readonly machine: string }

/** @throws DeskError `conflict` when the database belongs to another home */
export async function checkDatabaseHome(db: Db, home: string): Promise<void> {
  const owner = await readOwner(db)
  if (owner && owner.id !== readHomeId(home) && !(await isEmpty(db))) throw belongsToAnother(owner, home)
}

/**
 * Makes the database this home's. One that holds nothing, or that no home has claimed, is anybody's.
 *
 * @throws DeskError `conflict` when it belongs to another home
 */
export async function claimDatabase(db: Db, home: string): Promise<void> {
  await checkDatabaseHome(db, home)
  if (!(await readOwner(db)) && !existsSync(join(home, ARCHIVE)) && (await holdsCaptures(db)))
    throw withoutArchive(home)
  const id = readHomeId(home) ?? (await giveHomeId(home))
  const value = JSON.stringify({ id, folder: home, machine: hostname() } satisfies HomeFact)
  await db
    .insertInto('facts')
    .values({ name: FACT, value })
    .onConflict((c) => c.column('name').doUpdateSet({ value }))
    .execute()
}

/** Where the home of a database is, in words; undefined when it has none. */
export async function describeOwner(db: Db): Promise<string | undefined> {
  const owner = await readOwner(db)
  return owner && `${owner.folder} on ${owner.machine}`
}

function belongsToAnother({ folder, machine }: HomeFact, home: string): DeskError {
  return new DeskError(
    'conflict',
    `The database in DRAGOMAN_POSTGRES belongs to another home: ${folder} on ${machine}. With ${home} its evidence would be spread over two archives. Use that home (DRAGOMAN_HOME; it may be moved as a whole folder), or give this one a database of its own. If that home is lost, restore its backup into an empty database: dragoman restore FILE --home DIR`,
  )
}

function withoutArchive(home: string): DeskError {
  return new DeskError(
    'conflict',
    `The database in DRAGOMAN_POSTGRES knows captures whose bytes are not in ${home}. Use the home that they were kept in (DRAGOMAN_HOME), or give this one a database of its own.`,
  )
}

async function holdsCaptures(db: Db): Promise<boolean> {
  return (await db.selectFrom('captures').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function readOwner(db: Db): Promise<HomeFact | undefined> {
  const row = await db.selectFrom('facts').select('value').where('name', '=', FACT).executeTakeFirst()
  return row && (JSON.parse(row.value) as HomeFact)
}

async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from outlets) or exists (select 1 from items) or exists (select 1 from captures) as used
  `.execute(db)
  return !rows[0]?.used
}

function readHomeId(home: string): string | undefined {
  try {
    const known: unknown = JSON.parse(readFileSync(join(home, FILE), 'utf8'))
    return typeof known === 'object' && known !== null && 'id' in known ? String(known.id) : undefined
  } catch {
    return undefined
  }
}

async function giveHomeId(home: string): Promise<string> {
  const id = randomUUID()
  await writeFile(join(home, FILE), `${JSON.stringify({ id })}\n`, { flush: true })
  return id
}
