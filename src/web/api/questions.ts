// Every question the desk asks, as options for the query cache. Keys start with the noun, so that a noun can be asked anew.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CaptureDetail } from '../../server/shapes/capture.ts'
import type { Failures } from '../../server/shapes/failure.ts'
import type { ItemChanges, ItemDetail, ItemList } from '../../server/shapes/item.ts'
import type { OutletDetail, OutletList } from '../../server/shapes/outlet.ts'
import type { SearchCounts, SearchResult } from '../../server/shapes/search.ts'
import type { Status } from '../../server/shapes/status.ts'
import { ask, queryOf } from './ask.ts'

export type ItemFilter = { language?: string | undefined; outlet?: string | undefined; state?: string | undefined }
export type SearchOrder = 'newest' | 'relevant'

const firstPage = undefined as string | undefined

export const askItems = (filter: ItemFilter, before?: string, signal?: AbortSignal) =>
  ask<ItemList>(`/api/items${queryOf({ limit: 100, before, ...filter })}`, signal ? { signal } : {})

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
      ask<SearchResult>(`/api/search${queryOf({ q, order, limit: 50, before: pageParam })}`, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const countsQuestion = (q: string) =>
  queryOptions({
    queryKey: ['counts', q],
    queryFn: ({ signal }) => ask<SearchCounts>(`/api/search/counts${queryOf({ q })}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

export const outletsQuestion = () =>
  queryOptions({
    queryKey: ['outlets'],
    queryFn: ({ signal }) => ask<OutletList>('/api/outlets', { signal }),
    staleTime: 15_000,
  })

export const outletQuestion = (id: string) =>
  queryOptions({
    queryKey: ['outlet', id],
    queryFn: ({ signal }) => ask<OutletDetail>(`/api/outlets/${id}`, { signal }),
    staleTime: 5_000,
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
