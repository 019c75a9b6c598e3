// Files handed over by a person wait here until the worker has put them into the archive.

import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Jobs } from '../domain/job.ts'
import type { Db } from './db.ts'
import { storeError } from './store-error.ts'

export type Spool = {
  /** Returns when the bytes are safe on the disk. Throws DeskError `disk-full`. */
  add(name: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is no such file, or no longer. */
  read(name: string): Promise<Uint8Array | undefined>
  remove(name: string): Promise<void>
}

export function openSpool(folder: string): Spool {
  const pathOf = (name: string): string => join(folder, `${name}.part`)
  return {
    async add(name, bytes) {
      try {
        await mkdir(folder, { recursive: true })
        await writeSafely(pathOf(name), bytes)
      } catch (error) {
        await rm(`${pathOf(name)}.new`, { force: true })
        throw storeError(error)
      }
    },
    read: (name) => readFile(pathOf(name)).catch(() => undefined),
    remove: (name) => rm(pathOf(name), { force: true }),
  }
}

/** A file younger than this may be on its way into the queue. */
const SETTLED_MS = 3_600_000

/**
 * Removes what a kill left behind: files that no job waits for, and that nobody was told had been taken.
 *
 * @param now milliseconds since 1970, UTC
 * @returns how many were removed
 */
export async function sweepSpool(folder: string, db: Db, now: number): Promise<number> {
  const jobs = await db.selectFrom('jobs').select('data').where('name', '=', 'preserve.file').execute()
  const waited = new Set(jobs.map(({ data }) => (JSON.parse(data) as Jobs['preserve.file']).spooled))
  const names = await readdir(folder).catch(() => [])
  const orphans = names.filter(
    (name) => /\.part(\.new)?$/.test(name) && !waited.has(name.replace(/\.part(\.new)?$/, '')),
  )
  let removed = 0
  for (const path of orphans.map((name) => join(folder, name))) {
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs < SETTLED_MS) continue
    await rm(path, { force: true })
    removed++
  }
  return removed
}

async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(`${path}.new`, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}
