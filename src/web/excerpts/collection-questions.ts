// What the page of all excerpts asks of the desk.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ExportFormat } from '../../server/shapes/excerpt-collection.ts'
import type { Citation, CitationForm } from '../../server/shapes/citation.ts'
import type { ExcerptList } from '../../server/shapes/excerpt.ts'
import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import type { ExcerptFacets } from '../../server/shapes/excerpt-filter.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'
import { filterPairs, hasOrder, type CollectionFilter } from './collection-filter.ts'

/** How many are fetched at once. */
export const PAGE = 100
const firstPage = undefined as string | undefined

function listPath(filter: CollectionFilter, before: string | undefined): string {
  const pairs = [...filterPairs(filter), ['limit', String(PAGE)], ['order', hasOrder(filter) ? 'basket' : 'newest']]
  return `/api/excerpts?${new URLSearchParams(before === undefined ? pairs : [...pairs, ['before', before]])}`
}

export const collectionQuestion = (filter: CollectionFilter) =>
  infiniteQueryOptions({
    queryKey: ['collection', 'list', filter],
    queryFn: ({ pageParam, signal }) => ask<ExcerptList>(listPath(filter, pageParam), { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })

export const collectionFacetsQuestion = (filter: CollectionFilter) =>
  queryOptions({
    queryKey: ['collection', 'facets', filter],
    queryFn: ({ signal }) =>
      ask<ExcerptFacets>(`/api/excerpts/facets?${new URLSearchParams(filterPairs(filter))}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })

export const excerptQuestion = (id: string) =>
  queryOptions({
    queryKey: ['collection', 'excerpt', id],
    queryFn: ({ signal }) => ask<ExcerptDetail>(`/api/excerpts/${id}`, { signal }),
    staleTime: 5_000,
  })

export const citationQuestion = (id: string, form: CitationForm) =>
  queryOptions({
    queryKey: ['collection', 'citation', id, form],
    queryFn: ({ signal }) => ask<Citation>(`/api/excerpts/${id}/citation?form=${form}`, { signal }),
    staleTime: 15_000,
  })

/** After a deed: lists, counts, and the excerpts that pages show beside their text. */
export async function askCollectionAnew(): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['collection'] }),
    client.invalidateQueries({ queryKey: ['item'] }),
  ])
}

/** Where everything that the filter lets through can be had as a file. */
export const exportPath = (filter: CollectionFilter, as: ExportFormat, form: CitationForm): string =>
  `/api/excerpts/export?${new URLSearchParams([...filterPairs(filter), ['as', as], ['form', form]])}`
