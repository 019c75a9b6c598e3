// In: the packed profiles. Out: a table that says, for the words of a text, how well each profile fits.
//
//   count of marks      u32
//   marks               u32 each, ascending (see grams.ts)
//   postings of each    u8 each
//   profile numbers     u8 each posting
//   weights             u8 each posting, in steps of STEP
//
// Everything little-endian. A mark is found through the first posting of its upper bits: no strings, no objects.

import { eachGram } from './grams.ts'

/** What one step of a packed weight is worth. */
export const STEP = 1 / 24

const BUCKET_BITS = 16

export type ProfileTable = {
  /** Language and script, as in `uz/Cyrl`; a profile's number is its place here. */
  readonly profiles: readonly string[]
  readonly marks: Uint32Array
  /** First posting of each mark, and one past the last. */
  readonly starts: Uint32Array
  readonly buckets: Uint32Array
  readonly profileOf: Uint8Array
  readonly weightOf: Uint8Array
}

/** @param packed the bytes above, in base64 */
export function openProfiles(profiles: readonly string[], packed: string): ProfileTable {
  const bytes = Uint8Array.from(Buffer.from(packed, 'base64'))
  const count = new DataView(bytes.buffer).getUint32(0, true)
  const marks = new Uint32Array(bytes.buffer.slice(4, 4 + 4 * count))
  const postings = bytes.subarray(4 + 4 * count, 4 + 5 * count)
  const starts = new Uint32Array(count + 1)
  for (let at = 0; at < count; at++) starts[at + 1] = (starts[at] ?? 0) + (postings[at] ?? 0)
  const all = starts[count] ?? 0
  const rest = bytes.subarray(4 + 5 * count)
  return {
    profiles,
    marks,
    starts,
    buckets: bucketsOf(marks),
    profileOf: rest.subarray(0, all),
    weightOf: rest.subarray(all, 2 * all),
  }
}

function bucketsOf(marks: Uint32Array): Uint32Array {
  const buckets = new Uint32Array((1 << BUCKET_BITS) + 1)
  let at = 0
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    while (at < marks.length && (marks[at] ?? 0) >>> (32 - BUCKET_BITS) < bucket) at++
    buckets[bucket] = at
  }
  return buckets
}

/** The sum of what the words' marks say for each profile, in profile order. */
export function scoreWords(table: ProfileTable, words: readonly string[]): Float64Array {
  const { marks, starts, buckets, profileOf, weightOf } = table
  const scores = new Float64Array(table.profiles.length)
  const take = (mark: number): void => {
    const bucket = mark >>> (32 - BUCKET_BITS)
    const end = buckets[bucket + 1] ?? 0
    for (let at = buckets[bucket] ?? 0; at < end; at++) {
      if (marks[at] !== mark) continue
      for (let posting = starts[at] ?? 0; posting < (starts[at + 1] ?? 0); posting++) {
        const profile = profileOf[posting] ?? 0
        scores[profile] = (scores[profile] ?? 0) + (weightOf[posting] ?? 0) * STEP
      }
      return
    }
  }
  for (const word of words) eachGram(word, take)
  return scores
}

/** Packs weights as above. The inverse of `openProfiles`, up to a step. */
export function packProfiles(weights: ReadonlyMap<number, readonly number[]>): string {
  const entries = Array.from(weights).sort(([a], [b]) => a - b)
  const postings = entries.reduce((sum, [, list]) => sum + list.length / 2, 0)
  const bytes = new Uint8Array(4 + 5 * entries.length + 2 * postings)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, entries.length, true)
  let next = 4 + 5 * entries.length
  for (const [at, [mark, list]] of entries.entries()) {
    view.setUint32(4 + 4 * at, mark, true)
    bytes[4 + 4 * entries.length + at] = list.length / 2
    for (let pair = 0; pair < list.length; pair += 2) {
      bytes[next] = list[pair] ?? 0
      bytes[next + postings] = Math.max(1, Math.min(255, Math.round((list[pair + 1] ?? 0) / STEP)))
      next++
    }
  }
  return Buffer.from(bytes).toString('base64')
}
