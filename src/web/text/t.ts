// The desk's own words. One catalogue a language; a phrase is a string, or one string for each plural form.
// `{name}` stands for a value. Mixed lines are made with <Say>, from isolates, never by joining strings.

import { english } from './en.ts'

export type PluralForms = {
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly zero?: string
  readonly other: string
}
export type Phrase = string | PluralForms
export type PhraseKey = keyof typeof english
export type PhraseValues = Readonly<Record<string, string | number>>

/** The interface's language; the document element says the same. */
export const interfaceLanguage = 'en'
export const interfaceDirection: 'ltr' | 'rtl' = 'ltr'

const plurals = new Intl.PluralRules(interfaceLanguage)
const counts = new Intl.NumberFormat(interfaceLanguage, { numberingSystem: 'latn' })

/** A whole number as the interface writes it. */
export function count(value: number): string {
  return counts.format(value)
}

/** The pattern of a phrase; `values.n` chooses the plural form. */
export function patternOf(key: PhraseKey, values: PhraseValues = {}): string {
  const phrase: Phrase = english[key]
  if (typeof phrase === 'string') return phrase
  return phrase[plurals.select(Number(values.n ?? 0))] ?? phrase.other
}

/** A phrase with its values put in. */
export function t(key: PhraseKey, values: PhraseValues = {}): string {
  return patternOf(key, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? count(value) : value
  })
}

/** Whether the catalogue has the key: for names that come from the server, such as kinds of failure. */
export function hasPhrase(key: string): key is PhraseKey {
  return Object.hasOwn(english, key)
}
