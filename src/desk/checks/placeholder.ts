import type { Check } from './check.ts'
import { findInProse, passagesIn, passagesOf } from './parts/passages.ts'

const anywhere =
  /\((?:the )?last [^()]{2,60}\)|\bTKTK\b|\blorem ipsum\b|\[(?:insert|link|add|tbd|todo|tk|title|name|date|xx+|source|citation)\b[^\]]{0,60}\]|\bXXX+\b|\?\?\?+/giu
const inFields =
  /\bAwaiting\b[^.;]{0,40}|\bT[BK][DCA]?\b(?=[\s.,;:)]|$)|\bTo be (?:added|confirmed|determined|provided|inserted)\b/gu

/** What an editor meant to fill in later. */
export const placeholder: Check = {
  id: 'placeholder',
  group: 'remains',
  severity: 'error',
  looksAt: 'The whole text; notes and image information most of all',
  why: 'A placeholder was left in print.',
  mend: 'Put in what was meant.',
  example: {
    bad: { notes: '[i] For more on the ferries of the north, please see: (last Roe Northern Review)' },
    good: {},
  },
  find: (context) => [
    ...findInProse(passagesOf(context), anywhere),
    ...findInProse(passagesIn(context, 'citation', 'note', 'image', 'caption'), inFields),
  ],
}
