// In: a document. Out: the states it is about, and others that its analysis names.
// What a piece is about stands in its headline or is named about as often as what is named most; the rest is by the way.

import type { ArticlePrint } from '../../domain/article.ts'
import { findCountryWords } from '../authorities/find-names.ts'
import type { FoundName } from '../authorities/found-name.ts'

export type NamedCountries = { readonly countries: readonly string[]; readonly countriesAlso: readonly string[] }

const weights = { title: 0, caption: 0, summary: 1, body: 1, 'pull-quote': 1, excerpt: 0.25 } as const
/** An excerpt is long; by itself it makes no subject. */
const mostFromExcerpts = 2
const subjectShare = 0.45

/** ISO 3166-1 alpha-2 codes, the most named first. @param names what the prose of the document names */
export function nameCountries(document: ArticlePrint, names: readonly FoundName[]): NamedCountries {
  const inTitle = new Set(findCountryWords(document.title?.text ?? '').map(({ country }) => country))
  if (document.kind === 'index') return { countries: [...inTitle], countriesAlso: [] }
  const named = names.flatMap(({ country, mentions }) =>
    country === null ? [] : [{ country, weight: weigh(mentions), inAnalysis: mentions.some(isAnalysis) }],
  )
  const most = Math.max(1, ...named.map(({ weight }) => weight))
  const ranked = named.toSorted((a, b) => b.weight - a.weight)
  const isSubject = ({ country, weight, inAnalysis }: (typeof named)[number]): boolean =>
    inTitle.has(country) || (inAnalysis && weight >= most * subjectShare && weight >= 2)
  const subjects = ranked.filter(isSubject).map(({ country }) => country)
  const missing = [...inTitle].filter((country) => !subjects.includes(country))
  return {
    countries: [...subjects, ...missing],
    countriesAlso: ranked.filter((one) => one.inAnalysis && !isSubject(one)).map(({ country }) => country),
  }
}

function weigh(mentions: FoundName['mentions']): number {
  const excerpts = mentions.filter(({ part }) => part === 'excerpt').length
  const others = mentions.filter(({ part }) => part !== 'excerpt').reduce((sum, { part }) => sum + weights[part], 0)
  return others + Math.min(mostFromExcerpts, excerpts * weights.excerpt)
}

function isAnalysis({ part }: FoundName['mentions'][number]): boolean {
  return part === 'body' || part === 'summary'
}
