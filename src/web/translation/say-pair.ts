import { languageName } from '../text/languages.ts'
import { interfaceDirection, perLanguage } from '../text/t.ts'

/** From one language into another, in words; the arrow points the way one reads. */
export function sayPair(from: string, to: string, name: (tag: string) => string = languageName): string {
  return `${name(from)} ${interfaceDirection() === 'rtl' ? '←' : '→'} ${name(to)}`
}

const lists = perLanguage((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }))

export const sayList = (words: readonly string[]): string => lists().format(words)
