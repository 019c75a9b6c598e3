// How an outlet may be collected: our own promise to it, beside what its robots.txt asks for; and what is done with its pages.

/** Requests are made from `from` o'clock until `until`; over midnight when `until` is not the larger. */
export type CollectionHours = { readonly from: number; readonly until: number; readonly timeZone: string }

export type Policy = {
  /** Least time between two requests to one of its hosts, in seconds; null = the desk's. Never quicker than the desk's own. */
  readonly paceSeconds: number | null
  /** null = at any time. */
  readonly hours: CollectionHours | null
  /** How we name ourselves; null = as everywhere. robots.txt is read for our own name all the same. */
  readonly userAgent: string | null
  /** `http://host:port` or `https://host:port` that requests go through; null = none. */
  readonly proxy: string | null
  /** False for publishers who give out old pages as unchanged. */
  readonly conditionalGet: boolean
  /** `feed`: its pages are not visited; the words of the feed are kept. */
  readonly textFrom: 'page' | 'feed'
  /** `lead`: the lead image of a page is kept as evidence too. */
  readonly images: 'none' | 'lead'
  /** Whether engines translate its pages as they are read; `desk` = as the desk is set. */
  readonly translate: 'desk' | 'always' | 'never'
}

export const usualPolicy: Policy = {
  paceSeconds: null,
  hours: null,
  userAgent: null,
  proxy: null,
  conditionalGet: true,
  textFrom: 'page',
  images: 'none',
  translate: 'desk',
}

/**
 * When collecting may begin: null = now, else the moment at which the hours begin, milliseconds UTC.
 * An hour that a day does not have begins with the next one.
 */
export function nextOpening(hours: CollectionHours | null, now: number): number | null {
  if (hours === null || hours.from === hours.until % 24) return null
  const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(hours.timeZone)
  const isOpen =
    hours.from < hours.until
      ? moment.hour >= hours.from && moment.hour < hours.until
      : moment.hour >= hours.from || moment.hour < hours.until
  if (isOpen) return null
  const day = moment.hour < hours.from ? moment.toPlainDate() : moment.toPlainDate().add({ days: 1 })
  const plainTime = Temporal.PlainTime.from({ hour: hours.from })
  return day.toZonedDateTime({ timeZone: hours.timeZone, plainTime }).epochMilliseconds
}
