// Every question the desk asks, as options for the query cache. Keys start with the noun, so that a noun can be asked anew.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CaptureDetail } from '../../server/shapes/capture.ts'
import type { Clipper } from '../../server/shapes/clip.ts'
import type { Failures } from '../../server/shapes/failure.ts'
import type { Coverage, OutletHealthDetail } from '../../server/shapes/health.ts'
import type { ItemChanges, ItemCounts, ItemDetail, ItemList } from '../../server/shapes/item.ts'
import type { OutletDetail, OutletList } from '../../server/shapes/outlet.ts'
import type { OutletMoveList } from '../../server/shapes/outlet-move.ts'
import type { PolicyRecord, RobotsView } from '../../server/shapes/policy.ts'
import type { DeliveryList, NoticeList, SavedSearchList } from '../../server/shapes/saved-search.ts'
import type { SearchCounts, SearchResult } from '../../server/shapes/search.ts'
import type { Settings } from '../../server/shapes/setting.ts'
import type { Status } from '../../server/shapes/status.ts'
import type { MarkList } from '../../server/shapes/triage.ts'
import type { Trends, TrendsQuery } from '../../server/shapes/trend.ts'
import { ask, queryOf } from './ask.ts'

/** As it stands in the address: several values of one name are parted by commas. */
export type ItemFilter = { readonly [Name in (typeof filterNames)[number]]?: string | undefined }
export const filterNames = [
  'triage',
  'language',
  'outlet',
  'country',
  'alignment',
  'state',
  'mark',
  'day',
  'from',
  'to',
  'by',
] as const
export type SearchOrder = 'newest' | 'relevant'

const PAGE = 100
const several = new Set(['triage', 'language', 'outlet', 'country', 'state'])

/** The filter as the API asks for it. `by=time` takes copies apart; else the copies of one piece are one row. */
function paramsOf({ by, ...filter }: ItemFilter) {
  const values = Object.entries(filter).map(([name, value]) => [name, several.has(name) ? value?.split(',') : value])
  return { ...Object.fromEntries(values), grouped: by === 'time' ? undefined : 'true' } as Record<
    string,
    string | string[] | undefined
  >
}

const firstPage = undefined as string | undefined

export const askItems = (filter: ItemFilter, before?: string, signal?: AbortSignal) =>
  ask<ItemList>(`/api/items${queryOf({ limit: PAGE, before, ...paramsOf(filter) })}`, signal ? { signal } : {})

/** How many of each kind there are, for the filters beside the list. */
export const itemCountsQuestion = (filter: ItemFilter) =>
  queryOptions({
    queryKey: ['item-counts', filter],
    queryFn: ({ signal }) => {
      const { grouped: _, ...params } = paramsOf(filter)
      return ask<ItemCounts>(`/api/items/counts${queryOf(params)}`, { signal })
    },
    placeholderData: keepPreviousData,
    staleTime: 20_000,
  })

export const settingsQuestion = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => ask<Settings>('/api/settings', { signal }),
    staleTime: 60_000,
  })

export const marksQuestion = () =>
  queryOptions({
    queryKey: ['marks'],
    queryFn: ({ signal }) => ask<MarkList>('/api/marks', { signal }),
    staleTime: 30_000,
  })

/** What was opened and left is kept a short while only: a day of reading must not fill the browser. */
const SOON = 300_000

export const itemQuestion = (id: string) =>
  queryOptions({
    queryKey: ['item', id],
    queryFn: ({ signal }) => ask<ItemDetail>(`/api/items/${id}`, { signal }),
    staleTime: 60_000,
    gcTime: SOON,
  })

export const changesQuestion = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['item', id, 'changes', from, to],
    queryFn: ({ signal }) => ask<ItemChanges>(`/api/items/${id}/changes${queryOf({ from, to })}`, { signal }),
    staleTime: Infinity,
    gcTime: SOON,
  })

export const captureQuestion = (id: string) =>
  queryOptions({
    queryKey: ['capture', id],
    queryFn: ({ signal }) => ask<CaptureDetail>(`/api/captures/${id}`, { signal }),
    staleTime: 60_000,
    gcTime: SOON,
  })

export const searchQuestion = (q: string, order: SearchOrder) =>
  infiniteQueryOptions({
    queryKey: ['search', q, order],
    queryFn: ({ pageParam, signal }) =>
      ask<SearchResult>(`/api/search${queryOf({ q, order, limit: 50, before: pageParam, articles: 'with' })}`, {
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const countsQuestion = (q: string) =>
  queryOptions({
    queryKey: ['counts', q],
    // Without a query it counts what was collected: an article of ours is no item of the press.
    queryFn: ({ signal }) =>
      ask<SearchCounts>(`/api/search/counts${queryOf({ q, articles: q === '' ? undefined : 'with' })}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

export const outletsQuestion = () =>
  queryOptions({
    queryKey: ['outlets'],
    queryFn: ({ signal }) => ask<OutletList>('/api/outlets', { signal }),
    staleTime: 15_000,
  })

/** @param day what was printed on that day (UTC, ISO); today's without */
export const outletQuestion = (id: string, day?: string) =>
  queryOptions({
    queryKey: ['outlet', id, day ?? ''],
    queryFn: ({ signal }) => ask<OutletDetail>(`/api/outlets/${id}${queryOf({ day })}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })

export const outletHealthQuestion = (id: string) =>
  queryOptions({
    queryKey: ['outlet', id, 'health'],
    queryFn: ({ signal }) => ask<OutletHealthDetail>(`/api/outlets/${id}/health?days=30`, { signal }),
    staleTime: 60_000,
  })

export const outletMovesQuestion = (id: string) =>
  queryOptions({
    queryKey: ['outlet', id, 'moves'],
    queryFn: ({ signal }) => ask<OutletMoveList>(`/api/outlets/${id}/moves`, { signal }),
    staleTime: 30_000,
  })

export const policyQuestion = (id: string) =>
  queryOptions({
    queryKey: ['outlet', id, 'policy'],
    queryFn: ({ signal }) => ask<PolicyRecord>(`/api/outlets/${id}/policy`, { signal }),
    staleTime: 30_000,
  })

export const robotsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['outlet', id, 'robots'],
    queryFn: ({ signal }) => ask<RobotsView>(`/api/outlets/${id}/robots`, { signal }),
    staleTime: 60_000,
  })

export const coverageQuestion = (from?: string, to?: string) =>
  queryOptions({
    queryKey: ['coverage', from, to],
    queryFn: ({ signal }) => ask<Coverage>(`/api/coverage${queryOf({ from, to })}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const searchesQuestion = () =>
  queryOptions({
    queryKey: ['searches'],
    queryFn: ({ signal }) => ask<SavedSearchList>('/api/searches', { signal }),
    staleTime: 30_000,
  })

export const noticesQuestion = (searchId?: string) =>
  queryOptions({
    queryKey: ['notices', searchId],
    queryFn: ({ signal }) => ask<NoticeList>(`/api/notices${queryOf({ searchId, limit: 100 })}`, { signal }),
    staleTime: 15_000,
  })

export const deliveriesQuestion = (alertId: string) =>
  queryOptions({
    queryKey: ['searches', 'deliveries', alertId],
    queryFn: ({ signal }) => ask<DeliveryList>(`/api/alerts/${alertId}/deliveries`, { signal }),
    staleTime: 15_000,
  })

export const trendsQuestion = (query: TrendsQuery) =>
  queryOptions({
    queryKey: ['trends', query],
    queryFn: ({ signal }) => ask<Trends>(`/api/search/trends${queryOf(query)}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const clipperQuestion = () =>
  queryOptions({
    queryKey: ['clipper'],
    queryFn: ({ signal }) => ask<Clipper>('/api/clipper', { signal }),
    staleTime: 60_000,
  })

export const statusQuestion = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => ask<Status>('/api/status', { signal }),
    refetchInterval: 15_000,
  })

export const failuresQuestion = () =>
  queryOptions({
    queryKey: ['failures'],
    queryFn: ({ signal }) => ask<Failures>('/api/failures', { signal }),
    refetchInterval: 10_000,
  })
