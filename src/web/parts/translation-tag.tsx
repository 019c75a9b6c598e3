// What a line in another language than the page's own is: `EN mt`. Machine words never stand without it.

import type { ItemTranslation } from '../../server/shapes/item.ts'
import type { TranslationStateName } from '../../server/shapes/translation.ts'
import { languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { isolate } from './outside.tsx'
import { translationCode } from './shown-title.ts'

const hues: Readonly<Record<TranslationStateName, string>> = {
  none: 'none',
  machine: 'wait',
  'machine-reviewed': 'good',
  human: 'good',
}

type TranslationTagProps = {
  language: string
  state: TranslationStateName
  /** Who or what the words are of, as on record. */
  by?: string | null
}

export function TranslationTag({ language, state, by = null }: TranslationTagProps) {
  const words = `${languageName(language)}: ${t(`translation.state.${state}`)}`
  return (
    <span className={`tag of-translation ${hues[state]}`} title={by === null ? words : `${words} · ${isolate(by)}`}>
      <bdi dir="ltr" aria-hidden="true">
        {translationCode(language, state)}
      </bdi>
      <span className="unseen">{words}</span>
    </span>
  )
}

export const TitleTag = ({ translation }: { translation: ItemTranslation }) => (
  <TranslationTag language={translation.language} state={translation.titleState} by={translation.titleBy} />
)
