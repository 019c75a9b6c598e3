// The words of an insertion, as they are put in or changed. Typed “…” and “[…]” become marks of their own.

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { t } from '../../text/t.ts'
import type { Glued, Mark } from './strip.ts'

export type Inserted = { readonly words: string; readonly isInstead: boolean; readonly glued: Glued | undefined }

type InsertionFieldProps = {
  /** The insertion that is changed; null = a new one. */
  mark: Extract<Mark, { kind: 'insertion' }> | null
  language: string | null
  onDone: (inserted: Inserted) => void
  onRemove: () => void
  onClose: () => void
}

const holds = (glued: Glued | undefined, side: 'left' | 'right') => glued === 'both' || glued === side
const joined = (left: boolean, right: boolean): Glued | undefined =>
  left && right ? 'both' : left ? 'left' : right ? 'right' : undefined

export function InsertionField({ mark, language, onDone, onRemove, onClose }: InsertionFieldProps) {
  const [words, setWords] = useState(mark?.text ?? '')
  const [isInstead, setInstead] = useState(false)
  const [glued, setGlued] = useState(mark?.glued)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const done = () => (words.trim() === '' ? onClose() : onDone({ words, isInstead, glued }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') done()
    else onClose()
  }
  const sides = ['left', 'right'] as const
  return (
    <fieldset className="insertion-field" onKeyDown={onKeyDown}>
      <legend className="unseen">{t('excerpt.insert')}</legend>
      <label>
        {t('excerpt.insert.words')}{' '}
        <input
          ref={field}
          dir="auto"
          maxLength={500}
          value={words}
          {...(language ? { lang: language } : {})}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {mark === null ? (
        <label className="check">
          <input type="checkbox" checked={isInstead} onChange={(event) => setInstead(event.target.checked)} />{' '}
          {t('excerpt.insert.instead')}
        </label>
      ) : (
        sides.map((side) => (
          <label key={side} className="check">
            <input
              type="checkbox"
              checked={holds(glued, side)}
              onChange={(event) => {
                const on = event.target.checked
                setGlued(
                  joined(side === 'left' ? on : holds(glued, 'left'), side === 'right' ? on : holds(glued, 'right')),
                )
              }}
            />{' '}
            {t(`excerpt.glue.${side}`)}
          </label>
        ))
      )}
      <button type="button" className="btn" onClick={done}>
        {t(mark ? 'act.save' : 'excerpt.insert')}
      </button>
      {mark && (
        <button type="button" className="btn" onClick={onRemove}>
          {t('excerpt.remove')}
        </button>
      )}
      <button type="button" className="btn bare" onClick={onClose}>
        {t('act.cancel')}
      </button>
    </fieldset>
  )
}
