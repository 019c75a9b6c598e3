// In: a backup file and an empty home. Out: the home as it was, every file checked against the manifest.
// Rows go in as one transaction and WARC files into the archive folder; if anything does not match, nothing is kept.

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { extract } from 'tar-stream'
import { DeskError } from '../../domain/errors.ts'
import { ARCHIVE_FILE } from '../archive/recover-archive.ts'
import type { Db, Tx } from '../db.ts'
import { fillHeads } from '../fill-heads.ts'
import { fillSearchTexts } from '../glossary.ts'
import { schemaVersion } from '../migrate.ts'
import type { Schema } from '../schema.ts'
import { storeError } from '../store-error.ts'
import { MANIFEST, manifestShape, tables, type Manifest } from './backup-format.ts'

export type RestoreTools = {
  /** Migrated and without rows. */
  readonly db: Db
  readonly archiveFolder: string
  readonly onProgress?: (what: string) => void
}

/** The schema since which translations carry their heads: rows of an older backup are given them. */
const HEADS_SINCE = 7
/** That since which terms carry what they are searched by. */
const SEARCHED_SINCE = 9

type Seen = Map<string, { size: number; sha256: string }>

/** @throws DeskError `bad-input` when the file is no whole backup, `home-too-new` when this Dragoman is too old for it */
export async function readBackup(tools: RestoreTools, path: string): Promise<Manifest> {
  await mkdir(tools.archiveFolder, { recursive: true })
  try {
    return await tools.db.transaction().execute(async (tx) => {
      const seen: Seen = new Map()
      const manifest = await unpack(tools, tx, path, seen)
      if (!manifest) throw broken('It has no manifest, so it is cut off or was never finished.')
      compare(manifest, seen)
      if (manifest.schema < HEADS_SINCE) await fillHeads(tx)
      if (manifest.schema < SEARCHED_SINCE) await fillSearchTexts(tx)
      return manifest
    })
  } catch (error) {
    throw error instanceof DeskError ? error : explain(error)
  }
}

async function unpack(tools: RestoreTools, tx: Tx, path: string, seen: Seen): Promise<Manifest | null> {
  const tar = extract()
  const feeding = pipeline(createReadStream(path), tar)
  feeding.catch(() => undefined)
  let manifest: Manifest | null = null
  for await (const entry of tar) {
    const { name } = entry.header
    if (name === MANIFEST) manifest = parseManifest(await buffer(entry))
    else {
      tools.onProgress?.(name)
      seen.set(name, await unpackEntry(tools, tx, name, entry))
    }
  }
  await feeding
  return manifest
}

async function unpackEntry(
  tools: RestoreTools,
  tx: Tx,
  name: string,
  entry: AsyncIterable<unknown>,
): Promise<{ size: number; sha256: string }> {
  const [folder, second = '', third] = name.split('/')
  if (folder === 'records' && third && tables.includes(second as keyof Schema)) {
    const bytes = await buffer(entry)
    await insertRows(tx, second as keyof Schema, bytes)
    return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  // Only names that we give ourselves are written: a name such as ../../x must not leave the folder.
  if (folder === 'archive' && third === undefined && ARCHIVE_FILE.test(second))
    return copyFile(entry, join(tools.archiveFolder, second))
  throw broken(`It holds a file that no backup has: ${JSON.stringify(name)}.`)
}

async function insertRows(tx: Tx, table: keyof Schema, bytes: Buffer): Promise<void> {
  const rows = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  for (let start = 0; start < rows.length; start += 100) {
    const some = rows.slice(start, start + 100)
    const columns = Object.keys(some[0] ?? {})
    const values = some.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
      tx,
    )
  }
}

async function copyFile(entry: AsyncIterable<unknown>, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  // `wx`: a file that is there already is somebody's evidence.
  await pipeline(entry, measure, createWriteStream(path, { flags: 'wx', flush: true }))
  return { size, sha256: hash.digest('hex') }
}

function parseManifest(bytes: Buffer): Manifest {
  const parsed = manifestShape.safeParse(parseJson(bytes.toString('utf8')))
  if (!parsed.success) throw broken('Its manifest is not one that this version can read.')
  if (parsed.data.schema > schemaVersion) {
    throw new DeskError(
      'home-too-new',
      `The backup was made by a newer Dragoman (${parsed.data.madeBy}). Update Dragoman and restore again.`,
    )
  }
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function compare(manifest: Manifest, seen: Seen): void {
  for (const { name, size, sha256 } of manifest.files) {
    const found = seen.get(name)
    if (!found) throw broken(`${name} is missing from it.`)
    if (found.size !== size || found.sha256 !== sha256) throw broken(`${name} in it has been changed or damaged.`)
    seen.delete(name)
  }
  const [extra] = seen.keys()
  if (extra !== undefined) throw broken(`It holds ${extra}, which its manifest does not name.`)
}

function broken(why: string): DeskError {
  return new DeskError('bad-input', `The backup cannot be restored. ${why} Nothing was changed; try another backup.`)
}

function explain(error: unknown): unknown {
  const known = storeError(error)
  if (known instanceof DeskError) return known
  return new DeskError(
    'bad-input',
    'The backup cannot be restored: it is not a whole tar file of a desk. Nothing was changed; try another backup.',
    {
      cause: error,
    },
  )
}
