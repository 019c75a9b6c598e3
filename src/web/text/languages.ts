import { perLanguage, t } from './t.ts'

const names = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }))
const regions = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }))
const rightToLeft = new Set(['ar', 'fa', 'prs', 'ps', 'ur', 'he', 'ckb', 'ug', 'sd', 'yi', 'dv', 'syr', 'arc', 'azb'])

/** ISO 639 has tags for “not determined”, “none”, “several”; a reader is told that it is not known. */
export function isUnknown(tag: string | null): boolean {
  return tag === null || /^(und|zxx|mis|mul)(-|$)/i.test(tag)
}

/** The interface's name of a language given as BCP 47; the tag itself when it has none. */
export function languageName(tag: string): string {
  if (isUnknown(tag)) return t('unknown')
  try {
    return names().of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The interface's name of a country given as ISO 3166-1 alpha-2. */
export function countryName(code: string): string {
  try {
    return regions().of(code) ?? code
  } catch {
    return code
  }
}

/** The short tag shown beside a line, such as AR or ZH; a script is kept where it tells two apart. */
export function languageTag(tag: string): string {
  const [language = tag, ...rest] = tag.split('-')
  const script = rest.find((part) => part.length === 4)
  return script ? `${language.toUpperCase()}-${script}` : language.toUpperCase()
}

/** The direction a language is written in, for names whose direction the server does not tell. */
export function directionOf(tag: string | null): 'ltr' | 'rtl' | 'auto' {
  if (tag === null || isUnknown(tag)) return 'auto'
  return rightToLeft.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
