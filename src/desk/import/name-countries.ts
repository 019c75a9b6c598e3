import type { ArticlePrint } from '../../domain/article.ts'
export function nameCountries(_: ArticlePrint): { countries: string[]; countriesAlso: string[] } {
  return { countries: [], countriesAlso: [] }
}
