import type { TermNameView } from '../../server/shapes/glossary.ts'
import { Icon } from '../parts/icon.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'

const nameStatuses = ['agreed', 'admitted', 'forbidden'] as const

type NameLineProps = { at: number; name: TermNameView; onName: (name: TermNameView | null) => void; isFirst: boolean }

/** One name of a term being written: its language, the name on the side of its script, and whether it is to be written. */
export function NameLine({ at, name, onName, isFirst }: NameLineProps) {
  const n = at + 1
  return (
    <div className="name-edit">
      <input
        className="mono"
        dir="ltr"
        maxLength={40}
        placeholder="ar"
        pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"
        required={name.text.trim() !== ''}
        autoFocus={isFirst}
        value={name.language}
        aria-label={t('glossary.name.language', { n })}
        onChange={({ target }) => onName({ ...name, language: target.value })}
      />
      <input
        className="press"
        lang={name.language || undefined}
        dir={directionOf(name.language || null)}
        maxLength={300}
        value={name.text}
        aria-label={t('glossary.name', { n })}
        placeholder={t('glossary.name.hint')}
        onChange={({ target }) => onName({ ...name, text: target.value })}
      />
      <select
        value={name.status}
        aria-label={t('glossary.status', { n })}
        onChange={({ target }) =>
          onName({ ...name, status: nameStatuses.find((status) => status === target.value) ?? 'agreed' })
        }
      >
        {nameStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`glossary.status.${status}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn bare"
        aria-label={t('glossary.name.remove', { n })}
        onClick={() => onName(null)}
      >
        <Icon name="cross" />
      </button>
    </div>
  )
}
