// Finding in the text that is being read: how often, which one, and on to the next.

import { useEffect, useRef } from 'react'
import { Icon } from '../parts/icon.tsx'
import { count, t } from '../text/t.ts'

type FindBarProps = {
  wanted: string
  /** Which one is stood on, from 1; 0 = none. */
  at: number
  of: number
  onWanted: (wanted: string) => void
  onStep: (step: 1 | -1) => void
  onClose: () => void
}

export function FindBar({ wanted, at, of, onWanted, onStep, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <form
      className="find-bar"
      role="search"
      aria-label={t('find.label')}
      onSubmit={(event) => {
        event.preventDefault()
        onStep(1)
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        dir="auto"
        autoFocus
        spellCheck={false}
        autoComplete="off"
        aria-label={t('find.label')}
        placeholder={t('find.hint')}
        value={wanted}
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          else if (event.key === 'Enter' && event.shiftKey) onStep(-1)
          else return
          event.preventDefault()
        }}
      />
      <span className="small q2 nowrap" role="status">
        {wanted.trim() !== '' && (of === 0 ? t('find.none') : t('find.at', { at: count(at), of: count(of) }))}
      </span>
      <button
        type="button"
        className="btn bare"
        disabled={of === 0}
        aria-label={t('find.before')}
        onClick={() => onStep(-1)}
      >
        <Icon name="up" />
      </button>
      <button type="submit" className="btn bare" disabled={of === 0} aria-label={t('find.after')}>
        <Icon name="down" />
      </button>
      <button type="button" className="btn bare" aria-label={t('act.close')} onClick={onClose}>
        <Icon name="cross" />
      </button>
    </form>
  )
}
