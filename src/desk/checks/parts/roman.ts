// Lower-case roman numerals, as notes are numbered.

const steps: readonly (readonly [number, string])[] = [
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** 4 → `iv`; for the numbers that notes have. */
export function toRoman(number: number): string {
  let rest = number
  let roman = ''
  for (const [value, letters] of steps) {
    while (rest >= value) {
      roman += letters
      rest -= value
    }
  }
  return roman
}
