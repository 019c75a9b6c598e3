// What the reader asks of the desk about translations.

import { queryOptions } from '@tanstack/react-query'
import type { EngineList } from '../../server/shapes/engine.ts'
import type {
  SentenceAids,
  TranslationHistory,
  TranslationList,
  TranslationView,
} from '../../server/shapes/translation.ts'
import { ask } from '../api/ask.ts'
import { client } from '../api/client.ts'

const AGAIN_MS = 2_000
const LATER_MS = 20_000

/** While engines are at work on one of them it is asked for again; while they are to be asked later, now and then. */
function askAgainAfter(translations: readonly TranslationView[]): number | false {
  const soon = Date.now() + LATER_MS
  const busy = translations.filter(({ isCurrent, work }) => isCurrent && work.state !== 'idle')
  if (busy.length === 0) return false
  return busy.some(({ work }) => (work.runAt ?? 0) < soon) ? AGAIN_MS : LATER_MS
}

export const translationsQuestion = (id: string) =>
  queryOptions({
    queryKey: ['item', id, 'translations'],
    queryFn: ({ signal }) => ask<TranslationList>(`/api/items/${id}/translations`, { signal }),
    staleTime: 15_000,
    refetchInterval: ({ state }) => askAgainAfter(state.data?.translations ?? []),
  })

export const aidsQuestion = (id: string, place: number | 'title') =>
  queryOptions({
    queryKey: ['translation', id, 'aids', place],
    queryFn: ({ signal }) => ask<SentenceAids>(`/api/translations/${id}/segments/${place}/aids`, { signal }),
  })

/** Asked anew for each revision. */
export const historyQuestion = ({ id, revision }: Pick<TranslationView, 'id' | 'revision'>) =>
  queryOptions({
    queryKey: ['translation', id, 'history', revision],
    queryFn: ({ signal }) => ask<TranslationHistory>(`/api/translations/${id}/history`, { signal }),
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
