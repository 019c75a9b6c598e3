// The port behind which the preserved bytes lie. Bytes are added and read back; nothing is ever changed.

import type { ArchivePlace } from '../../domain/capture.ts'
import type { ByteSource } from '../../lib/byte-source.ts'
import type { WarcDraft } from '../../lib/warc/warc-record.ts'

export type ArchiveFile = { readonly file: string; readonly bytes: number }

export type Archive = {
  /**
   * Writes records one after another into one file, and returns when they are safe on the disk.
   * All of them or none: a failure leaves the archive as it was. `places[i]` is where `records[i]` lies.
   * Throws DeskError `disk-full` when there is no room, and `home-broken` when the disk fails.
   */
  append(records: readonly WarcDraft[]): Promise<ArchivePlace[]>
  /** The packed bytes of one record as they lie there. Throws DeskError `evidence-fails` when they are missing. */
  read(place: ArchivePlace): Promise<Uint8Array>
  /** Every file with its size, in the order of writing. */
  list(): Promise<ArchiveFile[]>
  /** Gives `work` a whole file to read from beginning to end. */
  readFile<Result>(file: string, work: (source: ByteSource) => Promise<Result>): Promise<Result>
  /** Waits for what is being written, and lets go of all files. */
  close(): Promise<void>
}

/** The part of the port that only looks. */
export type ArchiveReader = Pick<Archive, 'read' | 'list' | 'readFile'>
