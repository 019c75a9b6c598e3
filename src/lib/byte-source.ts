// Bytes that can be read from any place: a file, a part of one, or memory.

import { open } from 'node:fs/promises'

export type ByteSource = {
  readonly size: number
  /** Fewer bytes than asked for only at the end. The bytes must not be changed. */
  read(offset: number, length: number): Promise<Uint8Array>
}

export type OpenSource = ByteSource & { close(): Promise<void> }

export function bytesAsSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) }
}

/** A stretch of another source. */
export function sliceSource(source: ByteSource, offset: number, length: number): ByteSource {
  return {
    size: length,
    read: (from, wanted) => source.read(offset + from, Math.max(0, Math.min(wanted, length - from))),
  }
}

/** Opens a file for reading. Its size is the one at opening; what is added later is not seen. */
export async function openFileSource(path: string): Promise<OpenSource> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  const read = async (offset: number, length: number) => {
    const wanted = Math.max(0, Math.min(length, size - offset))
    const bytes = Buffer.allocUnsafe(wanted)
    let filled = 0
    while (filled < wanted) {
      const { bytesRead } = await handle.read(bytes, filled, wanted - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  }
  return { ...readAhead({ size, read }), close: () => handle.close() }
}

/** Many small reads in a row become one large one. */
export function readAhead(source: ByteSource, window = 1 << 20): ByteSource {
  let start = 0
  let held: Uint8Array = new Uint8Array(0)
  return {
    size: source.size,
    async read(offset, length) {
      if (length > window) return source.read(offset, length)
      const end = Math.min(offset + length, source.size)
      if (offset < start || end > start + held.length) {
        held = await source.read(offset, window)
        start = offset
      }
      return held.subarray(offset - start, Math.max(offset - start, end - start))
    },
  }
}
