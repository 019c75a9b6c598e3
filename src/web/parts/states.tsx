// Nothing here, not yet, and it went wrong: each one sentence and one act.

import type { ReactNode } from 'react'
import { isRefusal, wordsOf } from '../api/ask.ts'
import { t } from '../text/t.ts'
import { Icon } from './icon.tsx'

export function Empty({ children }: { children: ReactNode }) {
  return <div className="say">{children}</div>
}

/** Hairline rows, shown only when the answer takes longer than a fifth of a second. */
export function Waiting({ rows = 8 }: { rows?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('waiting')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
    </div>
  )
}

type FailedProps = { error: unknown; again?: () => void }

export function Failed({ error, again }: FailedProps) {
  const code = isRefusal(error) && error.problem !== 'away' ? error.problem.code : null
  return (
    <div className="say" role="alert">
      <p>
        <span className="st stop">
          <Icon name="cross" label={t('error.label')} />
        </span>{' '}
        {wordsOf(error)}
        {code && (
          <>
            {' '}
            <span className="mono q">{code}</span>
          </>
        )}
      </p>
      {again && code !== 'not-found' && (
        <button type="button" className="btn" onClick={again}>
          {t('act.again')}
        </button>
      )}
    </div>
  )
}
