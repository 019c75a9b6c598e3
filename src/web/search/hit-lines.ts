// In: a hit, and how the person wants titles. Out: the lines that show it, each with what it is. The original's title is
// always among them; a translation that answers is shown whatever the order, because it is the reason of the hit.

import type { Hit, HitTranslation, Passage } from '../../server/shapes/search.ts'
import type { TranslationStateName } from '../../server/shapes/translation.ts'
import type { TitleOrder } from '../parts/shown-title.ts'
import { directionOf } from '../text/languages.ts'

/** Words of a translation, with the state that must stand beside them. */
export type TranslatedLine = {
  readonly language: string
  readonly direction: 'ltr' | 'rtl' | 'auto'
  readonly state: TranslationStateName
  readonly by: string | null
  readonly words: Passage
}

export type HitLines = {
  readonly translatedTitle: TranslatedLine | null
  readonly isOriginalFirst: boolean
  /** Of translations whose lead answers. */
  readonly leads: readonly TranslatedLine[]
  /** Of the original; one, where a lead says more. */
  readonly passages: readonly Passage[]
}

export function layHit(hit: Hit, order: TitleOrder): HitLines {
  const answering = hit.translations.find(({ title }) => title !== null && title.ranges.length > 0)
  const leads = hit.translations.flatMap((one) => (isLit(one.lead) ? [leadLine(one, one.lead)] : []))
  const lit = hit.passages.filter(isLit)
  return {
    translatedTitle: answering ? titleLine(answering) : order === 'alone' ? null : standingTitle(hit),
    isOriginalFirst: order !== 'translated',
    leads,
    // The beginning of the original stands for it only where nothing else shows what the page is about.
    passages: leads.length > 0 ? lit.slice(0, 1) : lit.length > 0 ? lit : hit.passages,
  }
}

const isLit = (passage: Passage | null): passage is Passage => passage !== null && passage.ranges.length > 0

function titleLine({ language, direction, title, titleState, titleBy }: HitTranslation): TranslatedLine | null {
  return title && { language, direction, state: titleState, by: titleBy, words: title }
}

function leadLine({ language, direction, leadState }: HitTranslation, words: Passage): TranslatedLine {
  return { language, direction, state: leadState, by: null, words }
}

/** The title in the desk's language, though it is not what answers. */
function standingTitle({ translation }: Hit): TranslatedLine | null {
  if (!translation || translation.title === null) return null
  const { language, title, titleState, titleBy } = translation
  return {
    language,
    direction: directionOf(language),
    state: titleState,
    by: titleBy,
    words: { text: title, ranges: [] },
  }
}
