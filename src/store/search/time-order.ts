// Row numbers that are the order of time, so that «newest first» is the order of the rows and no sorting is needed:
//
//   number = seconds since 1970 × 2^20 + how many of the same second came before (0 … 2^20 − 1)
//
// Whole numbers below 2^53, so JavaScript holds them exactly, reach from 1698 to 2242.

export const PER_SECOND = 2 ** 20
const FARTHEST = 2 ** 32

/** The first row number of the second in which `time` (milliseconds) lies; farther times are moved to the ends of the range. */
export function firstNumberAt(time: number): number {
  const seconds = Number.isFinite(time) ? Math.floor(time / 1000) : 0
  return Math.min(Math.max(seconds, -FARTHEST), FARTHEST) * PER_SECOND
}

/** The first row number that is not before `time`, where `time` need not be a whole second. */
export function firstNumberNotBefore(time: number): number {
  return firstNumberAt(Math.ceil(time / 1000) * 1000)
}

/** Milliseconds of the row's second. */
export function timeOfNumber(number: number): number {
  return Math.floor(number / PER_SECOND) * 1000
}
