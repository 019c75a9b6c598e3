import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Added, PageToAdd } from '../../server/shapes/addition.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { AddedLine, OutletField } from './added.tsx'

/** One page, captured now, without a feed. */
export function AddPage() {
  const add = useMutation({ mutationFn: (body: PageToAdd) => ask<Added>('/api/pages', { method: 'POST', body }) })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const outletId = String(form.get('outletId') ?? '')
    add.mutate({ url: String(form.get('url') ?? '').trim(), ...(outletId ? { outletId } : {}) })
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('add.page.address')} hint={t('add.page.hint')}>
        {(id) => <input id={id} name="url" type="url" dir="ltr" required autoFocus placeholder="https://" />}
      </Field>
      <OutletField />
      <p className="act-line">
        <button type="submit" className="btn main-act" disabled={add.isPending}>
          {t('add.page.take')}
        </button>
      </p>
      {add.isError && <Failed error={add.error} />}
      {add.data && <AddedLine added={add.data} />}
    </form>
  )
}
