import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { noteCitations } from './parts/note-citations.ts'

/** The digest's own issues and reports are dated by month; everything else has a day. */
const datedByMonth = /OE Watch|\bReport$|\bReport\b.*,?$/u

/** A month or a year is a date, but one that finds nothing and orders nothing. */
export const dateImpreciseOrAbsent: Check = {
  id: 'date-imprecise-or-absent',
  group: 'citation',
  severity: 'information',
  looksAt: 'Dates of citations, in sources and notes',
  why: 'The work is dated by month or year only, or not at all.',
  mend: 'Give the day of publication; where there is none, the day on which it was read.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see: Jane Roe, “Harbors of the North,” Northern Review, January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {},
  },
  find(context) {
    const sources = inSources(context, (source) => {
      if (source.date?.length === 10) return null
      // A day without a year is another check's.
      if (source.date === null && source.dateAsPrinted !== null) return null
      return { at: placeOf(context, source, source.dateAsPrinted) }
    })
    const notes = noteCitations(context)
      .filter(({ date, outlet }) => date?.precision !== 'day' && !datedByMonth.test(outlet))
      .map(({ span, date }) => date ?? span)
    return [...sources, ...notes]
  },
}
