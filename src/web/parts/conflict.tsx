// Two people changed one record: both versions side by side, and neither wins by default.

import { isRefusal } from '../api/ask.ts'
import { t } from '../text/t.ts'
import { Icon } from './icon.tsx'
import { showControls } from './outside.tsx'

/** The record as it is now, when this refusal says that it was changed in between. */
export function conflictOf(problem: unknown): Record<string, unknown> | null {
  if (!isRefusal(problem) || problem.problem === 'away' || problem.problem.status !== 409) return null
  const { current } = problem.problem
  return typeof current === 'object' && current !== null ? (current as Record<string, unknown>) : null
}

function say(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('unknown')
  if (Array.isArray(value)) return value.length === 0 ? t('unknown') : value.map(String).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

type ConflictProps = {
  now: Readonly<Record<string, unknown>>
  yours: Readonly<Record<string, unknown>>
  /** What each field is called. */
  names: Readonly<Record<string, string>>
  onTheirs: () => void
  onMine: () => void
}

export function Conflict({ now, yours, names, onTheirs, onMine }: ConflictProps) {
  const differing = Object.keys(names).filter((name) => name in yours && say(now[name]) !== say(yours[name]))
  return (
    <section className="conflict" role="alert">
      <p className="st warn">
        <Icon name="differs" />
        {t('conflict.words')}
      </p>
      <table className="reg tight">
        <thead>
          <tr>
            <th>{t('conflict.field')}</th>
            <th>{t('conflict.now')}</th>
            <th>{t('conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((name) => (
            <tr key={name}>
              <td>{names[name]}</td>
              <td>
                <bdi>{showControls(say(now[name]))}</bdi>
              </td>
              <td>
                <bdi>{showControls(say(yours[name]))}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="act-line">
        <button type="button" className="btn" onClick={onTheirs}>
          {t('conflict.theirs')}
        </button>
        <button type="button" className="btn" onClick={onMine}>
          {t('conflict.mine')}
        </button>
      </p>
    </section>
  )
}
