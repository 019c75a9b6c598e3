// What the screens of the translation desk ask. The first word of a key is the noun that a deed asks anew.

import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { EngineOrderList } from '../../server/shapes/engine.ts'
import type { GlossaryCounts, GlossaryView, TermHistory, TermKindName } from '../../server/shapes/glossary.ts'
import type { MemoryMatches, MemoryPage, MemoryView } from '../../server/shapes/memory.ts'
import type { TranslationWork, TranslationWorkState } from '../../server/shapes/translation-work.ts'
import { ask, queryOf } from '../api/ask.ts'

const PAGE = 100
const SOON = 15_000
const firstPage = undefined as string | undefined

export const askGlossaryAnew = (client: QueryClient) => client.invalidateQueries({ queryKey: ['glossary'] })
export const askMemoryAnew = (client: QueryClient) => client.invalidateQueries({ queryKey: ['memory'] })

export const ordersQuestion = () =>
  queryOptions({
    queryKey: ['engines', 'orders'],
    queryFn: ({ signal }) => ask<EngineOrderList>('/api/engines/orders', { signal }),
    staleTime: SOON,
  })

export const workQuestion = (state: TranslationWorkState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['translation-work', state],
    queryFn: ({ pageParam, signal }) =>
      ask<TranslationWork>(`/api/translations/work${queryOf({ state, limit: PAGE, offset: pageParam })}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ total, work }, pages) => {
      const sofar = pages.reduce((sum, page) => sum + page.work.length, 0)
      return work.length === PAGE && sofar < total ? sofar : undefined
    },
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

export const termKinds = ['person', 'organisation', 'place', 'other'] as const

export type GlossaryFilter = {
  readonly q?: string | undefined
  readonly language?: string | undefined
  readonly kind?: TermKindName | undefined
}

export const glossaryQuestion = (filter: GlossaryFilter) =>
  infiniteQueryOptions({
    queryKey: ['glossary', 'terms', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<GlossaryView>(`/api/glossary${queryOf({ ...filter, order: 'newest', limit: PAGE, offset: pageParam })}`, {
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ total, terms }, pages) => {
      const sofar = pages.reduce((sum, page) => sum + page.terms.length, 0)
      return terms.length === PAGE && sofar < total ? sofar : undefined
    },
    placeholderData: keepPreviousData,
    staleTime: SOON,
  })

export const glossaryCountsQuestion = () =>
  queryOptions({
    queryKey: ['glossary', 'counts'],
    queryFn: ({ signal }) => ask<GlossaryCounts>('/api/glossary/counts', { signal }),
    staleTime: SOON,
  })

export const termHistoryQuestion = (key: string) =>
  queryOptions({
    queryKey: ['glossary', 'history', key],
    queryFn: ({ signal }) => ask<TermHistory>(`/api/glossary/terms/history${queryOf({ key })}`, { signal }),
  })

export const memoryQuestion = () =>
  queryOptions({
    queryKey: ['memory', 'pairs'],
    queryFn: ({ signal }) => ask<MemoryView>('/api/memory', { signal }),
    staleTime: SOON,
  })

export type MemoryFilter = {
  readonly q?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export const memoryPageQuestion = (filter: MemoryFilter) =>
  infiniteQueryOptions({
    queryKey: ['memory', 'segments', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<MemoryPage>(`/api/memory/segments${queryOf({ ...filter, limit: 50, before: pageParam })}`, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: SOON,
  })

export const matchesQuestion = (from: string, to: string, text: string) =>
  queryOptions({
    queryKey: ['memory', 'matches', from, to, text],
    queryFn: ({ signal }) =>
      ask<MemoryMatches>(`/api/memory/matches${queryOf({ from, to, text, least: 0.6, limit: 20 })}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: SOON,
  })
