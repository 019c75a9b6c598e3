// A Bloom filter: says of a key that it is certainly not among those added, or that it may be.
// Most keys of a new document have never been seen; the filter answers that without touching the disk.

const BITS = 2 ** 22
const PROBES = 4

/** 512 KiB; with 260,000 keys one answer in four hundred is a false «may be». */
export type KeyFilter = Uint32Array

export function createKeyFilter(): KeyFilter {
  return new Uint32Array(BITS / 32)
}

export function addToFilter(filter: KeyFilter, key: number): void {
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(key, probe)
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
}

export function mayHold(filter: KeyFilter, key: number): boolean {
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(key, probe)
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  }
  return true
}

function bitOf(key: number, probe: number): number {
  const mixed = Math.imul(key ^ (probe * 0x9e3779b9), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (BITS - 1)
}
