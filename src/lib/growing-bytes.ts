// In: chunks, in order. Out: one run of bytes.
// Why not a list of chunks: a hostile server that sends one byte at a time makes millions of chunk objects,
// each a hundred times larger than its content. Here every byte is copied once (twice when the size was unknown).

export type GrowingBytes = { readonly size: number; add(chunk: Uint8Array): void; finish(): Uint8Array }

const SMALLEST = 16 * 1024
const LARGEST_GUESS = 1024 * 1024

/** Collects bytes. `expected` (0 = unknown) sizes the first allocation, but is not believed beyond a megabyte. */
export function collectBytes(expected: number): GrowingBytes {
  // Not from Buffer's shared pool, so that the result can be handed to a worker without copying.
  let bytes: Buffer = Buffer.allocUnsafeSlow(expected > 0 ? Math.min(expected, LARGEST_GUESS) : SMALLEST)
  let size = 0
  return {
    get size() {
      return size
    },
    add(chunk) {
      if (size + chunk.length > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(size + chunk.length, bytes.length * 2))
        larger.set(bytes.subarray(0, size))
        bytes = larger
      }
      bytes.set(chunk, size)
      size += chunk.length
    },
    finish: () => bytes.subarray(0, size),
  }
}
