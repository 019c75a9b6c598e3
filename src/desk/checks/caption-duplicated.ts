import type { Check } from './check.ts'

/** The picture's alternative text and its caption, both come through on a copied page. */
export const captionDuplicated: Check = {
  id: 'caption-duplicated',
  group: 'structure',
  severity: 'warning',
  looksAt: 'Lines under the title',
  why: 'The caption is printed twice.',
  mend: 'Keep one.',
  example: {
    bad: { caption: 'A ferry leaves the old harbor of Lindholm.\n\nA ferry leaves the old harbor of Lindholm.' },
    good: {},
  },
  find: ({ document }) => document.captionRepeats,
}
