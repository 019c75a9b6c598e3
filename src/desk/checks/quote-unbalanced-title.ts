import type { Check, CheckContext, Place } from './check.ts'
import { loneBrackets } from './parts/brackets.ts'
import { placeOfProblem } from './parts/mark-places.ts'
import { noteCitations } from './parts/note-citations.ts'
import { passagesIn, withoutAddresses, type Passage } from './parts/passages.ts'
import { pairMarks } from './parts/quote-marks.ts'
import { widen } from './parts/spans.ts'

/** Titles come with marks, parentheses and translations; one lost mark, and the outlet becomes part of the title. */
export const quoteUnbalancedTitle: Check = {
  id: 'quote-unbalanced-title',
  group: 'quotes',
  severity: 'warning',
  looksAt: 'Titles in citations and notes',
  why: 'The marks around the title do not pair.',
  mend: 'Put the missing mark, or take the surplus one out.',
  example: {
    bad: {
      citation:
        'Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) => [...inCitations(context), ...inNotes(context)],
}

/** A title may begin on one line of the citation and end on another: marks are paired over all of them. */
function inCitations(context: CheckContext): Place[] {
  return context.document.sources.flatMap(({ citation }, of) => {
    const [first, last] = [citation[0], citation.at(-1)]
    if (first === undefined || last === undefined || last.end < first.start) return []
    const raw = context.text.slice(first.start, last.end)
    const whole: Passage = {
      role: 'citation',
      of,
      start: first.start,
      end: last.end,
      raw,
      prose: withoutAddresses(raw),
    }
    const marks = pairMarks(whole.prose).problems.filter(({ mark }) => mark !== '‘' && mark !== '’')
    const brackets = loneBrackets(whole.prose)
    const found = marks[0]
    if (found !== undefined) return [placeOfProblem(whole, found)]
    return brackets
      .slice(0, 1)
      .map(({ index }) => widen(context.text, { start: first.start + index, end: first.start + index + 1 }, 3))
  })
}

function inNotes(context: CheckContext): Place[] {
  const notes = passagesIn(context, 'note')
  const titles = noteCitations(context)
  return notes.flatMap((note) =>
    pairMarks(note.prose)
      .problems.filter(({ kind, mark }) => kind !== 'wrong-way' && mark !== '‘')
      .filter(({ index }) =>
        titles.some(
          ({ titleSpan }) => titleSpan.start - 60 <= note.start + index && note.start + index <= titleSpan.end,
        ),
      )
      .sort((a, b) => Number(b.kind === 'nested') - Number(a.kind === 'nested'))
      .slice(0, 1)
      .map((problem) => {
        const place = placeOfProblem(note, problem)
        return { ...place, start: Math.max(note.start, place.start - 6) }
      }),
  )
}
