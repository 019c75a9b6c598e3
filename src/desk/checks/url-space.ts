import type { Check } from './check.ts'
import { findInRaw, passagesIn } from './parts/passages.ts'

const broken =
  /https?:\/\/[^\s/]{1,80}\s[\p{L}\p{N}.-]{1,60}\.\p{L}{2,12}\/\S{0,200}|https?:\/\/\S+[-/]\s(?=[\p{Ll}\p{N}]{1,40}(?:[-/][\p{Ll}\p{N}]{1,40}){2})\S{3,200}|https?:\/\/\s\S{1,200}/gu

/** The line broke inside the address. */
export const urlSpace: Check = {
  id: 'url-space',
  group: 'url',
  severity: 'error',
  looksAt: 'Addresses',
  why: 'A space stands inside the address: it leads nowhere.',
  mend: 'Take the space out, and open the address once.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-p ost.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) =>
    // A line break within a passage is that of a text wrapped at a width: nobody printed it.
    findInRaw(passagesIn(context, 'citation', 'note', 'image'), broken, ([found]) =>
      found.includes('\n') ? null : { fix: found.replace(/\s/gu, '') },
    ),
}
