// Names of months in the languages of CLDR, as Intl knows them, folded for comparison.
// A table is made when a language is first asked for, since making all of them takes a twelfth of a second.

import type { Calendar } from '../../domain/reading.ts'

export type MonthName = { readonly month: number; readonly calendar: Calendar }

/** The languages whose dates are known; a dialect beside its language adds its own names. */
const languages = (
  'af am ar ar-SY ar-DZ ar-MA ar-MR as az be bg bn bs ca ckb cs cy da de de-AT el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku ky ' +
  'lo lt lv mk ml mn mr ms my nb ne nl or pa pl ps pt ro ru sd si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk tr ug uk ur uz vi xh yo zh zu mt lb oc br fy gd rm'
).split(' ')

/** What newspapers write and CLDR does not list. */
const extra: Readonly<Record<string, readonly (readonly [name: string, month: number])[]>> = {
  en: [
    ['sept', 9],
    ['sep', 9],
  ],
  de: [
    ['jänner', 1],
    ['feber', 2],
    ['mrz', 3],
    ['märz', 3],
    ['okt', 10],
    ['dez', 12],
  ],
  es: [
    ['setiembre', 9],
    ['set', 9],
    ['sept', 9],
  ],
  fr: [
    ['fevrier', 2],
    ['aout', 8],
    ['decembre', 12],
    ['fev', 2],
    ['dec', 12],
  ],
  pt: [['marco', 3]],
  tr: [
    ['subat', 2],
    ['agustos', 8],
    ['eylul', 9],
    ['kasim', 11],
    ['aralik', 12],
  ],
  id: [
    ['agust', 8],
    ['nopember', 11],
  ],
  ru: [
    ['сент', 9],
    ['нояб', 11],
    ['мая', 5],
  ],
  ar: [
    ['كانون الثاني', 1],
    ['شباط', 2],
    ['اذار', 3],
    ['نيسان', 4],
    ['ايار', 5],
    ['حزيران', 6],
    ['تموز', 7],
    ['اب', 8],
    ['ايلول', 9],
    ['تشرين الاول', 10],
    ['تشرين الثاني', 11],
    ['كانون الاول', 12],
    ['جانفي', 1],
    ['فيفري', 2],
    ['افريل', 4],
    ['ماي', 5],
    ['جوان', 6],
    ['جويلية', 7],
    ['اوت', 8],
    ['غشت', 8],
    ['يوليوز', 7],
    ['شتنبر', 9],
    ['نونبر', 11],
    ['دجنبر', 12],
    ['ابريل', 4],
    ['اغسطس', 8],
    ['اكتوبر', 10],
  ],
  fa: [
    ['ژانویه', 1],
    ['فوریه', 2],
    ['مارس', 3],
    ['آوریل', 4],
    ['مه', 5],
    ['می', 5],
    ['ژوئن', 6],
    ['ژوئیه', 7],
    ['جولای', 7],
    ['اوت', 8],
    ['آگوست', 8],
    ['سپتامبر', 9],
    ['اکتبر', 10],
    ['نوامبر', 11],
    ['دسامبر', 12],
  ],
}

/** Other spellings of the Islamic months. */
const islamicNames: Readonly<Record<string, readonly (readonly [name: string, month: number])[]>> = {
  ar: [
    ['ذي القعدة', 11],
    ['ذي الحجة', 12],
    ['جمادى الثانية', 6],
    ['جمادى الثاني', 6],
    ['ربيع الثاني', 4],
  ],
}

const otherCalendars: Readonly<Record<string, readonly (readonly [locale: string, calendar: Calendar])[]>> = {
  fa: [
    ['fa-u-ca-persian', 'persian'],
    ['fa-AF-u-ca-persian', 'persian'],
    ['fa-u-ca-islamic-umalqura', 'islamic'],
  ],
  ps: [
    ['ps-u-ca-persian', 'persian'],
    ['fa-AF-u-ca-persian', 'persian'],
  ],
  uz: [['uz-Arab-AF-u-ca-persian', 'persian']],
  ckb: [['ckb-IR-u-ca-persian', 'persian']],
  ar: [
    ['ar-u-ca-islamic-umalqura', 'islamic'],
    ['ur-u-ca-islamic-umalqura', 'islamic'],
  ],
  ur: [['ur-u-ca-islamic-umalqura', 'islamic']],
  am: [['am-u-ca-ethiopic', 'ethiopic']],
  ti: [['am-u-ca-ethiopic', 'ethiopic']],
}

const bases = new Set(languages.map((one) => one.split('-')[0] ?? one))

/** Whether the months of a language are known; the table of all languages is slow to make and only for the rest. */
export function isKnownLanguage(language: string): boolean {
  return bases.has(language.split('-')[0] ?? language)
}

const tables = new Map<string, ReadonlyMap<string, MonthName>>()

/** Marks that may be left out; the vowel signs of India and South-East Asia are letters, and stay. */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed.\u200c\u200d\u0640]/g

/** Folds a word of a date: lower case, no marks, no dots, one form of Arabic letters. */
export function foldMonth(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** The months of one language, by folded name; `*` for those of all languages that do not contradict each other. */
export function monthsOf(language: string): ReadonlyMap<string, MonthName> {
  const base = language === '*' ? '*' : (language.split('-')[0] ?? language)
  const known = tables.get(base)
  if (known) return known
  const table = base === '*' ? joinAll() : makeTable(base)
  tables.set(base, table)
  return table
}

function makeTable(base: string): ReadonlyMap<string, MonthName> {
  const table = new Map<string, MonthName>()
  for (const [locale, calendar] of otherCalendars[base === 'prs' ? 'fa' : base] ?? [])
    addLocale(table, locale, calendar)
  for (const locale of languages)
    if (locale === base || locale.startsWith(`${base}-`)) addLocale(table, locale, 'gregorian')
  for (const [name, month] of islamicNames[base] ?? []) table.set(foldMonth(name), { month, calendar: 'islamic' })
  for (const [name, month] of extra[base] ?? []) table.set(foldMonth(name), { month, calendar: 'gregorian' })
  return table
}

function addLocale(table: Map<string, MonthName>, locale: string, calendar: Calendar): void {
  for (const options of [
    { day: 'numeric', month: 'long' },
    { month: 'long' },
    { day: 'numeric', month: 'short' },
  ] as const) {
    const format = new Intl.DateTimeFormat(locale, {
      ...options,
      year: calendar === 'gregorian' ? undefined : 'numeric',
      timeZone: 'UTC',
    })
    for (let day = 0; day < 12; day++) {
      const at = calendar === 'gregorian' ? Date.UTC(2023, day, 15) : Date.UTC(2023, 0, 10) + day * 29.8 * 86_400_000
      const name = format.formatToParts(at).find((part) => part.type === 'month')?.value ?? ''
      const month = calendar === 'gregorian' ? day + 1 : monthIn(calendar, at)
      const folded = foldMonth(name)
      if (/\p{L}[\p{L}\p{M}]/u.test(folded) && !/^\p{N}/u.test(folded) && !table.has(folded))
        table.set(folded, { month, calendar })
    }
  }
}

const monthsAt = new Map<string, number>()

/** The month of a calendar at an instant, asked of Temporal once. */
function monthIn(calendar: Calendar, at: number): number {
  const key = `${calendar} ${at}`
  const known = monthsAt.get(key)
  if (known !== undefined) return known
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate()
  const { month } = day.withCalendar(
    calendar === 'persian' ? 'persian' : calendar === 'ethiopic' ? 'ethiopic' : 'islamic-umalqura',
  )
  monthsAt.set(key, month)
  return month
}

function joinAll(): ReadonlyMap<string, MonthName> {
  const all = new Map<string, MonthName>()
  const doubtful = new Set<string>()
  for (const base of new Set(['en', 'de', 'fr', 'es', ...languages.map((one) => one.split('-')[0] ?? one)])) {
    for (const [name, month] of monthsOf(base)) {
      const other = all.get(name)
      if (!other) all.set(name, month)
      else if (other.month !== month.month || other.calendar !== month.calendar) doubtful.add(name)
    }
  }
  for (const name of doubtful) all.delete(name)
  for (const [name, month] of monthsOf('en')) all.set(name, month)
  return all
}
