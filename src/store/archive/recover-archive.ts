// In: the folder as a kill left it, and the lengths the database has acknowledged. Out: a sound folder, and what was found.
// Bytes beyond the acknowledged length were never promised to anyone: they are taken off, so that nothing is there twice.
// They are set aside and not deleted, because a database put back from an older copy also knows less than the archive.

import { mkdir, open, readdir, rename, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { noRoomCodes } from '../store-error.ts'
import type { ArchiveFile } from './archive.ts'

export type RecoveryFinding =
  /** An unfinished write was taken off the end; its bytes lie in `keptAs`, a path inside the folder. */
  | {
      readonly kind: 'tail-cut'
      readonly file: string
      readonly from: number
      readonly bytes: number
      readonly keptAs: string
    }
  /**
   * A file is longer than acknowledged and is left alone: an older one, for no kill does that and a person should look;
   * or the last one, when the disk is too full to set the tail aside. It will not be written again.
   */
  | { readonly kind: 'unclaimed'; readonly file: string; readonly from: number; readonly bytes: number }
  /** Acknowledged bytes are not there: evidence has been lost. */
  | { readonly kind: 'missing'; readonly file: string; readonly acknowledged: number; readonly found: number }

export type Recovery = {
  readonly findings: readonly RecoveryFinding[]
  /** The file to go on writing into, when there is a sound one. */
  readonly last: ArchiveFile | null
}

export const ARCHIVE_FILE = /^[a-z0-9-]+\.warc\.gz$/i
const CUT_OFF = 'cut-off'
/** A kill during the change from one file to the next leaves two of them unfinished, never more. */
const UNFINISHED_FILES = 2

/** Makes the folder if there is none. Throws only when the disk refuses. */
export async function recoverArchive(folder: string, acknowledged: ReadonlyMap<string, number>): Promise<Recovery> {
  await mkdir(folder, { recursive: true })
  const files = await listArchiveFiles(folder)
  const findings: RecoveryFinding[] = []
  for (const [index, file] of files.entries()) {
    const known = acknowledged.get(file.file) ?? 0
    if (file.bytes <= known) continue
    const tail = { file: file.file, from: known, bytes: file.bytes - known }
    const keptAs = index >= files.length - UNFINISHED_FILES ? await cutTail(folder, file.file, known) : null
    findings.push(keptAs === null ? { kind: 'unclaimed', ...tail } : { kind: 'tail-cut', ...tail, keptAs })
  }
  findings.push(...findMissing(files, acknowledged))
  return { findings, last: await findLast(folder, acknowledged) }
}

/** In the order of writing. A folder that is not made yet holds none: a reader may come before the writer. */
export async function listArchiveFiles(folder: string): Promise<ArchiveFile[]> {
  const names = (await readNames(folder)).filter((name) => ARCHIVE_FILE.test(name)).sort()
  return Promise.all(names.map(async (file) => ({ file, bytes: (await stat(join(folder, file))).size })))
}

async function readNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Saves the bytes first and cuts afterwards: a second kill in between only makes the copy again. null on a full disk. */
async function cutTail(folder: string, file: string, from: number): Promise<string | null> {
  await mkdir(join(folder, CUT_OFF), { recursive: true })
  const keptAs = join(
    CUT_OFF,
    await freeName(join(folder, CUT_OFF), `${file.replace(/\.warc\.gz$/i, '')}-from-${from}`),
  )
  const path = join(folder, file)
  if (from === 0) {
    await rename(path, join(folder, keptAs))
    return keptAs
  }
  try {
    await copyTail(path, from, join(folder, keptAs))
  } catch (error) {
    if (error instanceof Error && 'code' in error && noRoomCodes.has(error.code)) return null
    throw error
  }
  await truncate(path, from)
  await syncFile(path)
  return keptAs
}

async function freeName(folder: string, stem: string): Promise<string> {
  const taken = new Set(await readdir(folder))
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.warc.gz`
    if (!taken.has(name)) return name
  }
}

async function copyTail(path: string, from: number, target: string): Promise<void> {
  const partial = `${target}.partial`
  const source = await open(path, 'r')
  const copy = await open(partial, 'w')
  try {
    const bytes = Buffer.allocUnsafe(1 << 20)
    for (let at = from; ;) {
      const { bytesRead } = await source.read(bytes, 0, bytes.length, at)
      if (bytesRead === 0) break
      await copy.writeFile(bytes.subarray(0, bytesRead))
      at += bytesRead
    }
    await copy.sync()
    await rename(partial, target)
  } finally {
    await source.close()
    await copy.close()
    await rm(partial, { force: true })
  }
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function findMissing(files: readonly ArchiveFile[], acknowledged: ReadonlyMap<string, number>): RecoveryFinding[] {
  const sizes = new Map(files.map((file) => [file.file, file.bytes]))
  return [...acknowledged]
    .map(([file, length]) => ({ kind: 'missing' as const, file, acknowledged: length, found: sizes.get(file) ?? 0 }))
    .filter((finding) => finding.found < finding.acknowledged)
}

/** A file that has lost bytes is never written again: new records would lie where the lost ones are claimed to be. */
async function findLast(folder: string, acknowledged: ReadonlyMap<string, number>): Promise<ArchiveFile | null> {
  const last = (await listArchiveFiles(folder)).at(-1)
  return last && last.bytes > 0 && last.bytes === acknowledged.get(last.file) ? last : null
}
