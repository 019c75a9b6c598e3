// In: a line. Out: how much it looks like a headline, about -8 to 6: capitals, no closing stop, not one word, no address.

import type { Line } from './printed-lines.ts'

const longest = 260
const marker = /\[[ivxl]{1,7}\]/u

/** @param head the first characters of the line @param tail its last ones */
export function weighHeadline(line: Line, head: string, tail: string): number {
  if (line.text.length > longest) return -8
  let weight = 0
  const words = head.split(/[\s\u00a0]+/u)
  const long = words.filter((word) => /^\P{L}{0,2}\p{L}{4,}/u.test(word))
  const capitals = long.filter((word) => /^\P{L}{0,2}\p{Lu}/u.test(word))
  const share = long.length === 0 ? 0 : capitals.length / long.length
  weight += share >= 0.85 ? 3 : share >= 0.65 ? 2 : share >= 0.45 ? 0 : -2
  weight += /[.;,:]$/u.test(tail) ? -3 : 2
  weight += words.length >= 3 && words.length <= 25 ? 1 : words.length === 1 ? -4 : -1
  if (/https?:/u.test(head)) weight -= 8
  if (marker.test(head)) weight -= 8
  if (/^\p{Ll}/u.test(head)) weight -= 3
  return weight
}
