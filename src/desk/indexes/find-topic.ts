// In: a topic in words. Out: the articles whose text holds all of them, by the search index.

import type { ArticleId } from '../../domain/article.ts'
import { parseQuery } from '../../store/search/parse-query.ts'
import type { SearchIndex } from '../../store/search/search-index.ts'

/** The most articles that a topic takes from search. */
const MOST_FOUND = 1_000
/** A query takes a hundred parts at most. */
const MOST_WORDS = 40

/** The words are looked for as they are: nothing in them is a filter or an operator. */
export async function findArticlesOn(search: Pick<SearchIndex, 'search'>, topic: string): Promise<Set<ArticleId>> {
  const words = topic
    .replace(/["()*:-]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
  const parsed = parseQuery(`kind:article ${words.map((word) => `"${word}"`).join(' ')}`)
  if (words.length === 0 || parsed.kind === 'problems') return new Set()
  const { hits } = await search.search(parsed.query, { order: 'newest', limit: MOST_FOUND })
  return new Set(hits.map(({ id }) => id as ArticleId))
}
