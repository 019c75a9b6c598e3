// The gazetteer of countries: names in every language that the platform's CLDR knows, computed when asked for, never stored.

import { setImmediate as breathe } from 'node:timers/promises'

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** Groupings, private codes and the like that CLDR names beside states. */
const noCountry = /^(?:EU|EZ|UN|ZZ|Q.|X[^K])$/

/** ISO 3166-1 alpha-2 of every country and territory with a name, withdrawn codes left out. */
export const countryCodes: readonly string[] = listCodes()

function listCodes(): string[] {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const all = letters.flatMap((one) => letters.map((other) => `${one}${other}`.toUpperCase()))
  return all.filter((code) => {
    if (noCountry.test(code) || english.of(code) === undefined) return false
    return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
  })
}

const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** The name in English; the code itself when there is none. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (english.of(code) ?? code) : code
}

export type CountryName = { readonly language: string; readonly name: string; readonly isShort: boolean }

let languages: Promise<readonly string[]> | undefined

/** Every language in which the platform can name countries: some 250. Computed once, a letter at a time. */
function listNamingLanguages(): Promise<readonly string[]> {
  languages ??= findLanguages()
  return languages
}

async function findLanguages(): Promise<readonly string[]> {
  const found: string[] = []
  for (const first of letters) {
    const codes = letters.flatMap((second) => [
      `${first}${second}`,
      ...letters.map((third) => `${first}${second}${third}`),
    ])
    // The canonical form of a withdrawn code is another language, which comes by itself.
    found.push(...Intl.DisplayNames.supportedLocalesOf(codes).filter((tag) => codes.includes(tag)))
    await breathe()
  }
  return found
}

/** The names of a country in all languages, short forms beside the long ones where they differ. */
export async function listCountryNames(code: string): Promise<CountryName[]> {
  const found: CountryName[] = []
  for (const language of await listNamingLanguages()) {
    const name = nameIn(language, code, 'long')
    const short = nameIn(language, code, 'short')
    if (name !== undefined) found.push({ language, name, isShort: false })
    if (short !== undefined && short !== name) found.push({ language, name: short, isShort: true })
  }
  return found
}

function nameIn(language: string, code: string, style: 'long' | 'short'): string | undefined {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style }).of(code)
}
