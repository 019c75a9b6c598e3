// In: a date as machines write it (meta, linked data, datetime attributes). Out: EDTF of what it says, no more and no less.
// The offset is kept as given: the publisher's own day is the day of publication, whatever UTC thinks.

/** EDTF level 0: a day, or a date and time with or without offset; null when it is no date. */
export function readMachineDate(value: string): string | null {
  const text = value.trim().replace(/\u00a0/g, ' ')
  if (text.length < 6 || text.length > 80) return null
  return readIso(text) ?? readStamp(text) ?? readRfc(text) ?? readCompact(text)
}

function readIso(text: string): string | null {
  const match =
    /^["']?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s+|,\s*|\s*-\s*|\s+at\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{0,2})?)?/i.exec(
      text,
    )
  if (!match) return null
  const [, year = '', month = '', day = '', hour, minute, second, half, zone] = match
  return assemble([year, month, day], hour, minute, second, half, zone)
}

function assemble(
  [year, month, day]: readonly [string, string, string],
  hour?: string,
  minute?: string,
  second?: string,
  half?: string,
  zone?: string,
): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(date)) return null
  if (hour === undefined || minute === undefined) return date
  let hours = Number(hour)
  if (half && /p/i.test(half) && hours < 12) hours += 12
  if (half && /a/i.test(half) && hours === 12) hours = 0
  if (hours > 23 || Number(minute) > 59) return date
  return `${date}T${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}${readZone(zone)}`
}

function readZone(zone: string | undefined): string {
  if (!zone) return ''
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z'
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (!match) return ''
  const hours = Number(match[2])
  return hours > 14 ? '' : `${match[1]}${String(hours).padStart(2, '0')}:${match[3] ?? '00'}`
}

/** Seconds or milliseconds since 1970. */
function readStamp(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null
  const at = Number(text) * (text.length === 10 ? 1000 : 1)
  return new Date(at).toISOString().replace(/\.\d+/, '')
}

const months = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    String(index + 1),
  ]),
)
const zones: Readonly<Record<string, string>> = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  MSK: '+03:00',
  BST: '+01:00',
  IST: '+05:30',
  JST: '+09:00',
  EET: '+02:00',
  EEST: '+03:00',
}

/** "Fri, 03 May 2024 15:47:42 GMT", "Fri May 03 2024 15:47:42 GMT+0200", "May 3, 2024 3:47 PM". */
function readRfc(text: string): string | null {
  const day = /\b(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?,?[\s-]+(\d{4})\b/.exec(text)
  const other = day ? null : /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/.exec(text)
  const name = (day?.[2] ?? other?.[1] ?? '').toLowerCase()
  const month = months.get(name)
  const loose =
    day ?? other ?? /\b([A-Za-z]{3})[a-z]*\s+(\d{1,2})\s+\d{1,2}:\d{2}:\d{2}\s+[A-Z]{2,5}\s+(\d{4})\b/.exec(text)
  const number = months.get((day ? loose?.[2] : loose?.[1])?.toLowerCase() ?? '') ?? month
  if (!loose || !number) return null
  const time =
    /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp]\.?[Mm]\.?)?\s*(?:\(?(Z|UTC|GMT)?\s*([+-]\d{2}:?\d{2})?\)?)?(?:\s*([A-Z]{3,4})\b)?/.exec(
      text,
    )
  const zone = time?.[6] ?? time?.[5] ?? (time?.[7] ? zones[time[7]] : undefined)
  return assemble(
    [loose[3] ?? '', number, (day ? loose[1] : loose[2]) ?? ''],
    time?.[1],
    time?.[2],
    time?.[3],
    time?.[4],
    zone,
  )
}

/** 20240503, 20240503T154742Z, 20240503154742. */
function readCompact(text: string): string | null {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  if (!match) return null
  return assemble([match[1] ?? '', match[2] ?? '', match[3] ?? ''], match[4], match[5], match[6], undefined, match[7])
}

/** Whether an ISO day exists. */
export function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
