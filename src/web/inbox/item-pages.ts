// A window onto a list of any length: a dozen pages are held, more are fetched at either end and those at the other end
// let go, so that a million items take no more memory than a thousand. The API walks one way only; each page therefore
// remembers the page it was reached from.

import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { ItemList, ItemRow } from '../../server/shapes/item.ts'
import { askItems, type ItemFilter } from '../api/questions.ts'

/** @property at how many items of the list stand before this page */
export type PageParam = {
  readonly before?: string | undefined
  readonly at: number
  readonly previous: PageParam | null
}
export type ItemPages = InfiniteData<ItemList, PageParam>

const MOST_PAGES = 12
const start: PageParam = { at: 0, previous: null }

/** The newest page as it was first seen: fetched again it would have moved, and lost what stood at its end. */
const firstPages = new Map<string, ItemList>()

async function fetchPage(filter: ItemFilter, page: PageParam, signal?: AbortSignal): Promise<ItemList> {
  const key = JSON.stringify(filter)
  const kept = page.previous === null ? firstPages.get(key) : undefined
  if (kept) return kept
  const fresh = await askItems(filter, page.before, signal)
  if (page.previous === null) firstPages.set(key, fresh)
  return fresh
}

const pageAfter = (last: ItemList, param: PageParam): PageParam | undefined =>
  last.next === null ? undefined : { before: last.next, at: param.at + last.items.length, previous: param }

/** The inbox. Never asked anew by itself: what is on the screen stays where it is. */
export const itemsQuestion = (filter: ItemFilter) =>
  infiniteQueryOptions<ItemList, Error, ItemPages, readonly ['items', ItemFilter], PageParam>({
    queryKey: ['items', filter],
    queryFn: ({ pageParam, signal }) => fetchPage(filter, pageParam, signal),
    initialPageParam: start,
    getNextPageParam: (last, _all, param) => pageAfter(last, param),
    getPreviousPageParam: (_first, _all, param) => param.previous ?? undefined,
    maxPages: MOST_PAGES,
    staleTime: Infinity,
  })

/** How many items of the list stand before those held. */
export const itemsBefore = (pages: ItemPages | undefined): number => pages?.pageParams[0]?.at ?? 0

/** Starts again at the newest. */
export function beginAnew(client: QueryClient, filter: ItemFilter, fresh: ItemList) {
  firstPages.set(JSON.stringify(filter), fresh)
  client.setQueryData<ItemPages>(itemsQuestion(filter).queryKey, { pages: [fresh], pageParams: [start] })
}

/** Forgets every list but what is on the screen of one: their counts are no longer true. */
export function forgetFirstPages() {
  firstPages.clear()
}

const changed = (page: ItemList, change: (item: ItemRow) => ItemRow): ItemList => {
  const items = page.items.map(change)
  return items.some((item, index) => item !== page.items[index]) ? { ...page, items } : page
}

/** Puts fresh rows in the places of the old ones, in every list that holds them. */
export function changeRows(client: QueryClient, change: (item: ItemRow) => ItemRow) {
  for (const [key, page] of firstPages) firstPages.set(key, changed(page, change))
  client.setQueriesData<ItemPages>({ queryKey: ['items'] }, (kept) => {
    if (!kept) return kept
    const pages = kept.pages.map((page) => changed(page, change))
    return pages.some((page, index) => page !== kept.pages[index]) ? { ...kept, pages } : kept
  })
}

/** All rows that are held, as they stand now. What stands where is not changed by asking. */
export async function askRowsAnew(client: QueryClient): Promise<ItemRow[]> {
  const held = client.getQueriesData<ItemPages>({ queryKey: ['items'] })
  const questions = held.flatMap(([key, kept]) =>
    (kept?.pageParams ?? []).map((param) => ({ filter: key[1] as ItemFilter, param })),
  )
  const rows: ItemRow[] = []
  for (const { filter, param } of questions) rows.push(...(await askItems(filter, param.before)).items)
  return rows
}

/** The page after the last one held, fetched while the list itself is not on the screen. @returns all items then held */
export async function fetchFurther(client: QueryClient, filter: ItemFilter): Promise<readonly ItemRow[]> {
  const { queryKey } = itemsQuestion(filter)
  const kept = client.getQueryData<ItemPages>(queryKey)
  const [last, param] = [kept?.pages.at(-1), kept?.pageParams.at(-1)]
  const next = last && param && pageAfter(last, param)
  if (!kept || !next) return []
  const fresh = await fetchPage(filter, next)
  const pages = [...kept.pages, fresh].slice(-MOST_PAGES)
  const pageParams = [...kept.pageParams, next].slice(-MOST_PAGES)
  client.setQueryData<ItemPages>(queryKey, { pages, pageParams })
  return pages.flatMap((page) => page.items)
}
