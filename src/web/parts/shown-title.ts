// In: a page and the order that the person has chosen. Out: which title stands for it, and as what.

import type { ItemRow, ItemTranslation } from '../../server/shapes/item.ts'
import type { TranslationStateName } from '../../server/shapes/translation.ts'
import { readSetting, type settings } from '../shell/settings.ts'
import { languageTag } from '../text/languages.ts'

export type TitledPage = Pick<ItemRow, 'id' | 'title' | 'language' | 'direction' | 'translation'> & {
  readonly url?: string
}

/** How titles are shown in this browser. */
export type TitleOrder = (typeof settings)['titles'][number]

/** A translation that has a title. */
export type TitleTranslation = ItemTranslation & { readonly title: string }

/** The translation whose title can be shown; null = there is none, or originals are to stand alone. */
export function shownTranslation(page: Pick<ItemRow, 'translation'>, order: TitleOrder): TitleTranslation | null {
  const { translation } = page
  if (order === 'alone' || !translation || translation.title === null) return null
  return { ...translation, title: translation.title }
}

/** Codes of evidence: the same in every language of the desk, and never mirrored. */
const codes: Readonly<Record<TranslationStateName, string>> = {
  none: '—',
  machine: 'mt',
  'machine-reviewed': 'rev',
  human: 'hum',
}

/** As in `EN mt`. */
export const translationCode = (language: string, state: TranslationStateName) =>
  `${languageTag(language)} ${codes[state]}`

/** A page by one name, for words of ours: a translated title carries its code, as in “Ports reopened (EN mt)”. */
export function plainTitle(page: TitledPage, order: TitleOrder = readSetting('titles')): string {
  const translation = order === 'translated' ? shownTranslation(page, order) : null
  if (translation === null) return shorten(page.title ?? page.url ?? page.id)
  return `${shorten(translation.title)} (${translationCode(translation.language, translation.titleState)})`
}

const LONGEST = 80

/** Cut before the code is put to it, so that the code is never what is cut. */
const shorten = (title: string) => (title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title)
