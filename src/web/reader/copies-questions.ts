// What the copies panel asks of the desk.

import { queryOptions } from '@tanstack/react-query'
import type { CopyDifferences, ItemCopies } from '../../server/shapes/copy.ts'
import { ask } from '../api/ask.ts'

const AGAIN_MS = 4_000

/** Asked again while the page still waits to be compared. */
export const copiesQuestion = (id: string) =>
  queryOptions({
    queryKey: ['item', id, 'copies'],
    queryFn: ({ signal }) => ask<ItemCopies>(`/api/items/${id}/copies`, { signal }),
    staleTime: 30_000,
    refetchInterval: ({ state }) => (state.data?.isCompared === false ? AGAIN_MS : false),
  })

export const differencesQuestion = (copy: string, of: string) =>
  queryOptions({
    queryKey: ['item', copy, 'copies', of],
    queryFn: ({ signal }) => ask<CopyDifferences>(`/api/items/${copy}/copies/${of}`, { signal }),
    staleTime: 60_000,
  })
