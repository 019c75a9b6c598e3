// A Bloom filter: says of a key that it is certainly not among those added, or that it may be.
// Most keys of a new document have never been seen; the filter answers that without touching the disk.

const BITS = 2 ** 23
/** All bits of a key lie in one line of the processor's cache, so that a question costs one look at memory. */
const BLOCK_WORDS = 16
const PROBES = 6

/** 1 MiB; with 500,000 keys about one answer in six hundred is a false «may be». */
export type KeyFilter = Uint32Array

export function createKeyFilter(): KeyFilter {
  return new Uint32Array(BITS / 32)
}

export function addToFilter(filter: KeyFilter, key: number): void {
  const block = blockOf(key)
  let bits = Math.imul(key ^ 0x5bd1e995, 0xc2b2ae35)
  for (let probe = 0; probe < PROBES; probe++) {
    bits = nextBits(bits)
    const word = block + ((bits >>> 5) & (BLOCK_WORDS - 1))
    filter[word] = (filter[word] ?? 0) | (1 << (bits & 31))
  }
}

export function mayHold(filter: KeyFilter, key: number): boolean {
  const block = blockOf(key)
  let bits = Math.imul(key ^ 0x5bd1e995, 0xc2b2ae35)
  for (let probe = 0; probe < PROBES; probe++) {
    bits = nextBits(bits)
    if (((filter[block + ((bits >>> 5) & (BLOCK_WORDS - 1))] ?? 0) & (1 << (bits & 31))) === 0) return false
  }
  return true
}

function blockOf(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) & (BITS / 32 / BLOCK_WORDS - 1)) * BLOCK_WORDS
}

function nextBits(bits: number): number {
  const mixed = Math.imul(bits, 0x2c1b3c6d) + 0x297a2d39
  return mixed ^ (mixed >>> 15)
}
