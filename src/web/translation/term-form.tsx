// A term being written: a name a line, in any language and script; who bears the same name already is said while one types.

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import type { SignedTermView, TermCheck, TermWish } from '../../server/shapes/glossary.ts'
import { ask } from '../api/ask.ts'
import { Conflict } from '../parts/conflict.tsx'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { NameLine } from './name-line.tsx'
import { termKinds } from './questions.ts'
import { emptyName, useTermDraft, type TermDraft } from './use-term-draft.ts'

const CHECK_MS = 300

/** What the server says of the term as it stands; asked when one has stopped typing. */
function useCheck(wish: TermWish): TermCheck | undefined {
  const text = JSON.stringify({ ...wish, names: wish.names.filter(({ language }) => language !== '') })
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), CHECK_MS)
    return () => clearTimeout(timer)
  }, [text])
  return useQuery({
    queryKey: ['glossary', 'check', settled],
    queryFn: ({ signal }) =>
      ask<TermCheck>('/api/glossary/checks', { method: 'POST', body: JSON.parse(settled) as TermWish, signal }),
    enabled: wish.names.length > 0,
    retry: false,
  }).data
}

function Namesakes({ wish }: { wish: TermWish }) {
  const check = useCheck(wish)
  if (!check || check.namesakes.length === 0) return null
  return (
    <ul className="lines small" role="status">
      {check.namesakes.map(({ language, text, key }) => (
        <li key={`${language} ${text} ${key}`} className="warn">
          <Icon name="differs" /> <bdi>{showControls(text)}</bdi> {t('glossary.namesake')}{' '}
          <bdi className="mono">{showControls(key)}</bdi>
        </li>
      ))}
    </ul>
  )
}

type DraftProps = { draft: TermDraft; onChange: (part: Partial<TermDraft>) => void }

function NameLines({ draft: { names }, onChange, isNew }: DraftProps & { isNew: boolean }) {
  return (
    <fieldset className="name-lines">
      <legend className="unseen">{t('glossary.names')}</legend>
      {names.map((name, at) => (
        <NameLine
          key={at}
          at={at}
          name={name}
          onName={(next) => onChange({ names: next ? names.with(at, next) : names.toSpliced(at, 1) })}
          isFirst={isNew && at === 0}
        />
      ))}
      <p>
        <button type="button" className="btn" onClick={() => onChange({ names: [...names, emptyName('')] })}>
          <Icon name="add" />
          {t('glossary.name.add')}
        </button>
      </p>
    </fieldset>
  )
}

function KindField({ draft: { kind }, onChange }: DraftProps) {
  return (
    <Field label={t('glossary.kind')}>
      {(id) => (
        <select
          id={id}
          value={kind}
          onChange={({ target }) => onChange({ kind: termKinds.find((each) => each === target.value) ?? 'other' })}
        >
          {termKinds.map((each) => (
            <option key={each} value={each}>
              {t(`glossary.kind.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function NoteField({ draft: { note }, onChange }: DraftProps) {
  return (
    <Field label={t('glossary.note')}>
      {(id) => (
        <input
          id={id}
          dir="auto"
          maxLength={2000}
          value={note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      )}
    </Field>
  )
}

/** As words, for two versions side by side. */
const asWords = ({ kind, note, names }: Pick<TermWish, 'kind' | 'note' | 'names'>) => ({
  kind: t(`glossary.kind.${kind}`),
  names: names
    .map(({ language, text, status }) => `${language} ${text} (${t(`glossary.status.${status}`)})`)
    .join('; '),
  note: note ?? '',
})

type ChangedProps = { now: SignedTermView; wish: TermWish; onTheirs: () => void; onMine: () => void }

function ChangedBetween({ now, wish, onTheirs, onMine }: ChangedProps) {
  return (
    <Conflict
      now={asWords(now)}
      yours={asWords(wish)}
      names={{ kind: t('glossary.kind'), names: t('glossary.names'), note: t('glossary.note') }}
      onTheirs={onTheirs}
      onMine={onMine}
    />
  )
}

export function TermForm({ begin, onDone }: { begin: SignedTermView | null; onDone: () => void }) {
  const { draft, change, wish, send, busy, problem, now, takeTheirs } = useTermDraft(begin, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(wish)
  }
  return (
    <form className="form term-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <NameLines draft={draft} onChange={change} isNew={begin === null} />
      <div className="two">
        <KindField draft={draft} onChange={change} />
        <NoteField draft={draft} onChange={change} />
      </div>
      <Namesakes wish={wish} />
      {now && (
        <ChangedBetween
          now={now}
          wish={wish}
          onTheirs={() => takeTheirs(now)}
          onMine={() => void send({ ...wish, key: now.key, revision: now.revision })}
        />
      )}
      {problem !== null && !now && <Failed error={problem} />}
      <FormActs act={t('act.save')} busy={busy} onCancel={onDone} />
    </form>
  )
}
