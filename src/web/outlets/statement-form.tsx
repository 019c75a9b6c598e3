// A new statement: what, from when to when, on what evidence, signed. It takes nobody's place; it stands beside.

import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Statement, StatementKind, StatementToAdd } from '../../server/shapes/outlet.ts'
import { ask } from '../api/ask.ts'
import { useSend } from '../edits/use-send.ts'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { keepSignature, readSignature } from '../shell/signature.ts'
import { t, type PhraseKey } from '../text/t.ts'
import { EvidenceFields, evidenceOf } from './evidence-fields.tsx'
import { letters } from './reliability.tsx'

const kinds: readonly StatementKind[] = [
  'descriptor',
  'alignment',
  'owner',
  'funder',
  'medium',
  'reliability',
  'self-description',
  'name',
]
/** What is printed in a language of its own. */
const spoken = new Set<StatementKind>(['name', 'self-description'])

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

function toStatement(form: FormData, kind: StatementKind): StatementToAdd {
  const language = textOf(form, 'language')
  return {
    kind,
    value: textOf(form, 'value'),
    ...(spoken.has(kind) && language ? { language } : {}),
    ...evidenceOf(form),
  }
}

function Value({ kind, value }: { kind: StatementKind; value: string }) {
  if (kind === 'reliability')
    return (
      <Field label={t('statement.what')} hint={t('reliability.hint')}>
        {(id) => (
          <select id={id} name="value" defaultValue={value || 'F'}>
            {letters.map((letter) => (
              <option key={letter} value={letter}>
                {letter} – {t(`reliability.${letter}` as PhraseKey)}
              </option>
            ))}
          </select>
        )}
      </Field>
    )
  return (
    <Field label={t('statement.what')} hint={t(`statement.what.${kind}` as PhraseKey)}>
      {(id) => <input id={id} name="value" dir="auto" required autoFocus maxLength={2000} defaultValue={value} />}
    </Field>
  )
}

type StatementFormProps = { outletId: string; begin?: Statement | null; onDone: () => void }

/** @param begin a statement to begin from, when it is being corrected */
export function StatementForm({ outletId, begin = null, onDone }: StatementFormProps) {
  const client = useQueryClient()
  const [kind, setKind] = useState<StatementKind>(begin?.kind ?? 'descriptor')
  const { send, busy, problem } = useSend()
  const anew = () => Promise.all(['outlet', 'outlets'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = toStatement(new FormData(event.currentTarget), kind)
    if (body.signedBy) keepSignature(body.signedBy)
    const words = t('statement.did', { kind: t(`statement.kind.${kind}`), value: body.value })
    const sent = await send<Statement>({ method: 'POST', path: `/api/outlets/${outletId}/statements`, body, words })
    if (sent === null) return
    if (sent.kind === 'kept') sayDeed(words)
    else sayDeed(words, () => withdraw(sent.answer.id).then(anew))
    await anew()
    onDone()
  }
  const withdraw = (id: string) =>
    ask(`/api/statements/${id}/reviews`, {
      method: 'POST',
      body: { verdict: 'withdrawn', note: t('statement.undone'), signedBy: readSignature() || undefined },
    })

  return (
    <form
      className="form statement-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <p className="q2 small">{t('statement.rule')}</p>
      <div className="form-cols">
        <Field label={t('statement.title')}>
          {(id) => (
            <select
              id={id}
              name="kind"
              value={kind}
              onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? 'descriptor')}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t(`statement.kind.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Value key={kind} kind={kind} value={begin?.kind === kind ? begin.value : ''} />
        {spoken.has(kind) && (
          <Field label={t('statement.language')} hint={t('statement.language.hint')}>
            {(id) => <input id={id} name="language" dir="ltr" maxLength={35} placeholder="ar" />}
          </Field>
        )}
        <EvidenceFields />
      </div>
      {problem !== null && <Failed error={problem} />}
      <FormActs act={t('statement.sign')} busy={busy} onCancel={onDone} />
    </form>
  )
}
