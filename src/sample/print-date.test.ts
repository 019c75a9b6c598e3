import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleOutlets } from './outlets.ts'
import { printDate } from './print-date.ts'

const at = '2023-09-16T18:05+03:00'

test('each calendar prints the day of the charter in its own words and digits', () => {
  const printed = {
    'ar-eg': 'السبت ١٦ سبتمبر ٢٠٢٣ - ١٨:٠٥',
    'ar-hijri': 'السبت 1 ربيع الأول 1445هـ الموافق 16 سبتمبر 2023م',
    'fa-jalali': 'شنبه ۲۵ شهریور ۱۴۰۲ - ۱۸:۰۵',
    'fa-jalali-numeric': '1402/06/25 - 18:05',
    'fa-both': '۲۵ شهریور ۱۴۰۲ برابر با ۱۶ سپتامبر ۲۰۲۳',
    'ps-afghan': 'د ۱۴۰۲ کال د وږي ۲۵مه',
    'ps-both': '۱۴۰۲ وږي ۲۵ - 2023 سپټمبر 16',
    ru: '16 сентября 2023, 18:05',
    'ru-numeric': '16.09.2023 18:05',
    fr: 'samedi 16 septembre 2023 à 18h05',
    'fr-numeric': '16/09/2023 à 18:05',
    es: 'sábado 16 de septiembre de 2023',
    pt: '16 de setembro de 2023, 18h05',
    zh: '2023年9月16日 18:05',
    'zh-hant': '2023年9月16日 星期六',
    id: 'Sabtu, 16 September 2023 18:05 WIB',
    en: '16 September 2023',
    'en-us': 'September 16, 2023',
    'en-iso': '2023-09-16 18:05',
  } as const
  for (const [style, expected] of Object.entries(printed)) {
    assert.equal(printDate(style as keyof typeof printed, at), expected, style)
  }
})

test('the first day of a month is printed the French way', () => {
  assert.equal(printDate('fr', '2023-10-01T07:00+02:00'), 'dimanche 1er octobre 2023 à 07h00')
})

test('the Hijri dateline which an agency printed by hand is the day on which it published', () => {
  const ufuq = sampleOutlets.find(({ host }) => host === 'ufuq-agency.example')
  for (const item of ufuq?.items ?? []) {
    const hijri = Temporal.PlainDateTime.from(item.published).withCalendar('islamic-umalqura')
    assert.match(item.dateline ?? '', new RegExp(` ${hijri.day} \\S.* ${hijri.year} هـ`), item.path)
  }
})
