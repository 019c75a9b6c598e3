// The one hand that writes into the archive's files.
// Group commit: records that arrive while the disk is syncing are written together and share the next sync,
// so that a hundred captures a second cost a few syncs and not a hundred.

import { open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchivePlace } from '../../domain/capture.ts'
import { DeskError } from '../../domain/errors.ts'
import { noRoomCodes } from '../store-error.ts'
import type { ArchiveFile } from './archive.ts'

export type OpenFile = (path: string, flags: string) => Promise<FileHandle>

export type WriterOptions = {
  readonly folder: string
  /** The file to go on with; null begins a new one. */
  readonly last: ArchiveFile | null
  /** A file that has reached this many bytes is followed by a new one. */
  readonly maxFileBytes: number
  /** Name of the next new file, and the bytes it begins with. */
  readonly beginFile: () => Promise<{ file: string; preface: Uint8Array }>
  readonly openFile?: OpenFile
}

export type ArchiveWriter = {
  /** Packed records that belong together. Resolves when they are on the disk. */
  write(records: readonly Uint8Array[]): Promise<ArchivePlace[]>
  close(): Promise<void>
}

type Waiting = {
  readonly records: readonly Uint8Array[]
  readonly resolve: (places: ArchivePlace[]) => void
  readonly reject: (error: unknown) => void
}

type OpenArchiveFile = { readonly file: string; readonly handle: FileHandle; length: number }

/** Records of one batch, at most this many bytes, so that a sync never has to wait for too much. */
const MAX_BATCH = 64 << 20

export function createArchiveWriter(options: WriterOptions): ArchiveWriter {
  const openFile = options.openFile ?? open
  const waiting: Waiting[] = []
  let current: OpenArchiveFile | null = null
  let last = options.last
  let running: Promise<void> | null = null
  let closed = false

  const run = async () => {
    while (waiting.length > 0) {
      const batch = takeBatch(waiting)
      try {
        current = await turnTo(options, openFile, current, last)
        last = null
        const places = await writeBatch(current, batch)
        for (const [index, one] of batch.entries()) one.resolve(places[index] ?? [])
      } catch (error) {
        if (current) current = await undo(current)
        const told = explainDiskError(error, options.folder)
        for (const one of batch) one.reject(told)
      }
    }
    running = null
  }

  return {
    write(records) {
      if (closed) return Promise.reject(new DeskError('interrupted', 'The archive is closed. Start Dragoman again.'))
      return new Promise((resolve, reject) => {
        waiting.push({ records, resolve, reject })
        running ??= run()
      })
    },
    async close() {
      closed = true
      await running
      await current?.handle.close()
      current = null
    },
  }
}

function takeBatch(waiting: Waiting[]): Waiting[] {
  let bytes = 0
  let count = 0
  for (const one of waiting) {
    if (count > 0 && bytes > MAX_BATCH) break
    for (const record of one.records) bytes += record.length
    count++
  }
  return waiting.splice(0, count)
}

/** The file for the next batch: the open one, the one left by the last run, or a new one. */
async function turnTo(
  options: WriterOptions,
  openFile: OpenFile,
  current: OpenArchiveFile | null,
  last: ArchiveFile | null,
): Promise<OpenArchiveFile> {
  if (current && current.length < options.maxFileBytes) return current
  if (current) await current.handle.close()
  else if (last && last.bytes < options.maxFileBytes) {
    return { file: last.file, handle: await openFile(join(options.folder, last.file), 'r+'), length: last.bytes }
  }
  const { file, preface } = await options.beginFile()
  const path = join(options.folder, file)
  const handle = await openFile(path, 'wx')
  const begun = { file, handle, length: 0 }
  try {
    await writeAll(handle, [preface], 0)
    begun.length = preface.length
    await handle.datasync()
    await syncFolder(options.folder, openFile)
    return begun
  } catch (error) {
    await handle.close()
    await rm(path, { force: true })
    throw error
  }
}

/** Without this a power cut can forget the name of a file whose bytes are safe. Windows has no such call and no such need. */
async function syncFolder(folder: string, openFile: OpenFile): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeBatch(target: OpenArchiveFile, batch: readonly Waiting[]): Promise<ArchivePlace[][]> {
  let offset = target.length
  const places = batch.map(({ records }) =>
    records.map((record) => {
      const place = { file: target.file, offset, length: record.length }
      offset += record.length
      return place
    }),
  )
  await writeAll(
    target.handle,
    batch.flatMap(({ records }) => records),
    target.length,
  )
  await target.handle.datasync()
  target.length = offset
  return places
}

async function writeAll(handle: FileHandle, pieces: readonly Uint8Array[], from: number): Promise<void> {
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, from + written)
    written += bytesWritten
  }
}

/** Takes off what a failed write left. Where even that fails the file is given up, and the next batch begins a new one. */
async function undo(target: OpenArchiveFile): Promise<OpenArchiveFile | null> {
  try {
    await target.handle.truncate(target.length)
    await target.handle.datasync()
    return target
  } catch {
    await target.handle.close().catch(() => {})
    return null
  }
}

function explainDiskError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (noRoomCodes.has(code)) {
    const message = `There is no room left on the disk for the archive in ${folder}. Nothing that was kept is harmed. Make room, then try again.`
    return new DeskError('disk-full', message, { cause: error })
  }
  if (code === undefined) return error
  const message = `The archive in ${folder} cannot be written. Check that the disk is sound and the folder may be written to.`
  return new DeskError('home-broken', message, { cause: error })
}
