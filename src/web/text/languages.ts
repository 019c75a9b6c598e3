import { interfaceLanguage } from './t.ts'

const names = new Intl.DisplayNames(interfaceLanguage, { type: 'language', fallback: 'code' })
const regions = new Intl.DisplayNames(interfaceLanguage, { type: 'region', fallback: 'code' })
const rightToLeft = new Set(['ar', 'fa', 'prs', 'ps', 'ur', 'he', 'ckb', 'ug', 'sd', 'yi', 'dv', 'syr', 'arc', 'azb'])

/** The interface's name of a language given as BCP 47; the tag itself when it has none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The interface's name of a country given as ISO 3166-1 alpha-2. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code
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
  if (tag === null) return 'auto'
  return rightToLeft.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
