// The translation that stands beside the text, and what a person does with it.

import { useQuery } from '@tanstack/react-query'
import type { ItemDetail } from '../../server/shapes/item.ts'
import type { SegmentCorrection, TranslationReview, TranslationView } from '../../server/shapes/translation.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { useSend } from '../edits/use-send.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { enginesQuestion, showTranslation, translationsQuestion } from './translation-questions.ts'

/** `person` has no machine: a desk with nobody but people has no engine to ask. */
export function useTranslation(item: ItemDetail) {
  const engines = useQuery(enginesQuestion())
  const hasEngine = engines.data?.engines.some(({ engine }) => engine !== 'human') ?? false
  const answer = useQuery(translationsQuestion(item.id, hasEngine))
  const all = answer.data?.translations ?? []
  const shown = all.find(({ isCurrent }) => isCurrent) ?? null
  return {
    shown,
    hasOlder: shown === null && all.length > 0,
    hasEngine,
    isAsked: !answer.isPending && !engines.isPending,
  }
}

const signed = () => {
  const signedBy = readSignature()
  return signedBy === '' ? {} : { signedBy }
}

/** Segment of a translation by its number, or its title. */
export type SentencePlace = number | 'title'

export const targetAt = (view: TranslationView, place: SentencePlace): string | null =>
  place === 'title' ? view.title : (view.segments[place]?.target ?? null)

const pathOf = (id: string, place: SentencePlace) => `/api/translations/${id}/segments/${place}`

async function putBack(id: string, place: SentencePlace, target: string, revision: number) {
  const body: SegmentCorrection = { revision, target, ...signed() }
  showTranslation(await ask<TranslationView>(pathOf(id, place), { method: 'PATCH', body }))
}

/** Corrects one sentence; the former words come back by undo, as long as nobody has written since. */
export function useCorrection(view: TranslationView, place: SentencePlace, onDone: () => void) {
  const form = useSend()
  const save = async (target: string, over: TranslationView = view) => {
    const former = targetAt(over, place)
    const body: SegmentCorrection = { revision: over.revision, target, ...signed() }
    const words = t('translation.corrected')
    const sent = await form.send<TranslationView>({ method: 'PATCH', path: pathOf(view.id, place), body, words })
    if (sent === null) return
    if (sent.kind === 'done') {
      const { answer } = sent
      showTranslation(answer)
      sayDeed(words, former === null ? undefined : () => putBack(view.id, place, former, answer.revision))
    }
    onDone()
  }
  return { ...form, save }
}

/** Lets machine words stand. @param segments null = all */
export async function reviewSegments(view: TranslationView, segments: number[] | null) {
  const body: TranslationReview = { revision: view.revision, segments, ...signed() }
  try {
    showTranslation(await ask<TranslationView>(`/api/translations/${view.id}/reviews`, { method: 'POST', body }))
    sayDeed(t('translation.reviewed'))
  } catch (error) {
    sayWords(wordsOf(error))
  }
}

export async function wishTranslation(itemId: string, by: 'engines' | 'people') {
  const body = { by, ...signed() }
  try {
    showTranslation(await ask<TranslationView>(`/api/items/${itemId}/translations`, { method: 'POST', body }))
  } catch (error) {
    sayWords(wordsOf(error))
  }
}
