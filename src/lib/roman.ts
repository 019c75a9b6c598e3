// Roman numerals in lower case, as notes and sections are numbered.

const steps: readonly (readonly [number, string])[] = [
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** 4 → `iv`. @param value 1 to 89 */
export function toRoman(value: number): string {
  let rest = value
  let roman = ''
  for (const [size, letters] of steps) {
    while (rest >= size) {
      roman += letters
      rest -= size
    }
  }
  return roman
}

const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** `iv` → 4; 0 for letters that make no numeral ("iix", "vv"). */
export function fromRoman(numeral: string): number {
  let total = 0
  for (let at = 0; at < numeral.length; at += 1) {
    const here = worth[numeral.charAt(at)] ?? 0
    total += here < (worth[numeral.charAt(at + 1)] ?? 0) ? -here : here
  }
  return toRoman(total) === numeral ? total : 0
}
