// In: a locale. Out: names of countries, languages, months, days, units and spans of time in it, from the CLDR that Node carries.
// A news sentence names countries and months; here they are in a hundred languages, spelled right.

const regions = letterPairs()
const languages =
  'en fr de es it ru ar zh ja ko pt nl pl tr fa hi ur el he sv da fi hu cs ro uk bg sr vi th id sw ps ku hy ka az uz kk tg mn la'.split(
    ' ',
  )
const spans: readonly Intl.RelativeTimeFormatUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'year']

/** Empty where CLDR does not know the locale. */
export function cldrNames(locale: string): string[] {
  if (Intl.DisplayNames.supportedLocalesOf(locale).length === 0) return []
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1 + month)))
  const since = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return [
    ...namesOf(locale, 'region', regions),
    ...namesOf(locale, 'language', languages),
    ...days.map((day) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', calendar: 'gregory' }).format(day)),
    ...days.map((day) => new Intl.DateTimeFormat(locale, { month: 'long', calendar: 'gregory' }).format(day)),
    ...spans.flatMap((span) => [-5, -1, 0, 1, 3].map((count) => since.format(count, span))),
    ...Intl.supportedValuesOf('unit').flatMap((unit) => [1, 5].map((count) => withUnit(locale, unit, count))),
  ]
}

function namesOf(locale: string, type: 'region' | 'language', codes: readonly string[]): string[] {
  const names = new Intl.DisplayNames(locale, { type, fallback: 'none' })
  return codes.flatMap((code) => names.of(code) ?? [])
}

function withUnit(locale: string, unit: string, count: number): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

function letterPairs(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  return letters.flatMap((first) => letters.map((second) => first + second))
}
