// A place in a run of bytes that comes in pieces, from which a parser looks ahead and takes.

export type Cursor = {
  /** Bytes taken so far. */
  position(): number
  /** Up to `length` bytes without taking them; fewer only at the end. */
  peek(length: number): Promise<Buffer>
  take(length: number): Promise<Buffer>
  /** How many were there to skip. */
  skip(length: number): Promise<number>
}

/** @param nextPiece the next bytes, or null at the end; not asked again after that */
export function openCursor(nextPiece: () => Promise<Uint8Array | null>): Cursor {
  let held: Buffer = Buffer.alloc(0)
  let position = 0
  let ended = false

  const pull = async (): Promise<Buffer | null> => {
    if (ended) return null
    const piece = await nextPiece()
    if (piece) return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    ended = true
    return null
  }

  const fill = async (length: number) => {
    if (held.length >= length) return
    const pieces = [held]
    let total = held.length
    while (total < length) {
      const piece = await pull()
      if (!piece) break
      pieces.push(piece)
      total += piece.length
    }
    held =
      pieces.length === 1
        ? held
        : pieces.length === 2 && held.length === 0
          ? (pieces[1] ?? held)
          : Buffer.concat(pieces)
  }

  const drop = (length: number) => {
    held = held.subarray(length)
    position += length
  }

  return {
    position: () => position,
    async peek(length) {
      await fill(length)
      return held.subarray(0, length)
    },
    async take(length) {
      await fill(length)
      const taken = held.subarray(0, length)
      drop(taken.length)
      return taken
    },
    async skip(length) {
      let left = length
      while (left > 0) {
        if (held.length === 0) held = (await pull()) ?? held
        if (held.length === 0) break
        const step = Math.min(left, held.length)
        drop(step)
        left -= step
      }
      return length - left
    },
  }
}
