// In: new pages and the questions of alerts. Out: which page answers which. The pages are put into a search index of
// their own in memory, so that a question means here exactly what it means in the search.

import type { Alert, SavedSearch } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import { openFtsIndex } from '../store/search/open-fts-index.ts'
import type { ParsedQuery } from '../store/search/parse-query.ts'
import type { SearchDocument } from '../store/search/search-index.ts'

export type Watch = { readonly alert: Alert; readonly search: SavedSearch }
export type Match = { readonly watch: Watch; readonly itemIds: readonly ItemId[] }

/** @param read what a question means. @returns only watches that met something */
export async function findMatches(
  watches: readonly Watch[],
  documents: readonly SearchDocument[],
  read: (query: string) => ParsedQuery,
): Promise<Match[]> {
  if (watches.length === 0 || documents.length === 0) return []
  const index = openFtsIndex(':memory:')
  try {
    await index.upsert(documents)
    const matches: Match[] = []
    for (const watch of watches) {
      const parsed = read(watch.search.query)
      // A question that has become senseless (its outlet was removed) meets nothing.
      if (parsed.kind === 'problems') continue
      const { hits } = await index.search(parsed.query, { order: 'newest', limit: 1_000 })
      if (hits.length > 0) matches.push({ watch, itemIds: hits.map(({ id }) => id as ItemId) })
    }
    return matches
  } finally {
    await index.close()
  }
}
