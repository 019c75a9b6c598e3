import type { Check } from './check.ts'
import { findInRaw, passagesIn } from './parts/passages.ts'

const comma = /(?:\d{1,2}\s)?(?:\p{L}{3,9}\.?\s)?(?:\d{1,2},\s)?(?:\d{4}|\p{Lu}\p{L}{2,8}|\d{1,2}-\d{4}),\s*https?:/gu

/** The citation is a sentence of its own; its address comes after the full stop. */
export const commaBeforeUrl: Check = {
  id: 'comma-before-url',
  group: 'citation',
  severity: 'information',
  looksAt: 'Citations in sources and notes',
  why: 'A comma stands before the address where the style has a full stop.',
  mend: 'Put a full stop.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024, https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) =>
    findInRaw(passagesIn(context, 'citation', 'note'), comma, ([found]) => ({
      fix: found.replace(/,(?=\s*https?:$)/u, '.'),
    })),
}
