import type { Check } from './check.ts'
import { findInProse, passagesIn, passagesOf } from './parts/passages.ts'

const anywhere =
  /\bTKTK\b|\blorem ipsum\b|\[(?:insert|tbd|todo|tk|xx+)\b[^\]]{0,60}\]|\[(?:add|link|title|name|date|source|citation)\s(?:here|needed|missing|to come|tk|\?)[^\]]{0,40}\]|\bXXX+\b|\?\?\?+/giu
const month = 'January|February|March|April|May|June|July|August|September|October|November|December'
const lastPiece = new RegExp(`\\((?:the )?last (?!(?:${month})\\b)\\p{Lu}[^()]{2,60}\\)`, 'gu')
const inFields =
  /\bAwaiting\b[^.;]{0,40}|\b(?:TBD|TBA|TBC|TK)\b|\b[Tt]o be (?:added|confirmed|determined|provided|inserted)\b/gu

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
    ...findInProse(passagesOf(context), lastPiece),
    ...findInProse(passagesIn(context, 'citation', 'note', 'image'), inFields),
  ],
}
