// In: a language tag. Out: the chrome of pages in that language, and the direction of its script.

import { ar } from './ar.ts'
import type { Chrome } from './chrome.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { id } from './id.ts'
import { ps } from './ps.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { zh, zhHant } from './zh.ts'

const chromes: Readonly<Record<string, Chrome>> = {
  ar,
  fa,
  ps,
  ru,
  fr,
  es,
  pt,
  zh,
  id,
  en,
  'zh-Hans': zh,
  'zh-Hant': zhHant,
}

/** The chrome for a BCP 47 tag; English for a language the sample press has no words for. */
export function chromeOf(language: string): Chrome {
  return chromes[language] ?? en
}

/** Which way the language is written. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return ['ar', 'fa', 'ps'].includes(language) ? 'rtl' : 'ltr'
}
