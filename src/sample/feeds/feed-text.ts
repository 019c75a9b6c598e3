// In: an outlet and the items a feed shows. Out: what every writer of feeds needs, already escaped for XML.

import { printDate } from '../print-date.ts'
import { languageOf, promisedUrl } from '../sample-outlet.ts'
import type { SampleFeed, SampleItem, SampleOutlet } from '../sample-outlet.ts'

/** What a feed writer is given; `items` newest first. */
export type FeedContent = {
  readonly outlet: SampleOutlet
  readonly feed: SampleFeed
  readonly items: readonly SampleItem[]
}

/** What a feed says of one item. */
export type FeedRow = {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly author: string | null
  readonly language: string
  /** ISO 8601 with offset, and the same as RFC 5322 wants it. */
  readonly published: string
  readonly publishedMail: string
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `2023-09-16T18:30+03:00` → `Sat, 16 Sep 2023 18:30:00 +0300` */
function mailDate(published: string): string {
  const local = Temporal.PlainDateTime.from(published)
  const [day, month, year] = printDate('en', published).split(' ')
  const clock = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}:00`
  const offset = published.slice(-6).replace(':', '')
  return `${WEEKDAYS[local.dayOfWeek - 1]}, ${day?.padStart(2, '0')} ${month?.slice(0, 3)} ${year} ${clock} ${offset}`
}

/** Rows with every text escaped for XML. */
export function feedRows({ outlet, items }: FeedContent): FeedRow[] {
  return items.map((item) => ({
    url: escapeXml(promisedUrl(outlet, item)),
    title: escapeXml(item.title),
    summary: escapeXml(item.paragraphs[0] ?? ''),
    author: item.byline ? escapeXml(item.byline) : null,
    language: languageOf(outlet, item),
    published: item.published.replace(/(T\d\d:\d\d)(?=[+-])/, '$1:00'),
    publishedMail: mailDate(item.published),
  }))
}
