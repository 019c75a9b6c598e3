// Month names as publishers write them in dates of feeds, in many languages, taken from the platform's own tables.

/** Languages of feeds whose dates are words; a name that means different months in two of them is left out. */
const languages =
  'en fr es pt de it nl sv da nb fi pl cs sk hu ro bg sr hr sl ru uk be el tr az uz kk id ms vi sw ha so am ar fa ps ur hi bn he th'.split(
    ' ',
  )

/** Other names of the twelve months in Arabic, beside those the platform gives (Levant, Maghreb). */
const arabicMonths: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'جانفي'],
  ['فبراير', 'شباط', 'فيفري'],
  ['مارس', 'آذار', 'اذار'],
  ['أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل'],
  ['مايو', 'أيار', 'ايار', 'ماي'],
  ['يونيو', 'حزيران', 'جوان'],
  ['يوليو', 'تموز', 'جويلية'],
  ['أغسطس', 'اغسطس', 'آب', 'أوت'],
  ['سبتمبر', 'أيلول', 'ايلول'],
  ['أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['نوفمبر', 'تشرين الثاني'],
  ['ديسمبر', 'كانون الأول'],
]

/** Months of the Persian calendar: in Iran, and in Dari and Pashto use. */
const persianMonths: readonly (readonly string[])[] = [
  ['فروردین', 'حمل', 'وری'],
  ['اردیبهشت', 'ثور', 'غویی'],
  ['خرداد', 'جوزا', 'غبرګولی'],
  ['تیر', 'سرطان', 'چنګاښ'],
  ['مرداد', 'اسد', 'زمری'],
  ['شهریور', 'سنبله', 'وږی'],
  ['مهر', 'میزان', 'تله'],
  ['آبان', 'عقرب', 'لړم'],
  ['آذر', 'قوس', 'لیندۍ'],
  ['دی', 'جدی', 'مرغومی'],
  ['بهمن', 'دلو', 'سلواغه'],
  ['اسفند', 'حوت', 'کب'],
]

const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

let names: ReadonlyMap<string, number> | null = null

/** The Persian month (1–12) that a word names, or `null`. */
export function persianMonthOf(word: string): number | null {
  const key = keyOf(word)
  const index = persianMonths.findIndex((forms) => forms.some((form) => keyOf(form) === key))
  return index === -1 ? null : index + 1
}

/** The Gregorian month (1–12) that a word names, or `null`. Case, accents and a closing full stop do not matter. */
export function monthOf(word: string): number | null {
  // Nearly every feed writes English; the platform's tables are only asked for the rest.
  if (word.length === 3) {
    const english = englishMonths.indexOf(word.toLowerCase())
    if (english !== -1) return english + 1
  }
  names ??= collectNames()
  const key = keyOf(word)
  return names.get(key) ?? monthOfBeginning(names, key)
}

/** Publishers shorten as they please; three letters that begin names of one month only are enough. */
function monthOfBeginning(known: ReadonlyMap<string, number>, key: string): number | null {
  if (key.length < 3) return null
  const months = new Set<number>()
  for (const [name, month] of known) if (name.startsWith(key)) months.add(month)
  const [only] = months
  return months.size === 1 && only !== undefined ? only : null
}

function collectNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const unclear = new Set<string>()
  const add = (name: string, month: number): void => {
    const key = keyOf(name)
    if (key === '' || /^\d/.test(key)) return
    if ((found.get(key) ?? month) !== month) unclear.add(key)
    else found.set(key, month)
  }
  for (const language of languages) {
    for (const form of monthForms(language)) for (let month = 1; month <= 12; month++) add(form(month), month)
  }
  for (const [index, forms] of arabicMonths.entries()) for (const form of forms) add(form, index + 1)
  for (const key of unclear) found.delete(key)
  // English is what the standards prescribe, so it wins where another language says otherwise.
  for (const form of monthForms('en')) for (let month = 1; month <= 12; month++) found.set(keyOf(form(month)), month)
  return found.set('sept', 9)
}

/** Long and short names, as they stand alone and as they stand beside a day (which differ in Slavic languages). */
function monthForms(language: string): ((month: number) => string)[] {
  const calendar = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const
  return (['long', 'short'] as const).flatMap((month) => {
    const alone = new Intl.DateTimeFormat(language, { ...calendar, month })
    const beside = new Intl.DateTimeFormat(language, { ...calendar, month, day: 'numeric' })
    const nameIn = (format: Intl.DateTimeFormat) => (number: number) =>
      format.formatToParts(Date.UTC(2023, number - 1, 15)).find((part) => part.type === 'month')?.value ?? ''
    return [nameIn(alone), nameIn(beside)]
  })
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.\u200e\u200f]/g, '')
    .trim()
    .toLowerCase()
}
