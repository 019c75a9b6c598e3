import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { widen } from './parts/spans.ts'

const apart = /(?<=[\p{L}\p{N}.,;:!?”’)\]])[ \u00a0]\[[ivxl]{1,7}\]/gu
const tight = /\[[ivxl]{1,7}\](?=[\p{L}\p{N}“(])/gu

/** A marker belongs to the word before it and leaves the word after it alone. */
export const markerSpacing: Check = {
  id: 'marker-spacing',
  group: 'run-in',
  severity: 'information',
  looksAt: 'Note markers in the analysis',
  why: 'A note marker has a space before it, or none after it.',
  mend: 'Put the marker right behind the word, and a space behind the marker.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands. [i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and to keep the young families there.',
    },
    good: {},
  },
  find: (context) => {
    const body = passagesIn(context, 'body', 'summary')
    return [
      ...findInProse(body, apart, (match, { start }) => ({
        start: start + match.index - 1,
        fix: context.text.slice(start + match.index - 1, start + match.index) + match[0].slice(1),
      })),
      ...findInProse(body, tight, (match, { start }) => {
        const at = start + match.index
        return widen(context.text, { start: at, end: at + match[0].length })
      }),
    ]
  },
}
