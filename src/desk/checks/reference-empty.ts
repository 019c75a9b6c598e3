import type { Check } from './check.ts'
import { noteCitations } from './parts/note-citations.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const endsOpen =
  /\b(?:[Ss]ee(?:,? for example|,? also)?|available at|found at|accessed at)\s?[:,;]?\s*[.,]?\s*$|[,;:]\s*$/gu

/** "See:" and nothing behind it, or a title whose outlet is gone. */
export const referenceEmpty: Check = {
  id: 'reference-empty',
  group: 'citation',
  severity: 'error',
  looksAt: 'Notes',
  why: 'The note announces a reference, or names a title, and what belongs there is missing.',
  mend: 'Give the work that was meant with its outlet and address, or take the phrase out.',
  example: {
    bad: { notes: '[i] For more on the ferries of the north, see:' },
    good: {},
  },
  find(context) {
    const last = new Map(passagesIn(context, 'note').map((passage) => [passage.of, passage]))
    const open = findInProse([...last.values()], endsOpen, (match, { start, prose }) => {
      const from = Math.max(0, prose.lastIndexOf(' ', Math.max(0, match.index - 40)))
      return { start: start + from, end: start + prose.length }
    })
    const nameless = noteCitations(context)
      .filter(
        ({ outlet, date, titleSpan }) =>
          outlet === '' && date !== null && !isBylined(context.text, titleSpan.end, titleSpan.start),
      )
      .map(({ titleSpan, date }) => ({
        start: Math.max(titleSpan.start, titleSpan.end - 24),
        end: date?.end ?? titleSpan.end,
        why: 'Nothing stands between the title and the date: the outlet is missing.',
      }))
    return [...open, ...nameless]
  },
}

/** "Harbor Watch, “Title,” 28 March 2024": who publishes may stand before the title. A second comma after the title says that a name is gone. */
function isBylined(text: string, titleEnd: number, titleStart: number): boolean {
  if (/^\s*,/u.test(text.slice(titleEnd, titleEnd + 3))) return false
  return /[\p{L}\p{N}],\s$/u.test(text.slice(Math.max(0, titleStart - 3), titleStart))
}
