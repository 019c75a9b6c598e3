import type { Check, CheckContext } from './check.ts'
import { fromEdtf, monthPattern, printedDates, type PartDate } from './parts/dates.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const published = new RegExp(
  `\\b(?:On|In)\\s(?:the\\s)?(?:\\d{1,2}\\s)?${monthPattern}(?:\\s\\d{1,2})?(?:,?\\s\\d{4})?,\\s[^.;]{3,140}?\\b(?:published|ran|posted|carried|released|reported in)\\s(?:the|this|an?|two|both)?\\s?(?:first\\s|second\\s|third\\s)?(?:accompanying|excerpted)\\b`,
  'gu',
)

/** The analysis says when its source came out; so does the citation. */
export const dateVsProse: Check = {
  id: 'date-vs-prose',
  group: 'facts',
  severity: 'error',
  looksAt: 'Where the analysis dates the excerpted article, against the citations',
  why: 'The analysis dates the excerpted article otherwise than its citation does.',
  mend: 'Open the source and correct the one that is wrong.',
  example: {
    bad: {
      body: 'On 25 March, the Lindholm Post published the excerpted article on the ferry line that the harbor town of Lindholm opened to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
    },
    good: {
      body: 'On 4 March, the Lindholm Post published the excerpted article on the ferry line that the harbor town of Lindholm opened to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
    },
  },
  find: (context) => {
    const cited = citedDates(context)
    if (cited.length === 0) return []
    return findInProse(passagesIn(context, 'body'), published, ([found]) => {
      const [said] = printedDates(found.slice(0, 40))
      const bare = said ?? monthOnly(found)
      if (bare === null || bare === undefined || cited.some((date) => mayBe(bare, date))) return null
      return { why: `The citation says ${cited.map(({ text }) => text).join(', ')}.` }
    })
  },
}

type Cited = PartDate & { readonly text: string }

function citedDates({ document }: CheckContext): Cited[] {
  return document.sources.flatMap(({ date, dateAsPrinted }) => {
    const parts = fromEdtf(date)
    return parts === null ? [] : [{ ...parts, text: dateAsPrinted ?? date ?? '' }]
  })
}

function monthOnly(found: string): (PartDate & { yearless?: true }) | null {
  const month = new RegExp(`^In\\s(${monthPattern}),`, 'u').exec(found)?.[1]
  const [date] = printedDates(`1 ${month ?? ''}`)
  return date?.month === undefined ? null : { year: 0, month: date.month, yearless: true }
}

function mayBe(said: PartDate & { yearless?: true }, date: PartDate): boolean {
  if (!said.yearless && said.year !== date.year) return false
  if (said.month !== undefined && date.month !== undefined && said.month !== date.month) return false
  return said.day === undefined || date.day === undefined || said.day === date.day
}
