// A term being written: a name a line, in any language and script; who bears the same name already is said while one types.

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SignedTermView, TermCheck, TermKindName, TermNameView, TermWish } from '../../server/shapes/glossary.ts'
import { ask } from '../api/ask.ts'
import { Conflict, conflictOf } from '../parts/conflict.tsx'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { NameLine } from './name-line.tsx'
import { termKinds } from './questions.ts'
import { useTermDeeds } from './use-term-deeds.ts'

const CHECK_MS = 300

type Draft = { readonly kind: TermKindName; readonly note: string; readonly names: readonly TermNameView[] }

const emptyName = (language: string): TermNameView => ({ language, text: '', status: 'agreed' })
const begun = (term: SignedTermView | null): Draft =>
  term === null
    ? { kind: 'place', note: '', names: [emptyName(''), emptyName('en')] }
    : { kind: term.kind, note: term.note ?? '', names: term.names }

function wishOf({ kind, note, names }: Draft, term: SignedTermView | null): TermWish {
  const given = names
    .map(({ language, text, status }) => ({ language: language.trim(), text: text.trim(), status }))
    .filter(({ text }) => text !== '')
  const of = term === null ? { revision: null } : { key: term.key, revision: term.revision }
  return { ...of, kind, names: given, note: note.trim() === '' ? null : note.trim() }
}

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

/** As words, for two versions side by side. */
const asWords = ({ kind, note, names }: Pick<TermWish, 'kind' | 'note' | 'names'>) => ({
  kind: t(`glossary.kind.${kind}`),
  names: names
    .map(({ language, text, status }) => `${language} ${text} (${t(`glossary.status.${status}`)})`)
    .join('; '),
  note: note ?? '',
})

function Namesakes({ check }: { check: TermCheck | undefined }) {
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

export function TermForm({ begin, onDone }: { begin: SignedTermView | null; onDone: () => void }) {
  const { save, busy } = useTermDeeds()
  const [on, setOn] = useState(begin)
  const [draft, setDraft] = useState(() => begun(begin))
  const [problem, setProblem] = useState<unknown>(null)
  const wish = wishOf(draft, on)
  const check = useCheck(wish)
  const now = conflictOf(problem) as SignedTermView | null
  const send = async (made: TermWish) => {
    setProblem(null)
    try {
      await save(made)
      onDone()
    } catch (error) {
      setProblem(error)
    }
  }
  const setName = (at: number, name: TermNameView | null) =>
    setDraft({ ...draft, names: name ? draft.names.with(at, name) : draft.names.toSpliced(at, 1) })
  return (
    <form
      className="form term-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send(wish)
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <fieldset className="name-lines">
        <legend className="unseen">{t('glossary.names')}</legend>
        {draft.names.map((name, at) => (
          <NameLine
            key={at}
            at={at}
            name={name}
            onName={(next) => setName(at, next)}
            isFirst={begin === null && at === 0}
          />
        ))}
        <p>
          <button
            type="button"
            className="btn"
            onClick={() => setDraft({ ...draft, names: [...draft.names, emptyName('')] })}
          >
            <Icon name="add" />
            {t('glossary.name.add')}
          </button>
        </p>
      </fieldset>
      <div className="two">
        <Field label={t('glossary.kind')}>
          {(id) => (
            <select
              id={id}
              value={draft.kind}
              onChange={({ target }) =>
                setDraft({ ...draft, kind: termKinds.find((kind) => kind === target.value) ?? 'other' })
              }
            >
              {termKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`glossary.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('glossary.note')}>
          {(id) => (
            <input
              id={id}
              dir="auto"
              maxLength={2000}
              value={draft.note}
              onChange={({ target }) => setDraft({ ...draft, note: target.value })}
            />
          )}
        </Field>
      </div>
      <Namesakes check={check} />
      {now && (
        <Conflict
          now={asWords(now)}
          yours={asWords(wish)}
          names={{ kind: t('glossary.kind'), names: t('glossary.names'), note: t('glossary.note') }}
          onTheirs={() => {
            setOn(now)
            setDraft(begun(now))
            setProblem(null)
          }}
          onMine={() => void send({ ...wish, key: now.key, revision: now.revision })}
        />
      )}
      {problem !== null && !now && <Failed error={problem} />}
      <FormActs act={t('act.save')} busy={busy} onCancel={onDone} />
    </form>
  )
}
