// The translation that stands beside the text.

import { useQuery } from '@tanstack/react-query'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { pickTranslation, useTarget } from './chosen-target.ts'
import { enginesQuestion, translationsQuestion } from './translation-questions.ts'

/** `person` has no machine: a desk with nobody but people has no engine to ask. */
export function useTranslation(item: ItemDetail) {
  const engines = useQuery(enginesQuestion())
  const hasEngine = engines.data?.engines.some(({ engine }) => engine !== 'human') ?? false
  const answer = useQuery(translationsQuestion(item.id))
  const chosen = useTarget()
  const all = answer.data?.translations ?? []
  const desk = engines.data?.to ?? null
  const shown = pickTranslation(all, chosen, desk)
  const target = shown?.to ?? chosen ?? desk ?? 'en'
  return {
    shown,
    /** All of the text that the page has now, one a language. */
    current: all.filter(({ isCurrent }) => isCurrent),
    target,
    hasOlder: shown === null && all.some(({ to }) => to === target),
    hasEngine,
    isAsked: !answer.isPending && !engines.isPending,
  }
}

/** For where only the words count: the same translation that the reader shows. */
export function useShownTranslation(itemId: string, enabled = true) {
  const { data } = useQuery({ ...translationsQuestion(itemId), enabled })
  const engines = useQuery({ ...enginesQuestion(), enabled })
  return pickTranslation(data?.translations ?? [], useTarget(), engines.data?.to ?? null)
}
