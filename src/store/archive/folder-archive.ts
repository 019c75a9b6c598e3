// The archive as a folder of WARC files: `dragoman-20261121T075512Z-00001.warc.gz` and so on, each at most about 1 GB.
// In: drafts of records. Out: places from which their bytes can be read again.

import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchivePlace } from '../../domain/capture.ts'
import { DeskError } from '../../domain/errors.ts'
import { openFileSource } from '../../lib/byte-source.ts'
import { packRecord } from '../../lib/warc/encode-record.ts'
import type { WarcDraft } from '../../lib/warc/warc-record.ts'
import type { Archive, ArchiveReader } from './archive.ts'
import { createArchiveWriter } from './archive-writer.ts'
import type { OpenFile } from './archive-writer.ts'
import { ARCHIVE_FILE, listArchiveFiles, recoverArchive } from './recover-archive.ts'
import type { RecoveryFinding } from './recover-archive.ts'

export type FolderArchiveOptions = {
  readonly folder: string
  /** File → bytes the database has acknowledged. */
  readonly acknowledged: ReadonlyMap<string, number>
  /** Name and version of the software, for the first record of each file. */
  readonly tool: string
  /** Milliseconds UTC. */
  readonly now: () => number
  /** A new UUID, for the first record of each file. */
  readonly newRecordId: () => string
  readonly maxFileBytes?: number
  /** How files are opened for writing; the platform's own way unless told. */
  readonly openFile?: OpenFile
}

export type OpenedArchive = { readonly archive: Archive; readonly findings: readonly RecoveryFinding[] }

const MAX_FILE_BYTES = 1_000_000_000

/**
 * Opens the folder, making it if needed, and takes off what a kill left unacknowledged.
 * There must be no second writer: the home's lock sees to that.
 */
export async function openFolderArchive(options: FolderArchiveOptions): Promise<OpenedArchive> {
  const { folder } = options
  const { findings, last } = await recoverArchive(folder, options.acknowledged)
  const writer = createArchiveWriter({
    folder,
    last,
    maxFileBytes: options.maxFileBytes ?? MAX_FILE_BYTES,
    beginFile: () => beginFile(options),
    ...(options.openFile ? { openFile: options.openFile } : {}),
  })
  const archive: Archive = {
    async append(records) {
      if (records.length === 0) return []
      return writer.write(await Promise.all(records.map(packRecord)))
    },
    ...openArchiveReader(folder),
    close: () => writer.close(),
  }
  return { archive, findings }
}

/** Looks into the folder without writing: any number may, beside the one writer. */
export function openArchiveReader(folder: string): ArchiveReader {
  return {
    read: (place) => readRecord(folder, place),
    list: () => listArchiveFiles(folder),
    async readFile(file, work) {
      const source = await openFileSource(join(folder, checkName(file)))
      try {
        return await work(source)
      } finally {
        await source.close()
      }
    },
  }
}

async function beginFile(options: FolderArchiveOptions): Promise<{ file: string; preface: Uint8Array }> {
  const now = options.now()
  const numbers = (await listArchiveFiles(options.folder)).map(({ file }) =>
    Number(/-(\d+)\.warc\.gz$/.exec(file)?.[1] ?? 0),
  )
  const number = String(Math.max(0, ...numbers) + 1).padStart(5, '0')
  const stamp = new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
  const file = `dragoman-${stamp}-${number}.warc.gz`
  return { file, preface: await packRecord(describeFile(options, file, now)) }
}

function describeFile(options: FolderArchiveOptions, file: string, date: number): WarcDraft {
  const about = [
    `software: ${options.tool}`,
    'format: WARC File Format 1.1',
    'conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    '',
  ]
  return {
    type: 'warcinfo',
    id: options.newRecordId(),
    date,
    fields: [
      ['WARC-Filename', file],
      ['Content-Type', 'application/warc-fields'],
    ],
    head: new Uint8Array(0),
    payload: Buffer.from(about.join('\r\n')),
    packing: 'fast',
  }
}

function checkName(file: string): string {
  if (ARCHIVE_FILE.test(file)) return file
  throw new DeskError('not-found', `${JSON.stringify(file)} is not the name of an archive file.`)
}

async function readRecord(folder: string, place: ArchivePlace): Promise<Uint8Array> {
  const path = join(folder, checkName(place.file))
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw lost(place, error)
  })
  try {
    const bytes = await readExactly(handle, place.offset, place.length)
    if (bytes) return bytes
  } catch (error) {
    throw lost(place, error)
  } finally {
    await handle.close()
  }
  throw lost(place)
}

async function readExactly(handle: FileHandle, offset: number, length: number): Promise<Uint8Array | null> {
  if (length > (await handle.stat()).size) return null // a claim that no file can keep must not cost memory
  const bytes = Buffer.allocUnsafeSlow(length) // its own memory, so that it can be handed to a worker thread
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
    if (bytesRead === 0) return null
    filled += bytesRead
  }
  return bytes
}

function lost({ file, offset }: ArchivePlace, cause?: unknown): DeskError {
  const message = `The bytes at ${offset} in ${file} cannot be read: the archive has lost them. Run verify-archive to see what rests on them, and restore a backup.`
  return new DeskError('evidence-fails', message, { cause })
}
