import type { PluralForms } from './t.ts'

/** The forms of Russian: after 1, after 2 to 4, after 5 and more. */
export const forms = (one: string, few: string, many: string): PluralForms => ({ one, few, many, other: few })
