// Live arrivals. Rows on the screen are brought up to date in their places; new ones are only counted,
// and wait until the person asks for them.

import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ItemList } from '../../server/shapes/item.ts'
import { useArrivals } from '../api/live.ts'
import { askItems, itemsQuestion, type ItemFilter } from '../api/questions.ts'

const PAUSE_MS = 1500

function bringUpToDate(kept: InfiniteData<ItemList, string | undefined>, fresh: ItemList) {
  const byId = new Map(fresh.items.map((item) => [item.id, item]))
  return {
    ...kept,
    pages: kept.pages.map((page) => ({ ...page, items: page.items.map((item) => byId.get(item.id) ?? item) })),
  }
}

/** How many items wait above, and the act that shows them. */
export function useNewer(filter: ItemFilter): { newer: number; show: () => Promise<void> } {
  const client = useQueryClient()
  const { queryKey } = itemsQuestion(filter)
  const key = JSON.stringify(queryKey)
  const [newer, setNewer] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const show = useCallback(async () => {
    const fresh = await askItems(filter).catch(() => null)
    if (!fresh) return
    setNewer(0)
    client.setQueryData(queryKey, { pages: [fresh], pageParams: [undefined] })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for filter and queryKey
  }, [client, key])

  const look = useCallback(async () => {
    timer.current = null
    const fresh = await askItems(filter).catch(() => null)
    const kept = client.getQueryData<InfiniteData<ItemList, string | undefined>>(queryKey)
    if (!fresh || !kept) return
    const [first] = kept.pages
    if (first && first.items.length === 0 && fresh.items.length > 0) return show()
    client.setQueryData(queryKey, bringUpToDate(kept, fresh))
    setNewer(Math.max(0, fresh.total - (first?.total ?? 0)))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for filter and queryKey
  }, [client, key, show])

  useArrivals(
    useCallback(() => {
      timer.current ??= setTimeout(() => void look(), PAUSE_MS)
    }, [look]),
  )
  useEffect(() => {
    setNewer(0)
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [key])
  return { newer, show }
}
