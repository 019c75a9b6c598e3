import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { StatementKind, StatementToAdd } from '../../server/shapes/outlet.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { keepSignature, readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'

const kinds: readonly StatementKind[] = ['descriptor', 'alignment', 'self-description', 'owner', 'medium']
const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()

function toStatement(form: FormData): StatementToAdd {
  const kind = kinds.find((each) => each === form.get('kind')) ?? 'descriptor'
  return {
    kind,
    value: textOf(form, 'value'),
    validFrom: textOf(form, 'validFrom') || null,
    signedBy: textOf(form, 'signedBy'),
    evidence: textOf(form, 'evidence') || null,
  }
}

export function StatementForm({ outletId, onDone }: { outletId: string; onDone: () => void }) {
  const client = useQueryClient()
  const [signature] = useState(readSignature)
  const add = useMutation({
    mutationFn: (body: StatementToAdd) => ask(`/api/outlets/${outletId}/statements`, { method: 'POST', body }),
    onSuccess: async (_, body) => {
      if (body.signedBy) keepSignature(body.signedBy)
      sayDeed(t('statement.did'))
      await Promise.all([
        client.invalidateQueries({ queryKey: ['outlet', outletId] }),
        client.invalidateQueries({ queryKey: ['outlets'] }),
      ])
      onDone()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.mutate(toStatement(new FormData(event.currentTarget)))
  }
  return (
    <form className="form statement-form" onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <p className="q2 small">{t('statement.rule')}</p>
      <Field label={t('statement.title')}>
        {(id) => (
          <select id={id} name="kind" defaultValue="descriptor">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`statement.kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('statement.what')} hint={t('statement.what.hint')}>
        {(id) => <input id={id} name="value" dir="auto" required autoFocus maxLength={2000} />}
      </Field>
      <Field label={t('statement.validFromField')} hint={t('statement.validFrom.hint')}>
        {(id) => <input id={id} name="validFrom" type="date" />}
      </Field>
      <Field label={t('statement.evidence')} hint={t('statement.evidence.hint')}>
        {(id) => <input id={id} name="evidence" dir="auto" maxLength={4096} />}
      </Field>
      <Field label={t('statement.signedBy')}>
        {(id) => (
          <input
            id={id}
            name="signedBy"
            dir="auto"
            required
            defaultValue={signature}
            maxLength={200}
            autoComplete="name"
          />
        )}
      </Field>
      {add.isError && <Failed error={add.error} />}
      <p className="act-line">
        <button type="submit" className="btn main-act" disabled={add.isPending}>
          {t('statement.sign')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('act.cancel')}
        </button>
      </p>
    </form>
  )
}
