// In: a language. Out: its names of countries, months and weekdays, as the platform knows them (Unicode CLDR).
// So «le Mali», «Мали», «مالي» and «马里» are one thing without any dictionary of ours.

import { analyse } from '../../lib/analyse/analyse.ts'
import { foldWord } from '../../lib/analyse/fold-letters.ts'

export type Phrase = { readonly tokens: readonly string[]; readonly code: string }
export type MonthName = { readonly calendar: 'gregory' | 'persian' | 'islamic-umalqura'; readonly month: number }

export type LanguageNames = {
  /** By their first token, longest first. */
  readonly countries: ReadonlyMap<string, readonly Phrase[]>
  /** Folded beginnings of countries' names, by which adjectives are known: «mali» of «Malian»; by their first four letters, longest first. */
  readonly countryStems: ReadonlyMap<string, readonly { readonly stem: string; readonly code: string }[]>
  /** Names of two words stand under both, with a space between. */
  readonly months: ReadonlyMap<string, MonthName>
  /** First words of the names of two words. */
  readonly monthBeginnings: ReadonlySet<string>
  readonly weekdays: ReadonlyMap<string, number>
  /** For scripts without spaces: one expression for all countries, and what it finds. */
  readonly unspaced: { readonly pattern: RegExp; readonly codes: ReadonlyMap<string, string> } | null
}

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  )
/** Their words are words of the language («states», «united»), so only the whole name counts. */
const ordinaryWords = new Set([
  'US',
  'GB',
  'AE',
  'CF',
  'ZA',
  'KR',
  'KP',
  'SS',
  'EH',
  'PG',
  'TL',
  'VA',
  'SB',
  'MH',
  'CI',
])
/** The same places under names that CLDR does not give, by base language. */
const otherNames: Readonly<Record<string, string>> = {
  fr: 'CF:Centrafrique RU:Fédération_de_Russie',
  ru: 'US:США CF:ЦАР AE:ОАЭ GB:Британия CN:КНР KP:КНДР ZA:ЮАР',
  uk: 'US:США GB:Британія AE:ОАЕ',
  en: 'US:U.S. US:USA GB:UK GB:Britain AE:UAE NL:Holland MM:Burma',
  ar: 'US:أمريكا US:أميركا GB:بريطانيا AE:الإمارات SA:السعودية',
  fa: 'US:امریکا US:آمریکا GB:بریتانیا GB:انگلیس AE:امارات SA:عربستان',
  ps: 'US:امریکا SA:سعودي GB:بریتانیا',
  es: 'US:EE.UU. US:EEUU GB:Gran_Bretaña',
  pt: 'US:EUA GB:Grã-Bretanha',
  it: 'US:USA US:Stati_Uniti GB:Gran_Bretagna',
  de: 'US:USA GB:Großbritannien',
  id: 'US:AS GB:Inggris',
  zh: 'RU:俄方 RU:俄 CN:中方 SA:沙特 US:美方',
  ja: 'US:米国 GB:英国 CN:中国',
}

const variants: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar', 'ar-SY', 'ar-MA', 'ar-EG'],
  fa: ['fa', 'fa-AF'],
  pt: ['pt', 'pt-PT'],
  de: ['de', 'de-AT'],
  ps: ['ps', 'fa', 'fa-AF'],
}
const tables = new Map<string, LanguageNames>()

/** Made once a language; at most 100 are kept. What is no language tag has no names. */
export function namesOf(tag: string): LanguageNames {
  const language = bareTag(tag)
  const known = tables.get(language)
  if (known) return known
  if (tables.size >= 100) tables.clear()
  const table = makeNames(language)
  tables.set(language, table)
  return table
}

function makeNames(language: string): LanguageNames {
  const base = language.split('-')[0] ?? language
  const locales = (variants[base] ?? [language]).filter(isKnown)
  const names = locales.flatMap((locale) => countryNames(locale))
  for (const entry of (otherNames[base] ?? '').split(' ').filter(Boolean)) {
    const [code = '', name = ''] = entry.split(':')
    names.push({ code, name: name.replaceAll('_', ' ') })
  }
  const months = monthsOf(locales)
  return {
    countries: indexPhrases(names),
    countryStems: Map.groupBy(stemsOf(names), ({ stem }) => stem.slice(0, 4)),
    months,
    monthBeginnings: new Set([...months.keys()].flatMap((key) => (key.includes(' ') ? [key.split(' ')[0] ?? ''] : []))),
    weekdays: weekdaysOf(locales),
    unspaced: /^(zh|ja|th|lo|km|my|yue)$/.test(base) ? patternOf(names) : null,
  }
}

function isKnown(locale: string): boolean {
  return Intl.DisplayNames.supportedLocalesOf([locale]).length > 0
}

/** Language, script and region, without extensions that would change calendars. */
function bareTag(tag: string): string {
  try {
    return new Intl.Locale(tag).baseName
  } catch {
    return 'und'
  }
}

type CountryName = { readonly code: string; readonly name: string }

function countryNames(locale: string): CountryName[] {
  const long = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  const short = new Intl.DisplayNames([locale], { type: 'region', style: 'short', fallback: 'none' })
  return codes.flatMap((code) =>
    [...new Set([long.of(code), short.of(code)])].flatMap((name) =>
      name ? [{ code, name: name.replace(/\s*\(.*$/, '') }] : [],
    ),
  )
}

function indexPhrases(names: readonly CountryName[]): Map<string, Phrase[]> {
  const phrases = names.map(({ code, name }) => ({ code, tokens: analyse(name).map(({ token }) => token) }))
  const uses = new Map<string, Set<string>>()
  for (const { tokens, code } of phrases)
    for (const token of tokens) uses.set(token, (uses.get(token) ?? new Set()).add(code))
  const index = new Map<string, Phrase[]>()
  const add = (phrase: Phrase) => {
    const first = phrase.tokens[0]
    if (first === undefined || (phrase.tokens.length === 1 && first.length < 2)) return
    index.set(
      first,
      [...(index.get(first) ?? []), phrase].sort((a, b) => b.tokens.length - a.tokens.length),
    )
  }
  for (const phrase of phrases) {
    add(phrase)
    if (phrase.tokens.length === 1 || ordinaryWords.has(phrase.code)) continue
    // «Saudi» alone, «السعودية» alone: a word of a longer name that no other country has.
    for (const token of phrase.tokens)
      if (token.length >= 5 && uses.get(token)?.size === 1) add({ tokens: [token], code: phrase.code })
  }
  return index
}

/** One-word names without their last vowels: what the adjective begins with. */
function stemsOf(names: readonly CountryName[]): { stem: string; code: string }[] {
  const stems = new Map<string, string>()
  for (const { code, name } of names) {
    if (/\s/.test(name)) continue
    const folded = foldWord(name)
    const bare = folded.replace(/[aeiouyаеиояьйії]+$/u, '')
    const stem = bare.length >= 4 ? bare : folded
    if (stem.length >= 4 && /^[a-zа-яії]+$/u.test(stem)) stems.set(stem, code)
  }
  return [...stems].map(([stem, code]) => ({ stem, code })).sort((a, b) => b.stem.length - a.stem.length)
}

function monthsOf(locales: readonly string[]): Map<string, MonthName> {
  const months = new Map<string, MonthName>()
  for (const locale of locales) {
    for (const calendar of ['islamic-umalqura', 'persian', 'gregory'] as const) {
      for (let month = 1; month <= 12; month++) addMonth(months, locale, calendar, month)
    }
  }
  return months
}

function addMonth(
  months: Map<string, MonthName>,
  locale: string,
  calendar: MonthName['calendar'],
  month: number,
): void {
  const date = Temporal.PlainDate.from({ calendar, year: calendar === 'gregory' ? 2023 : 1402, month, day: 15 })
  const at = date.toZonedDateTime('UTC').epochMilliseconds
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    const parts = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, { ...options, timeZone: 'UTC' }).formatToParts(
      at,
    )
    const name = parts.find(({ type }) => type === 'month')?.value ?? ''
    const tokens = analyse(name)
    const key = tokens.map(({ token }) => token).join(' ')
    if (key && tokens.length <= 2 && !/\d/.test(key)) months.set(key, { calendar, month })
  }
}

function weekdaysOf(locales: readonly string[]): Map<string, number> {
  const weekdays = new Map<string, number>()
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
    for (let day = 1; day <= 7; day++) {
      const tokens = analyse(format.format(Date.UTC(2023, 0, 1 + day))).map(({ token }) => token)
      // «segunda-feira», «يوم الاثنين»: the word that only this day has.
      const own = tokens.find((token) => !/^(feira|يوم|احد)$/.test(token)) ?? ''
      if (own.length > 1) weekdays.set(own, day)
    }
  }
  return weekdays
}

function patternOf(names: readonly CountryName[]): LanguageNames['unspaced'] {
  const known = new Map(names.map(({ name, code }) => [name, code]))
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length)
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { pattern: new RegExp(escaped.join('|'), 'g'), codes: known }
}
