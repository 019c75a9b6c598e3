// Adding a name or a statement. What is stated is dated, signed and never overwritten.

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuthorityDetail, AuthorityNameToAdd } from '../../server/shapes/authority.ts'
import { ask } from '../api/ask.ts'
import { askAnew, authoritiesQuestion } from '../archive/archive-questions.ts'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Failed } from '../parts/states.tsx'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { useStatement } from './use-statement.ts'

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
const given = <Name extends string>(name: Name, value: string) =>
  (value === '' ? {} : { [name]: value }) as { [Key in Name]?: string }

const nameKinds = ['variant', 'acronym', 'romanisation'] as const
const stated = ['role', 'succession', 'relation', 'note'] as const

function Acts({ label, busy, onDone }: { label: string; busy: boolean; onDone: () => void }) {
  return <FormActs act={label} busy={busy} onCancel={onDone} />
}

export function AddName({ id, onDone }: { id: string; onDone: () => void }) {
  const client = useQueryClient()
  const signedBy = readSignature()
  const add = useMutation({
    mutationFn: (name: AuthorityNameToAdd) =>
      ask<AuthorityDetail>(`/api/authorities/${id}/names`, {
        method: 'POST',
        body: { ...name, ...given('signedBy', signedBy) },
      }),
    onSuccess: async () => {
      await askAnew(client)
      onDone()
    },
  })
  return (
    <form
      className="form side-form"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const kind = nameKinds.find((each) => each === form.get('kind')) ?? 'variant'
        add.mutate({ name: textOf(form, 'name'), kind, ...given('language', textOf(form, 'language')) })
      }}
    >
      <Field label={t('authority.name')}>
        {(field) => <input id={field} name="name" required autoFocus dir="auto" maxLength={300} />}
      </Field>
      <Field label={t('authority.nameKind')}>
        {(field) => (
          <select id={field} name="kind">
            {nameKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`authority.nameKind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('statement.language')} hint={t('statement.language.hint')}>
        {(field) => <input id={field} name="language" dir="ltr" className="mono" maxLength={40} />}
      </Field>
      {add.error && <Failed error={add.error} />}
      <Acts label={t('authority.addName')} busy={add.isPending} onDone={onDone} />
    </form>
  )
}

/** The other of a succession or a relation, found by the beginning of its name. */
function Other({ id, onOther }: { id: string; onOther: (id: string) => void }) {
  const [begins, setBegins] = useState('')
  const { data } = useInfiniteQuery({ ...authoritiesQuestion(undefined, begins), enabled: begins.length > 1 })
  const found = data?.pages.flatMap(({ authorities }) => authorities).filter((each) => each.id !== id) ?? []
  return (
    <Field label={t('authority.other')} hint={t('authority.other.hint')}>
      {(field) => (
        <>
          <input
            id={field}
            type="search"
            dir="auto"
            value={begins}
            onChange={(event) => setBegins(event.target.value)}
          />
          <select required aria-label={t('authority.other')} onChange={(event) => onOther(event.target.value)}>
            <option value="">{t('move.choose')}</option>
            {found.slice(0, 50).map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </>
      )}
    </Field>
  )
}

export function AddStatement({ id, onDone }: { id: string; onDone: () => void }) {
  const [kind, setKind] = useState<(typeof stated)[number]>('role')
  const [otherId, setOtherId] = useState('')
  const state = useStatement(id, onDone)
  const needsOther = kind === 'succession' || kind === 'relation'
  return (
    <form
      className="form side-form"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        state.mutate({
          kind,
          value: textOf(form, 'value'),
          ...given('validFrom', textOf(form, 'validFrom')),
          ...given('validTo', textOf(form, 'validTo')),
          ...given('evidence', textOf(form, 'evidence')),
          ...(needsOther ? given('otherId', otherId) : {}),
        })
      }}
    >
      <Field label={t('authority.states')}>
        {(field) => (
          <select
            id={field}
            value={kind}
            onChange={(event) => setKind(stated.find((each) => each === event.target.value) ?? 'role')}
          >
            {stated.map((each) => (
              <option key={each} value={each}>
                {t(`authority.states.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {needsOther && <Other id={id} onOther={setOtherId} />}
      <Field label={t('statement.what')} hint={t(`authority.states.${kind}.hint`)}>
        {(field) => <input id={field} name="value" required dir="auto" maxLength={2000} />}
      </Field>
      <div className="two">
        <Field label={t('statement.validFromField')} hint={t('authority.edtf')}>
          {(field) => <input id={field} name="validFrom" dir="ltr" pattern="\d{4}(-\d{2}(-\d{2})?)?" />}
        </Field>
        <Field label={t('statement.validUntilField')}>
          {(field) => <input id={field} name="validTo" dir="ltr" pattern="\d{4}(-\d{2}(-\d{2})?)?" />}
        </Field>
      </div>
      <Field label={t('statement.evidence')} hint={t('statement.evidence.hint')}>
        {(field) => <input id={field} name="evidence" dir="auto" maxLength={2000} />}
      </Field>
      {state.error && <Failed error={state.error} />}
      <Acts label={t('statement.sign')} busy={state.isPending} onDone={onDone} />
    </form>
  )
}
