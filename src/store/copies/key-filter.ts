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

/** Filters of many runs, turned round: which of 32 runs may hold a key is one question and not 32. */
export type RunFilters = {
  add(filter: KeyFilter): void
  /** Runs that may hold the key, latest first; runs are counted from 0 in the order in which they were added. */
  findRuns(key: number): number[]
  clear(): void
  count(): number
}

/** `slices[g][bit]`: bit r is what the filter of run 32 g + r has at that bit. 32 MiB for 32 runs, as the filters themselves. */
export function createRunFilters(): RunFilters {
  const slices: Uint32Array[] = []
  let runs = 0
  return {
    add(filter) {
      const slice = slices[runs >>> 5] ?? new Uint32Array(BITS)
      slices[runs >>> 5] = slice
      turnInto(slice, filter, 1 << (runs & 31))
      runs++
    },
    findRuns(key) {
      const found: number[] = []
      for (let group = slices.length - 1; group >= 0; group--) {
        const mask = maskOf(slices[group], key)
        for (let run = 31; mask !== 0 && run >= 0; run--) if ((mask & (1 << run)) !== 0) found.push(group * 32 + run)
      }
      return found
    },
    clear() {
      slices.length = 0
      runs = 0
    },
    count: () => runs,
  }
}

function turnInto(slice: Uint32Array, filter: KeyFilter, mark: number): void {
  for (let word = 0; word < filter.length; word++) {
    for (let left = filter[word] ?? 0; left !== 0; left &= left - 1) {
      const bit = word * 32 + (31 - Math.clz32(left & -left))
      slice[bit] = (slice[bit] ?? 0) | mark
    }
  }
}

function maskOf(slice: Uint32Array | undefined, key: number): number {
  if (!slice) return 0
  const block = blockOf(key)
  let bits = Math.imul(key ^ 0x5bd1e995, 0xc2b2ae35)
  let mask = -1
  for (let probe = 0; probe < PROBES && mask !== 0; probe++) {
    bits = nextBits(bits)
    mask &= slice[(block + ((bits >>> 5) & (BLOCK_WORDS - 1))) * 32 + (bits & 31)] ?? 0
  }
  return mask
}

function blockOf(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) & (BITS / 32 / BLOCK_WORDS - 1)) * BLOCK_WORDS
}

function nextBits(bits: number): number {
  const mixed = Math.imul(bits, 0x2c1b3c6d) + 0x297a2d39
  return mixed ^ (mixed >>> 15)
}
