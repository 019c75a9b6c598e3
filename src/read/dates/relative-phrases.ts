// What CLDR does not list of phrases such as «3 hours ago»: what newspapers write, and amounts in words.

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** Newspapers' own short forms, beside those of CLDR. */
export const extraPhrases: Readonly<
  Record<string, readonly (readonly [phrase: string, unit: Unit, amount?: number])[]>
> = {
  en: [
    ['# mins ago', 'minute'],
    ['# hrs ago', 'hour'],
    ['#h ago', 'hour'],
    ['#m ago', 'minute'],
    ['#d ago', 'day'],
  ],
  ar: [
    ['منذ ساعة', 'hour', 1],
    ['منذ ساعتين', 'hour', 2],
    ['منذ دقيقة', 'minute', 1],
    ['منذ دقيقتين', 'minute', 2],
    ['منذ يوم', 'day', 1],
    ['منذ يومين', 'day', 2],
    ['منذ # ساعات', 'hour'],
    ['منذ # ساعة', 'hour'],
    ['منذ # دقيقة', 'minute'],
    ['منذ # دقائق', 'minute'],
    ['منذ # يوم', 'day'],
    ['منذ # أيام', 'day'],
  ],
  fa: [
    ['# ساعت قبل', 'hour'],
    ['# دقیقه قبل', 'minute'],
    ['# روز قبل', 'day'],
  ],
  ur: [
    ['# گھنٹے قبل', 'hour'],
    ['# گھنٹہ قبل', 'hour'],
    ['# منٹ قبل', 'minute'],
    ['# دن قبل', 'day'],
    ['گزشتہ روز', 'day', 1],
  ],
  ps: [
    ['# ساعته مخکې', 'hour'],
    ['# ساعتونه مخکې', 'hour'],
    ['# دقيقې مخکې', 'minute'],
    ['# دقیقې مخکې', 'minute'],
    ['# ورځې مخکې', 'day'],
    ['# ورځ مخکې', 'day'],
    ['پرون', 'day', 1],
  ],
  ckb: [
    ['# کاتژمێر لەمەوبەر', 'hour'],
    ['# خولەک لەمەوبەر', 'minute'],
    ['# ڕۆژ لەمەوبەر', 'day'],
    ['دوێنێ', 'day', 1],
  ],
  zh: [
    ['# 小時前', 'hour'],
    ['#小時前', 'hour'],
    ['#分鐘前', 'minute'],
    ['# 分鐘前', 'minute'],
    ['# 天前', 'day'],
  ],
  ru: [
    ['час назад', 'hour', 1],
    ['минуту назад', 'minute', 1],
    ['день назад', 'day', 1],
    ['неделю назад', 'week', 1],
  ],
  uk: [
    ['годину тому', 'hour', 1],
    ['день тому', 'day', 1],
  ],
  id: [
    ['# jam lalu', 'hour'],
    ['# menit lalu', 'minute'],
    ['# hari lalu', 'day'],
  ],
  th: [
    ['# ชั่วโมงที่แล้ว', 'hour'],
    ['# นาทีที่แล้ว', 'minute'],
    ['# วันที่แล้ว', 'day'],
  ],
}

/** Amounts in words: CLDR prints digits only. */
export const amountsInWords: Readonly<Record<string, readonly string[]>> = {
  en: ['a|an|one', 'two', 'three', 'four', 'five'],
  fa: ['یک', 'دو', 'سه', 'چهار', 'پنج'],
  ur: ['ایک', 'دو', 'تین', 'چار', 'پانچ'],
  de: ['einem|einer', 'zwei', 'drei', 'vier', 'fünf'],
  fr: ['une|un', 'deux', 'trois', 'quatre', 'cinq'],
  es: ['una|un', 'dos', 'tres', 'cuatro', 'cinco'],
  pt: ['uma|um', 'duas|dois', 'três', 'quatro', 'cinco'],
  it: ["un'|una|un", 'due', 'tre', 'quattro', 'cinque'],
  ru: ['один|одну', 'два|две', 'три', 'четыре', 'пять'],
  tr: ['bir', 'iki', 'üç', 'dört', 'beş'],
  id: ['satu', 'dua', 'tiga', 'empat', 'lima'],
}
