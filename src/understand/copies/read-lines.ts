// In: a file. Out: its lines with their places, one after the other, however long the file is.

import type { FileHandle } from 'node:fs/promises'

/** `text` is null for a line that is longer than what was asked for. */
export type FileLine = {
  readonly number: number
  readonly offset: number
  readonly length: number
  readonly text: string | null
}

const CHUNK = 1 << 20

/** Lines end with LF; CR before it and a mark of byte order at the start of the file are taken off. Empty lines are passed over. */
export async function* readLines(file: FileHandle, longest: number): AsyncGenerator<FileLine> {
  const chunk = Buffer.alloc(CHUNK)
  let rest: Buffer[] = []
  let restLength = 0
  let [number, offset, at] = [0, 0, 0]
  const finish = (tail: Buffer): FileLine | null => {
    number++
    const length = restLength + tail.length
    const line =
      length > longest
        ? null
        : Buffer.concat([...rest, tail])
            .toString('utf8')
            .replace(/^\ufeff|\r$/g, '')
    const found = line?.trim() === '' ? null : { number, offset, length, text: line }
    offset += length + 1
    rest = []
    restLength = 0
    return found
  }
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK, at)
    if (bytesRead === 0) break
    at += bytesRead
    let from = 0
    for (let end = chunk.indexOf(10, from); end >= 0 && end < bytesRead; end = chunk.indexOf(10, from)) {
      const line = finish(Buffer.from(chunk.subarray(from, end)))
      from = end + 1
      if (line) yield line
    }
    const tail = Buffer.from(chunk.subarray(from, bytesRead))
    // Of a line that is too long only its length is kept.
    if (restLength + tail.length <= longest) rest.push(tail)
    else rest = []
    restLength += tail.length
  }
  const last = restLength > 0 ? finish(Buffer.alloc(0)) : null
  if (last) yield last
}
