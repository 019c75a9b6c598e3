// One term of the table: its names, and what can be done with it; opened, it is the form, with its history.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignedTermView } from '../../server/shapes/glossary.ts'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { sayDay, sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { termHistoryQuestion } from './questions.ts'
import { TermForm } from './term-form.tsx'
import { TermNames } from './term-names.tsx'
import { titleOfTerm, useTermDeeds } from './use-term-deeds.ts'

type TermRowProps = {
  term: SignedTermView
  isHere: boolean
  isEditing: boolean
  onEdit: (open: boolean) => void
}

function History({ termKey }: { termKey: string }) {
  const { data } = useQuery(termHistoryQuestion(termKey))
  if (!data || data.changes.length === 0) return <p className="small q">{t('glossary.history.none')}</p>
  return (
    <ul className="lines small">
      {data.changes.map(({ deedId, before, after, signedBy, signedAt, isUndone }) => (
        <li key={deedId}>
          {sayMoment(signedAt)}, <bdi>{showControls(signedBy)}</bdi>:{' '}
          {t(
            after === null
              ? 'glossary.deed.removed'
              : before === null
                ? 'glossary.deed.added'
                : 'glossary.deed.changed',
          )}
          {isUndone && <span className="q"> ({t('glossary.deed.undone')})</span>}
          {(after ?? before) && <TermNames names={(after ?? before)?.names ?? []} />}
        </li>
      ))}
    </ul>
  )
}

function RowActs({ term, isEditing, onEdit }: Omit<TermRowProps, 'isHere'>) {
  const { remove, busy } = useTermDeeds()
  const title = titleOfTerm(term)
  return (
    <span className="seg-line">
      <button
        type="button"
        className="btn"
        aria-expanded={isEditing}
        aria-label={t('glossary.edit.label', { title })}
        onClick={() => onEdit(!isEditing)}
      >
        <Icon name="pencil" />
        {t('glossary.edit')}
      </button>
      <button
        type="button"
        className="btn"
        disabled={busy}
        aria-label={t('glossary.remove.label', { title })}
        onClick={() => void remove(term)}
      >
        <Icon name="trash" />
      </button>
    </span>
  )
}

function OpenedTerm({ term, onDone }: { term: SignedTermView; onDone: () => void }) {
  const [history, setHistory] = useState(false)
  return (
    <tr>
      <td colSpan={4} className="wide-cell">
        <TermForm key={term.revision} begin={term} onDone={onDone} />
        <details className="fold" onToggle={({ currentTarget }) => setHistory(currentTarget.open)}>
          <summary>{t('glossary.history')}</summary>
          {history && <History termKey={term.key} />}
        </details>
      </td>
    </tr>
  )
}

export function TermRow({ term, isHere, isEditing, onEdit }: TermRowProps) {
  return (
    <>
      <tr className={isHere ? 'term-row here' : 'term-row'}>
        <td className="ink wide-cell">
          <TermNames names={term.names} />
          {term.note !== null && (
            <p className="small q2">
              <bdi>{showControls(term.note)}</bdi>
            </p>
          )}
        </td>
        <td data-label={t('glossary.kind')}>{t(`glossary.kind.${term.kind}`)}</td>
        <td className="q2 small" data-label={t('glossary.changed')}>
          {sayDay(term.changedAt)} <bdi>{showControls(term.changedBy)}</bdi>
        </td>
        <td>
          <RowActs term={term} isEditing={isEditing} onEdit={onEdit} />
        </td>
      </tr>
      {isEditing && <OpenedTerm term={term} onDone={() => onEdit(false)} />}
    </>
  )
}
