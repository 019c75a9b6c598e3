// The language in which a page writes its dates, and whether it puts the month first.

import { metaOf, type PageFacts } from '../metadata/page-facts.ts'
import type { DateContext } from './printed-dates.ts'

/** Countries whose English or other press writes 5/3 for the third of May. */
const monthFirstPlaces = /[-_](?:us|ph|bz|pr|fm|gu)\b/i

export function dateContextOf(facts: PageFacts, url: string, detected: string | null): DateContext {
  const claimed =
    facts.htmlLang ?? metaOf(facts, 'og:locale', 'content-language', 'language') ?? facts.jsonLd.article?.language ?? ''
  const language = (detected ?? claimed ?? '').toLowerCase().replace('_', '-') || '*'
  const locales = [facts.htmlLang, metaOf(facts, 'og:locale'), facts.jsonLd.article?.language].filter(Boolean).join(' ')
  const isEnglish = language.startsWith('en')
  const dmyHost = /\.(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|lk|bd|sg|my|hk|eu|de|fr|it|nl)(?:[:/]|$)/i.test(url.slice(0, 120))
  const dmyLocale = /en[-_](?:gb|au|nz|ie|in|za|ng|ke|gh|pk|sg|my|hk)/i.test(locales)
  const isMonthFirstPlace = monthFirstPlaces.test(locales)
  return {
    language,
    monthFirst: isMonthFirstPlace || (isEnglish && !dmyHost && !dmyLocale),
    isOrderKnown: isMonthFirstPlace || dmyHost || dmyLocale || (!isEnglish && language !== '*'),
  }
}
