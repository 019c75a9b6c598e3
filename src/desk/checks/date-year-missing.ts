import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'
import { fromEdtf, printedDates } from './parts/dates.ts'

/** "14 October" of which year? Often the address knows. */
export const dateYearMissing: Check = {
  id: 'date-year-missing',
  group: 'citation',
  severity: 'error',
  looksAt: 'Dates of citations',
  why: 'The date of the source has no year.',
  mend: 'Add the year; where the address carries the same day, its year is proposed.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) =>
    inSources(context, (source) => {
      const printed = source.dateAsPrinted
      const [date] = printedDates(printed ?? '')
      if (printed === null || !date?.yearless) return null
      const known = fromEdtf(source.dateInUrl)
      const same = known !== null && known.month === date.month && known.day === date.day
      return { at: placeOf(context, source, printed), ...(same ? { fix: `${printed} ${known.year}` } : {}) }
    }),
}
