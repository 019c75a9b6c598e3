// In: an instant as ISO 8601 with offset. Out: the day as an outlet prints it, in its own calendar, words and digits.
// Why by hand: month names differ between countries that share a language, and must not change with the platform's ICU.

/** How an outlet prints a date. */
export type CalendarStyle =
  | 'ar-eg'
  | 'ar-hijri'
  | 'ar-west'
  | 'fa-jalali'
  | 'fa-jalali-numeric'
  | 'fa-both'
  | 'ps-afghan'
  | 'ps-both'
  | 'ru'
  | 'ru-numeric'
  | 'fr'
  | 'fr-numeric'
  | 'es'
  | 'pt'
  | 'zh'
  | 'zh-hant'
  | 'id'
  | 'en'
  | 'en-us'
  | 'en-iso'

type Parts = { day: number; month: number; year: number; weekday: number; time: string }

const words = (text: string) => text.split(' ')
const weekdays = {
  ar: words('الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد'),
  fa: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
  fr: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  es: words('lunes martes miércoles jueves viernes sábado domingo'),
  id: words('Senin Selasa Rabu Kamis Jumat Sabtu Minggu'),
  zh: words('星期一 星期二 星期三 星期四 星期五 星期六 星期日'),
}
const months = {
  arEg: words('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'),
  arHijri: [
    'محرم',
    'صفر',
    'ربيع الأول',
    'ربيع الآخر',
    'جمادى الأولى',
    'جمادى الآخرة',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعدة',
    'ذو الحجة',
  ],
  faJalali: words('فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'),
  faWest: words('ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'),
  psAfghan: words('وري غويي غبرګولي چنګاښ زمري وږي تلې لړم ليندۍ مرغومي سلواغې کب'),
  psWest: words('جنوري فبروري مارچ اپرېل مې جون جولای اګست سپټمبر اکټوبر نومبر ډسمبر'),
  ru: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  fr: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  es: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  pt: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  id: words('Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'),
  en: words('January February March April May June July August September October November December'),
}

const pad = (value: number) => String(value).padStart(2, '0')
const inDigits = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const arabicDigits = (value: number | string) => inDigits(String(value), 0x660)
const persianDigits = (value: number | string) => inDigits(String(value), 0x6f0)

function partsOf(published: string, calendar: 'iso8601' | 'persian' | 'islamic-umalqura'): Parts {
  const local = Temporal.PlainDateTime.from(published)
  const { day, month, year } = local.withCalendar(calendar)
  return { day, month, year, weekday: local.dayOfWeek - 1, time: `${pad(local.hour)}:${pad(local.minute)}` }
}

type Printer = (west: Parts, jalali: Parts, hijri: Parts) => string

const printers: Record<CalendarStyle, Printer> = {
  'ar-eg': (w) =>
    `${weekdays.ar[w.weekday]} ${arabicDigits(w.day)} ${months.arEg[w.month - 1]} ${arabicDigits(w.year)} - ${arabicDigits(w.time)}`,
  'ar-hijri': (w, _, h) =>
    `${weekdays.ar[w.weekday]} ${h.day} ${months.arHijri[h.month - 1]} ${h.year}هـ الموافق ${w.day} ${months.arEg[w.month - 1]} ${w.year}م`,
  'ar-west': (w) => `${w.day} ${months.arEg[w.month - 1]} ${w.year}`,
  'fa-jalali': (w, j) =>
    `${weekdays.fa[w.weekday]} ${persianDigits(j.day)} ${months.faJalali[j.month - 1]} ${persianDigits(j.year)} - ${persianDigits(w.time)}`,
  'fa-jalali-numeric': (w, j) => `${j.year}/${pad(j.month)}/${pad(j.day)} - ${w.time}`,
  'fa-both': (w, j) =>
    `${persianDigits(j.day)} ${months.faJalali[j.month - 1]} ${persianDigits(j.year)} برابر با ${persianDigits(w.day)} ${months.faWest[w.month - 1]} ${persianDigits(w.year)}`,
  'ps-afghan': (_, j) => `د ${persianDigits(j.year)} کال د ${months.psAfghan[j.month - 1]} ${persianDigits(j.day)}مه`,
  'ps-both': (w, j) =>
    `${persianDigits(j.year)} ${months.psAfghan[j.month - 1]} ${persianDigits(j.day)} - ${w.year} ${months.psWest[w.month - 1]} ${w.day}`,
  ru: (w) => `${w.day} ${months.ru[w.month - 1]} ${w.year}, ${w.time}`,
  'ru-numeric': (w) => `${pad(w.day)}.${pad(w.month)}.${w.year} ${w.time}`,
  fr: (w) =>
    `${weekdays.fr[w.weekday]} ${w.day === 1 ? '1er' : w.day} ${months.fr[w.month - 1]} ${w.year} à ${w.time.replace(':', 'h')}`,
  'fr-numeric': (w) => `${pad(w.day)}/${pad(w.month)}/${w.year} à ${w.time}`,
  es: (w) => `${weekdays.es[w.weekday]} ${w.day} de ${months.es[w.month - 1]} de ${w.year}`,
  pt: (w) => `${w.day} de ${months.pt[w.month - 1]} de ${w.year}, ${w.time.replace(':', 'h')}`,
  zh: (w) => `${w.year}年${w.month}月${w.day}日 ${w.time}`,
  'zh-hant': (w) => `${w.year}年${w.month}月${w.day}日 ${weekdays.zh[w.weekday]}`,
  id: (w) => `${weekdays.id[w.weekday]}, ${w.day} ${months.id[w.month - 1]} ${w.year} ${w.time} WIB`,
  en: (w) => `${w.day} ${months.en[w.month - 1]} ${w.year}`,
  'en-us': (w) => `${months.en[w.month - 1]} ${w.day}, ${w.year}`,
  'en-iso': (w) => `${w.year}-${pad(w.month)}-${pad(w.day)} ${w.time}`,
}

/**
 * The date as printed on a page.
 *
 * @param published ISO 8601 with offset; its local day and time are what is printed
 */
export function printDate(style: CalendarStyle, published: string): string {
  const west = partsOf(published, 'iso8601')
  return printers[style](west, partsOf(published, 'persian'), partsOf(published, 'islamic-umalqura'))
}
