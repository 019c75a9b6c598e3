import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Added } from '../../server/shapes/addition.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { sayBytes } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { AddedLine, OutletField } from './added.tsx'
import { FileField } from '../parts/file-field.tsx'

/** An HTML or PDF file that somebody has: kept as it is, and read. */
export function AddFile() {
  const [file, setFile] = useState<File | null>(null)
  const add = useMutation({ mutationFn: (form: FormData) => ask<Added>('/api/files', { method: 'POST', form }) })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!file) return
    const typed = new FormData(event.currentTarget)
    const form = new FormData()
    form.set('file', file)
    for (const name of ['url', 'outletId']) {
      const value = String(typed.get(name) ?? '').trim()
      if (value) form.set(name, value)
    }
    add.mutate(form)
  }
  return (
    <form className="form" onSubmit={submit}>
      <FileField
        accept=".html,.htm,.xhtml,.pdf,text/html,application/pdf"
        label={t('add.file.choose')}
        onFile={setFile}
      />
      {file && (
        <p>
          <bdi className="mono">{file.name}</bdi> <span className="q small">{sayBytes(file.size)}</span>
        </p>
      )}
      <Field label={t('add.file.address')} hint={t('add.file.hint')}>
        {(id) => <input id={id} name="url" type="url" dir="ltr" placeholder="https://" />}
      </Field>
      <OutletField />
      <p className="act-line">
        <button type="submit" className="btn main-act" disabled={!file || add.isPending}>
          {add.isPending ? t('add.file.sending') : t('add.file.take')}
        </button>
      </p>
      {add.isError && <Failed error={add.error} />}
      {add.data && <AddedLine added={add.data} />}
    </form>
  )
}
