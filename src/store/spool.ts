// Files handed over by a person wait here until the worker has put them into the archive.

import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
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
