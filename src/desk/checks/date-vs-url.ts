import type { Check, CheckContext, Place } from './check.ts'
import { placeOf } from './parts/citation-places.ts'
import {
  dateInAddress,
  daysBetween,
  fromEdtf,
  printedDates,
  toEdtf,
  type AddressDate,
  type PartDate,
} from './parts/dates.ts'
import { noteCitations } from './parts/note-citations.ts'

/** Addresses know when a piece was put on the web, in the calendar of the place. */
export const dateVsUrl: Check = {
  id: 'date-vs-url',
  group: 'facts',
  severity: 'error',
  looksAt: 'Dates of citations and captions, against the date in the address (Gregorian, Jalali, Hijri, Buddhist)',
  why: 'The printed date contradicts the date in the address.',
  mend: 'Open the address and print the date that stands there.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 28 February 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) => [...inSources(context), ...inNotes(context), ...inIssues(context), ...inImage(context)],
}

function inSources(context: CheckContext): Place[] {
  return context.document.sources.flatMap((source) => {
    const printed = fromEdtf(source.date)
    if (printed === null || source.url === null) return []
    const carried = dateInAddress(source.url, printed)
    if (carried === null || agree(printed, carried)) return []
    const at = placeOf(context, source, source.dateAsPrinted)
    return at ? [{ start: at.start, end: at.end, why: explain(carried) }] : []
  })
}

function inNotes(context: CheckContext): Place[] {
  return noteCitations(context).flatMap(({ date, url, outlet }) => {
    const [printed] = printedDates(date?.text ?? '')
    if (date === null || printed === undefined || printed.yearless || url === null || outlet.startsWith('OE Watch'))
      return []
    const carried = dateInAddress(url, printed)
    return carried === null || agree(printed, carried)
      ? []
      : [{ start: date.start, end: date.end, why: explain(carried) }]
  })
}

/** An issue may come out months after its name: that is a lag to know of, and no mistake. */
function inIssues(context: CheckContext): Place[] {
  return context.document.notes.flatMap(({ crossReferences }) =>
    crossReferences.flatMap(({ issue, issueAsPrinted, url, start, end }) => {
      const year = /\/(20\d{2})\/[^/]+\/?$/.exec(url ?? '')?.[1]
      if (issue === null || issueAsPrinted === null || year === undefined || issue.startsWith(year)) return []
      const index = context.text.slice(start, end + 40).indexOf(issueAsPrinted)
      if (index < 0) return []
      const at = { start: start + index, end: start + index + issueAsPrinted.length }
      const why = `The address says ${year}: the issue of this month came out later. Issue and publication are two dates.`
      return [{ ...at, why, severity: 'information' as const }]
    }),
  )
}

/** A picture is put on the web after what it shows, never before. */
function inImage({ document, text }: CheckContext): Place[] {
  const { image } = document
  const line = image?.lines[0]
  if (image === null || image.caption === null || image.sourceUrl === null || line === undefined) return []
  const shown = text.slice(line.start, line.end)
  return printedDates(shown).flatMap((date) => {
    const carried = date.yearless ? null : dateInAddress(image.sourceUrl ?? '', date)
    const days = carried && daysBetween(carried, date)
    return carried !== null && days !== null && days > 0
      ? [
          {
            start: line.start + date.start,
            end: line.start + date.end,
            why: `${explain(carried)} A picture of that day cannot show something ${days} days later.`,
          },
        ]
      : []
  })
}

function agree(printed: PartDate, carried: AddressDate): boolean {
  if (printed.year !== carried.year) return false
  if (printed.month === undefined || carried.month === undefined) return true
  if (printed.month !== carried.month) return false
  return printed.day === undefined || carried.day === undefined || printed.day === carried.day
}

function explain(carried: AddressDate): string {
  const names = { gregorian: '', persian: ' (Jalali)', islamic: ' (Hijri)', buddhist: ' (Buddhist era)' }
  return `The address says ${toEdtf(carried)}: “${carried.as.replace(/^[/]|[/]$/g, '')}”${names[carried.calendar]}.`
}
