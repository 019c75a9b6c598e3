// In: the words of a text. Out: its prints, by which a text that shares a passage with it is found.
// A print is the hash of a few words in a row. Of all of them the smallest are kept: two texts that share a passage
// keep the same ones of it, whatever stands around it, so an excerpt finds its source and a page its core.

import type { WordScan } from './scan-words.ts'

const FEWEST = 8
const MOST = 40
const WORDS_A_PRINT = 14

/** Words that make one shingle; letters in scripts without spaces say less, so more are taken. */
export function shingleWidth(isUnspaced: boolean): number {
  return isUnspaced ? 7 : 4
}

/** Hash of each run of `width` words, 32 bits, in order; `hashes.length - width + 1` of them. */
export function shingle(hashes: Uint16Array, width: number): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, hashes.length - width + 1))
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0x9e3779b9
    for (let step = 0; step < width; step++)
      hash = Math.imul(hash ^ (hashes[at + step] ?? 0), 0x85ebca6b) ^ (hash >>> 13)
    shingles[at] = mix(hash)
  }
  return shingles
}

/** Finishing steps of MurmurHash3: every bit of the input moves every bit of the outcome. */
export function mix(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** 32-bit hash of a text, mixed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** The prints of a text, smallest first: 8 to 40 of them, fewer where the text has no more different shingles. */
export function printText(scan: WordScan): number[] {
  const shingles = shingle(scan.hashes, shingleWidth(scan.isUnspaced)).sort()
  if (shingles.length === 0) return scan.hashes.length === 0 ? [] : [hashText(scan.hashes.join())]
  const wish = Math.round(scan.hashes.length / WORDS_A_PRINT)
  return firstDifferent(shingles, Math.min(Math.max(wish, FEWEST), MOST))
}

function firstDifferent(sorted: Uint32Array, most: number): number[] {
  const found: number[] = []
  for (let at = 0; at < sorted.length && found.length < most; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) found.push(sorted[at] ?? 0)
  return found
}
