// A sentence of a translation while it is written. Enter saves, Esc leaves; nobody's words are overwritten unseen.

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { wordsOf } from '../api/ask.ts'
import { Conflict, conflictOf } from '../parts/conflict.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { showTranslation } from './translation-questions.ts'
import { targetAt, useCorrection, type SentencePlace } from './use-translation.ts'

type EditProps = { view: TranslationView; place: SentencePlace; onClose: () => void }

export function SentenceEdit({ view, place, onClose }: EditProps) {
  const [target, setTarget] = useState(targetAt(view, place) ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  const { save, busy, problem } = useCorrection(view, place, onClose)
  const current = conflictOf(problem) as TranslationView | null
  useEffect(() => box.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (target.trim() !== '' && !busy) void save(target.trim())
    }
  }
  const name = place === 'title' ? t('translation.title') : t('translation.sentence', { n: place + 1 })
  return (
    <span className="sentence-edit">
      <textarea
        ref={box}
        aria-label={name}
        lang={view.to}
        dir={directionOf(view.to)}
        rows={Math.min(8, 1 + Math.ceil(target.length / 60))}
        maxLength={20_000}
        value={target}
        onChange={(event) => setTarget(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="small q">{t('translation.edit.hint')}</span>
      {current && (
        <Conflict
          now={{ target: targetAt(current, place) }}
          yours={{ target }}
          names={{ target: name }}
          onTheirs={() => {
            showTranslation(current)
            onClose()
          }}
          onMine={() => void save(target.trim(), current)}
        />
      )}
      {problem !== null && !current && (
        <span className="st stop" role="alert">
          {wordsOf(problem)}
        </span>
      )}
    </span>
  )
}
