// What the screens of the archive ask. All keys start with `archive`, so that a deed asks all of it anew.

import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ArticleDetail, ArticleFacets, ArticleList, FindingList } from '../../server/shapes/article.ts'
import type { CitedOutlets } from '../../server/shapes/cited-outlet.ts'
import type { ImportDetail, ImportList } from '../../server/shapes/import.ts'
import type { Worklist } from '../../server/shapes/worklist.ts'
import type {
  AuthorityDetail,
  AuthorityList,
  JoinList,
  JoinSuggestionList,
  JudgmentList,
  MentionList,
} from '../../server/shapes/authority.ts'
import type { ImportedIndex, MadeIndexRecord } from '../../server/shapes/index-list.ts'
import { ask, queryOf } from '../api/ask.ts'
import type { ArchiveFilter } from './archive-filter.ts'

const STEADY = 60_000
const firstPage = undefined as string | undefined

/** After a deed everything of the archive is asked anew when it is next looked at. */
export const askAnew = (client: QueryClient) => client.invalidateQueries({ queryKey: ['archive'] })

export const articlesQuestion = (filter: ArchiveFilter) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'articles', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<ArticleList>(`/api/articles${queryOf({ limit: 200, before: pageParam, ...filter })}`, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: STEADY,
  })

/** What the articles found can be narrowed by. */
export const facetsQuestion = (filter: ArchiveFilter) =>
  queryOptions({
    queryKey: ['archive', 'facets', filter],
    queryFn: ({ signal }) => ask<ArticleFacets>(`/api/articles/facets${queryOf(filter)}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: STEADY,
  })

export const articleQuestion = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'article', id],
    queryFn: ({ signal }) => ask<ArticleDetail>(`/api/articles/${id}`, { signal }),
    staleTime: STEADY,
  })

export const findingsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'article', id, 'findings'],
    queryFn: ({ signal }) => ask<FindingList>(`/api/articles/${id}/findings`, { signal }),
    staleTime: STEADY,
  })

/** One outlet as articles print it, by its key. */
export const citedOutletQuestion = (key: string) =>
  queryOptions({
    queryKey: ['archive', 'cited-outlets', key],
    queryFn: ({ signal }) => ask<CitedOutlets>(`/api/cited-outlets${queryOf({ key })}`, { signal }),
    staleTime: STEADY,
  })

export const importsQuestion = () =>
  queryOptions({
    queryKey: ['archive', 'imports'],
    queryFn: ({ signal }) => ask<ImportList>('/api/imports', { signal }),
    staleTime: STEADY,
  })

export const importQuestion = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'imports', id],
    queryFn: ({ signal }) => ask<ImportDetail>(`/api/imports/${id}`, { signal }),
    staleTime: STEADY,
  })

export const worklistQuestion = (trouble: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'worklist', trouble],
    queryFn: ({ pageParam, signal }) =>
      ask<Worklist>(`/api/worklist${queryOf({ trouble, limit: 100, after: pageParam })}`, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: STEADY,
  })

export const importedIndexQuestion = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'index', id],
    queryFn: ({ signal }) => ask<ImportedIndex>(`/api/indexes/${id}`, { signal }),
    staleTime: STEADY,
  })

export const madeBy = ['countries', 'authors', 'topics'] as const
export type MadeBy = (typeof madeBy)[number]

export const madeIndexPath = (by: MadeBy, value: string) => `/api/indexes/${by}/${encodeURIComponent(value)}`

export const madeIndexQuestion = (by: MadeBy, value: string) =>
  queryOptions({
    queryKey: ['archive', 'made-index', by, value],
    queryFn: ({ signal }) => ask<MadeIndexRecord>(madeIndexPath(by, value), { signal }),
    staleTime: STEADY,
  })

export const AUTHORITY_PAGE = 200

export const authoritiesQuestion = (kind: string | undefined, begins: string) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'authorities', kind, begins],
    queryFn: ({ pageParam, signal }) =>
      ask<AuthorityList>(`/api/authorities${queryOf({ kind, begins, limit: AUTHORITY_PAGE, offset: pageParam })}`, {
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const sofar = pages.reduce((sum, each) => sum + each.authorities.length, 0)
      return page.authorities.length === AUTHORITY_PAGE && sofar < page.total ? sofar : undefined
    },
    placeholderData: keepPreviousData,
    staleTime: STEADY,
  })

export const authorityQuestion = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'authority', id],
    queryFn: ({ signal }) => ask<AuthorityDetail>(`/api/authorities/${id}`, { signal }),
    staleTime: STEADY,
  })

export const mentionsQuestion = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['archive', 'authority', id, 'mentions'],
    queryFn: ({ pageParam, signal }) =>
      ask<MentionList>(`/api/authorities/${id}/mentions${queryOf({ limit: 50, before: pageParam })}`, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: STEADY,
  })

export const judgmentsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'authority', id, 'judgments'],
    queryFn: ({ signal }) => ask<JudgmentList>(`/api/authorities/${id}/judgments`, { signal }),
    staleTime: STEADY,
  })

export const suggestionsQuestion = () =>
  queryOptions({
    queryKey: ['archive', 'joins', 'suggestions'],
    queryFn: ({ signal }) => ask<JoinSuggestionList>('/api/joins/suggestions', { signal }),
    staleTime: STEADY,
  })

export const joinsQuestion = () =>
  queryOptions({
    queryKey: ['archive', 'joins'],
    queryFn: ({ signal }) => ask<JoinList>('/api/joins', { signal }),
    staleTime: STEADY,
  })
