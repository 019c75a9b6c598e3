import type { PluralForms } from './t.ts'

/** The forms of Arabic: one, two, from 3 to 10, from 11 to 99; none and round hundreds as the last. */
export const forms = (one: string, two: string, few: string, many: string): PluralForms => ({
  zero: many,
  one,
  two,
  few,
  many,
  other: many,
})
