// The bounds of a sentence under one's hands: joined with the next, or split where the original was selected last.

import type { TranslationView } from '../../server/shapes/translation.ts'
import { sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { lastSelected } from './selected-words.ts'
import { joinSentences, splitSentence } from './translation-deeds.ts'

export type Cut = 'join' | 'split'

type Cutting = {
  view: TranslationView
  segment: number
  /** Where one writes in the translation: there its second part begins. */
  caret: number
  /** Words that are not saved would be of another sentence. */
  isChanged: boolean
  how: Cut
  onDone: () => void
}

export async function cutSentence({ view, segment, caret, isChanged, how, onDone }: Cutting) {
  if (isChanged) return sayWords(t('translation.saveFirst'))
  if (how === 'join') {
    if (await joinSentences(view, segment)) onDone()
    return
  }
  const begins = lastSelected('x')
  const sourceAt = begins === '' ? -1 : (view.segments[segment]?.source ?? '').indexOf(begins)
  if (sourceAt <= 0) return sayWords(t('translation.split.how'))
  if (await splitSentence(view, { segment, sourceAt, targetAt: caret > 0 ? caret : null })) onDone()
}

/** Pressing must not take the selection and the caret away. */
export function CutButtons({ onCut }: { onCut: (how: Cut) => void }) {
  return (['join', 'split'] as const).map((how) => (
    <button
      key={how}
      type="button"
      className="btn"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onCut(how)}
    >
      {t(`translation.${how}`)} <kbd>{how === 'join' ? 'Alt+J' : 'Alt+S'}</kbd>
    </button>
  ))
}
