// In: the records and the archive of a home. Out: one tar file that `readBackup` can make the home from again.
// May run beside a working desk: rows are read in one snapshot, and WARC files only ever grow.

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { pack, type Pack } from 'tar-stream'
import { readAcknowledged } from '../captures.ts'
import { findLastCustodyEntry } from '../custody.ts'
import type { Db, Tx } from '../db.ts'
import { schemaVersion } from '../migrate.ts'
import type { Schema } from '../schema.ts'
import { storeError } from '../store-error.ts'
import { MANIFEST, orderColumns, ROWS_A_FILE, tables, type Manifest } from './backup-format.ts'

export type BackupTools = {
  readonly db: Db
  readonly archiveFolder: string
  /** Name and version of the software. */
  readonly tool: string
  readonly now: () => number
  readonly onProgress?: (what: string) => void
}

/** Writes the backup beside `path` and moves it there when it is whole: a half-written one never bears the name. */
export async function writeBackup(tools: BackupTools, path: string): Promise<Manifest> {
  const unfinished = `${path}.part`
  const tar = pack()
  const written = pipeline(tar, createWriteStream(unfinished, { flags: 'w' }))
  try {
    const filled = fill(tools, tar)
    // Whichever fails first (a full disk, a damaged file) ends the other.
    filled.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))))
    const [manifest] = await Promise.all([filled, written])
    await syncFile(unfinished)
    await rename(unfinished, path)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw storeError(error)
  }
}

async function fill(tools: BackupTools, tar: Pack): Promise<Manifest> {
  const files: Manifest['files'] = []
  const { rows, acknowledged, custodyHead } = await tools.db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => ({
      rows: await packTables(tx, tar, files, tools),
      acknowledged: await readAcknowledged(tx),
      custodyHead: (await findLastCustodyEntry(tx))?.digest ?? null,
    }))
  for (const [file, length] of acknowledged) {
    tools.onProgress?.(file)
    files.push(await packFile(tar, `archive/${file}`, join(tools.archiveFolder, file), length))
  }
  const manifest: Manifest = {
    format: 'dragoman-backup',
    formatVersion: 1,
    madeBy: tools.tool,
    madeAt: new Date(tools.now()).toISOString(),
    schema: schemaVersion,
    custodyHead,
    rows,
    files,
  }
  await packBytes(tar, MANIFEST, Buffer.from(JSON.stringify(manifest, null, 2)))
  tar.finalize()
  return manifest
}

async function packTables(
  tx: Tx,
  tar: Pack,
  files: Manifest['files'],
  tools: BackupTools,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    counts[table] = 0
    for await (const rows of walkTable(tx, table)) {
      const name = `records/${table}/${String(files.length).padStart(6, '0')}.jsonl`
      const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      files.push(await packBytes(tar, name, bytes))
      counts[table] += rows.length
      tools.onProgress?.(`${table}: ${counts[table]} rows`)
    }
  }
  return counts
}

async function* walkTable(tx: Tx, table: keyof Schema): AsyncGenerator<Record<string, unknown>[]> {
  const columns = [orderColumns[table] ?? 'id'].flat()
  const order = sql.join(columns.map((column) => sql.ref(column)))
  let last: Record<string, unknown> | undefined
  for (;;) {
    const place = last
    const condition = place ? sql`where (${order}) > (${sql.join(columns.map((column) => place[column]))})` : sql``
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${condition} order by ${order} limit ${ROWS_A_FILE}`.execute(tx)
    last = rows.at(-1)
    if (!last) return
    yield rows
  }
}

async function packBytes(tar: Pack, name: string, bytes: Uint8Array): Promise<Manifest['files'][number]> {
  await new Promise<void>((resolve, reject) => {
    const entry = tar.entry({ name, size: bytes.length }, Buffer.from(bytes), (error) =>
      error ? reject(error) : resolve(),
    )
    entry.once('error', reject) // when the file cannot be written, every open entry fails with it
  })
  return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** The first `length` bytes of a file: what comes after was not acknowledged when the rows were read. */
async function packFile(tar: Pack, name: string, path: string, length: number): Promise<Manifest['files'][number]> {
  const hash = createHash('sha256')
  const file = await open(path, 'r')
  const entry = tar.entry({ name, size: length })
  const finished = new Promise<void>((resolve, reject) => entry.once('error', reject).once('finish', () => resolve()))
  finished.catch(() => undefined)
  try {
    for await (const chunk of file.createReadStream({ start: 0, end: length - 1, autoClose: false })) {
      hash.update(chunk as Buffer)
      if (!entry.write(chunk)) await new Promise<void>((resolve) => entry.once('drain', () => resolve()))
    }
    entry.end(undefined)
    await finished
  } finally {
    await file.close()
  }
  return { name, size: length, sha256: hash.digest('hex') }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}
