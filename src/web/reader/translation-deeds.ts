// What a person does with a translation from the reader; each deed can be taken back, as a revision of its own.

import type {
  FlagDismissal,
  Restoration,
  SegmentCorrection,
  SentenceJoin,
  SentenceSplit,
  TranslationReview,
  TranslationSegment,
  TranslationView,
  TranslationWish,
} from '../../server/shapes/translation.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { onSentLate } from '../edits/edit-queue.ts'
import { useSend } from '../edits/use-send.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { forgetDraft } from './translation-drafts.ts'
import { showTranslation } from './translation-questions.ts'

/** Segment of a translation by its number, or its title. */
export type SentencePlace = number | 'title'

type Said = Pick<TranslationSegment, 'target' | 'state' | 'origin' | 'reviewedBy' | 'reviewedAt' | 'flags' | 'source'>

export function saidAt(view: TranslationView, place: SentencePlace): Said | null {
  if (place !== 'title') return view.segments[place] ?? null
  return {
    target: view.title,
    state: view.titleState,
    origin: view.titleOrigin,
    reviewedBy: view.titleReviewedBy,
    reviewedAt: view.titleReviewedAt,
    flags: view.titleFlags,
    source: view.titleSource ?? '',
  }
}

export const targetAt = (view: TranslationView, place: SentencePlace): string | null =>
  saidAt(view, place)?.target ?? null

const signed = () => {
  const signedBy = readSignature()
  return signedBy === '' ? {} : { signedBy }
}

const placeOf = (place: SentencePlace): number | null => (place === 'title' ? null : place)

async function send(view: Pick<TranslationView, 'id'>, what: string, body: object): Promise<TranslationView | null> {
  try {
    const answer = await ask<TranslationView>(`/api/translations/${view.id}/${what}`, {
      method: 'POST',
      body: { ...body, ...signed() },
    })
    showTranslation(answer)
    return answer
  } catch (error) {
    sayWords(wordsOf(error))
    return null
  }
}

/** The way back from the newest revision, as long as nobody has changed the same since. */
const wayBack =
  ({ id, revision }: TranslationView) =>
  async () => {
    const body: Restoration = { revision, of: revision, words: 'before', ...signed() }
    const path = `/api/translations/${id}/restorations`
    showTranslation(await ask<TranslationView>(path, { method: 'POST', body }))
  }

/** Saves the words of one sentence. @param seen the revision on which they were begun */
export function useCorrection(view: TranslationView, place: SentencePlace) {
  const form = useSend()
  /** @returns whether the person may go on: it is saved, or kept until the server is there */
  const save = async (target: string, seen: number): Promise<boolean> => {
    const body: SegmentCorrection = { revision: seen, target, ...signed() }
    const words = t('translation.corrected')
    const path = `/api/translations/${view.id}/segments/${place}`
    const sent = await form.send<TranslationView>({ method: 'PATCH', path, body, words })
    if (sent === null) return false
    if (sent.kind === 'done') {
      forgetDraft(view, place)
      showTranslation(sent.answer)
      sayDeed(words, wayBack(sent.answer))
    }
    return true
  }
  return { ...form, save }
}

const correctionPath = /^\/api\/translations\/[0-9a-f-]{36}\/segments\/(title|\d+)$/

// What had to wait for the server is on record now: it is no draft any more.
onSentLate((edit, outcome) => {
  const place = correctionPath.exec(edit.path)?.[1]
  if (place === undefined || !('answer' in outcome)) return
  const view = outcome.answer as TranslationView
  forgetDraft(view, place === 'title' ? place : Number(place))
  showTranslation(view)
})

/** Lets machine words stand. @param places null = all */
export async function reviewSegments(view: TranslationView, places: readonly SentencePlace[] | null) {
  const { revision } = view
  const body: TranslationReview = { revision, segments: places === null ? null : places.map(placeOf) }
  const answer = await send(view, 'reviews', body)
  if (answer) sayDeed(t('translation.reviewed'), wayBack(answer))
}

/** It is right as it is, or a doubt after all. */
export async function dismissFlag(
  view: TranslationView,
  place: SentencePlace,
  { kind, words, dismissed }: TranslationSegment['flags'][number],
) {
  const isDismissed = dismissed === undefined
  const { revision } = view
  const body: FlagDismissal = { revision, segment: placeOf(place), flag: { kind, words }, isDismissed }
  const answer = await send(view, 'dismissals', body)
  if (answer) sayDeed(t(isDismissed ? 'translation.dismissed' : 'translation.doubted'), wayBack(answer))
}

/** Back to what a revision found or said; without a place, everywhere it stands. @returns whether it was done */
export async function restoreWording(
  view: TranslationView,
  { of, words, place }: { of: number; words: 'before' | 'after'; place?: SentencePlace },
): Promise<boolean> {
  const { revision } = view
  const body: Restoration = { revision, of, words, ...(place === undefined ? {} : { segment: placeOf(place) }) }
  const answer = await send(view, 'restorations', body)
  if (answer) sayDeed(t('translation.restored'), wayBack(answer))
  return answer !== null
}

/** This sentence and the next become one. */
export async function joinSentences(view: TranslationView, segment: number): Promise<boolean> {
  const body: SentenceJoin = { revision: view.revision, segment }
  const answer = await send(view, 'joins', body)
  if (answer) sayDeed(t('translation.joined'), wayBack(answer))
  return answer !== null
}

/** The second part begins there. */
export async function splitSentence(
  view: TranslationView,
  cut: Omit<SentenceSplit, 'revision' | 'signedBy'>,
): Promise<boolean> {
  const body: SentenceSplit = { revision: view.revision, ...cut }
  const answer = await send(view, 'splits', body)
  if (answer) sayDeed(t('translation.wasSplit'), wayBack(answer))
  return answer !== null
}

export const stopTranslation = (view: TranslationView) => send(view, 'stops', {})

export async function wishTranslation(itemId: string, by: 'engines' | 'people', to: string | null) {
  const body: TranslationWish = { by, ...(to === null ? {} : { to }), ...signed() }
  try {
    showTranslation(await ask<TranslationView>(`/api/items/${itemId}/translations`, { method: 'POST', body }))
  } catch (error) {
    sayWords(wordsOf(error))
  }
}
