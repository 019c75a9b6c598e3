// The desk's own words. One catalogue a language; a phrase is a string, or one string for each plural form.
// `{name}` stands for a value. Mixed lines are made with <Say>, from isolates, never by joining strings.
// English is always there; another language is fetched when it is chosen, and a phrase it lacks is said in English.

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
/** A language's phrases by key. A test holds every language to every key; what lacks is said in English. */
export type Catalogue = Readonly<Partial<Record<PhraseKey, Phrase>>>

export const languages = ['en', 'fr', 'ar', 'ru'] as const
export type InterfaceLanguage = (typeof languages)[number]

/** Fetches a catalogue; English needs no fetching. */
const catalogues: Readonly<Record<InterfaceLanguage, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(english),
  fr: () => import('./fr.ts').then((file) => file.french),
  ar: () => import('./ar.ts').then((file) => file.arabic),
  ru: () => import('./ru.ts').then((file) => file.russian),
}

let language: InterfaceLanguage = 'en'
let words: Catalogue = english

/** The interface's language; the document element says the same. */
export const interfaceLanguage = (): InterfaceLanguage => language
export const interfaceDirection = (): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** From now on the desk speaks this language. What is on the screen has to be drawn anew. */
export async function speak(next: InterfaceLanguage): Promise<void> {
  words = await catalogues[next]()
  language = next
}

/** What is made once for each language spoken, such as a format. @param make is given the locale for `Intl` */
export function perLanguage<Made>(make: (locale: string) => Made): () => Made {
  let made: { language: InterfaceLanguage; value: Made } | null = null
  return () => {
    if (made?.language !== language) made = { language, value: make(language === 'en' ? 'en-GB' : language) }
    return made.value
  }
}

const plurals = perLanguage((locale) => new Intl.PluralRules(locale))
const counts = perLanguage((locale) => new Intl.NumberFormat(locale, { numberingSystem: 'latn' }))

/** A whole number as the interface writes it. */
export function count(value: number): string {
  return counts().format(value)
}

/** The pattern of a phrase; `values.n` chooses the plural form. */
export function patternOf(key: PhraseKey, values: PhraseValues = {}): string {
  const phrase: Phrase = words[key] ?? english[key]
  if (typeof phrase === 'string') return phrase
  return phrase[plurals().select(Number(values.n ?? 0))] ?? phrase.other
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
