// In: keys of documents in the order of arrival. Out: runs of them, written once, in which a key is found with one read.
//
// The latest documents are held in memory. When there are 16,384 of them their keys are sorted and written as one run,
// cut into 1,024 parts by the key's highest bits, and never touched again:
//
//   part   keys: n × u32, rising │ documents: n × u16, number within the run        (little-endian)
//
// Why not an index of the database: it would touch a page at random for every key, and slow down as it grows.

import { addToFilter, createKeyFilter, type KeyFilter } from './key-filter.ts'

export const RUN_DOCUMENTS = 16_384
export const RUN_PARTS = 1_024

export type RunPart = { readonly part: number; readonly entries: Uint8Array }

/** The run a document belongs to, and where the run begins. */
export function runOf(no: number): number {
  return Math.floor((no - 1) / RUN_DOCUMENTS)
}

export function firstOfRun(run: number): number {
  return run * RUN_DOCUMENTS + 1
}

export function partOf(key: number): number {
  return key >>> 22
}

/** Keys of the documents that are not in a run yet. */
export type OpenRun = Map<number, number[]>

export function addToOpenRun(open: OpenRun, no: number, keys: readonly number[]): void {
  for (const key of new Set(keys)) {
    const holders = open.get(key)
    if (holders) holders.push(no)
    else open.set(key, [no])
  }
}

/** Makes the parts and the filter of a full run. */
export function closeRun(open: OpenRun, run: number): { parts: RunPart[]; filter: KeyFilter } {
  const filter = createKeyFilter()
  const start = firstOfRun(run)
  const parts: RunPart[] = []
  const keys = Uint32Array.from(open.keys()).sort()
  for (let from = 0; from < keys.length;) {
    const part = partOf(keys[from] ?? 0)
    let to = from
    while (to < keys.length && partOf(keys[to] ?? 0) === part) addToFilter(filter, keys[to++] ?? 0)
    parts.push({ part, entries: encodePart(open, keys.subarray(from, to), start) })
    from = to
  }
  return { parts, filter }
}

function encodePart(open: OpenRun, keys: Uint32Array, start: number): Uint8Array {
  const entries = [...keys].flatMap((key) => (open.get(key) ?? []).map((no) => [key, no - start] as const))
  const bytes = new Uint8Array(entries.length * 6)
  const view = new DataView(bytes.buffer)
  for (const [at, [key, offset]] of entries.entries()) {
    view.setUint32(at * 4, key, true)
    view.setUint16(entries.length * 4 + at * 2, offset, true)
  }
  return bytes
}

/** Documents of one part that are filed under a key, latest first. */
export function findInPart(entries: Uint8Array, key: number, run: number, atMost: number): number[] {
  const view = new DataView(entries.buffer, entries.byteOffset, entries.byteLength)
  const count = Math.floor(entries.byteLength / 6)
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (view.getUint32(middle * 4, true) <= key) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  // `low` is behind the last entry of the key; within a key documents rise.
  for (let at = low - 1; at >= 0 && found.length < atMost && view.getUint32(at * 4, true) === key; at--)
    found.push(firstOfRun(run) + view.getUint16(count * 4 + at * 2, true))
  return found
}
