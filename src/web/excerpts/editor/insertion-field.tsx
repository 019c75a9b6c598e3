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
      {mark ? (
        <Gluing glued={glued} onChange={setGlued} />
      ) : (
        <Check label={t('excerpt.insert.instead')} checked={isInstead} onChange={setInstead} />
      )}
      <Buttons isNew={mark === null} onDone={done} onRemove={onRemove} onClose={onClose} />
    </fieldset>
  )
}

type ButtonsProps = { isNew: boolean; onDone: () => void; onRemove: () => void; onClose: () => void }

function Buttons({ isNew, onDone, onRemove, onClose }: ButtonsProps) {
  return (
    <>
      <button type="button" className="btn" onClick={onDone}>
        {t(isNew ? 'excerpt.insert' : 'act.save')}
      </button>
      {!isNew && (
        <button type="button" className="btn" onClick={onRemove}>
          {t('excerpt.remove')}
        </button>
      )}
      <button type="button" className="btn bare" onClick={onClose}>
        {t('act.cancel')}
      </button>
    </>
  )
}

type CheckProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  )
}

/** On which sides it stands without a space. */
function Gluing({ glued, onChange }: { glued: Glued | undefined; onChange: (glued: Glued | undefined) => void }) {
  const [left, right] = [holds(glued, 'left'), holds(glued, 'right')]
  return (
    <>
      <Check label={t('excerpt.glue.left')} checked={left} onChange={(on) => onChange(joined(on, right))} />
      <Check label={t('excerpt.glue.right')} checked={right} onChange={(on) => onChange(joined(left, on))} />
    </>
  )
}
