// What the reader asks of the desk about translations.

import { queryOptions } from '@tanstack/react-query'
import type { EngineList } from '../../server/shapes/engine.ts'
import type { TranslationList, TranslationView } from '../../server/shapes/translation.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'

const AGAIN_MS = 3_000

/** @param filling whether an engine is at work on it, so that it is asked for again */
export const translationsQuestion = (id: string, filling = false) =>
  queryOptions({
    queryKey: ['item', id, 'translations'],
    queryFn: ({ signal }) => ask<TranslationList>(`/api/items/${id}/translations`, { signal }),
    staleTime: 15_000,
    refetchInterval: ({ state }) =>
      filling && state.data?.translations.some(({ isWaiting }) => isWaiting) ? AGAIN_MS : false,
  })

export const enginesQuestion = () =>
  queryOptions({
    queryKey: ['engines'],
    queryFn: ({ signal }) => ask<EngineList>('/api/engines', { signal }),
    staleTime: 60_000,
  })

/** Shows a translation as the server answered it, without asking again. */
export function showTranslation(view: TranslationView) {
  client.setQueryData(translationsQuestion(view.itemId).queryKey, (list) => {
    const others = (list?.translations ?? []).filter(({ id }) => id !== view.id)
    return { translations: [view, ...others] }
  })
}
