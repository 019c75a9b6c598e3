// First a dry run, which subscribes to nothing; then the person chooses.

import { useMutation } from '@tanstack/react-query'
import { useRef, type FormEvent } from 'react'
import type { Discovery } from '../../server/shapes/discovery.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { ChooseFeeds } from './choose-feeds.tsx'

export function AddOutlet() {
  const stop = useRef<AbortController | null>(null)
  const look = useMutation({
    mutationFn: (address: string) => {
      stop.current = new AbortController()
      return ask<Discovery>('/api/discoveries', { method: 'POST', body: { address }, signal: stop.current.signal })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    look.mutate(String(new FormData(event.currentTarget).get('address') ?? '').trim())
  }
  const cancel = () => {
    stop.current?.abort()
    look.reset()
  }
  return (
    <>
      <form className="form line-form" onSubmit={submit}>
        <Field label={t('add.outlet.address')} hint={t('add.outlet.hint')}>
          {(id) => (
            <input
              id={id}
              name="address"
              dir="ltr"
              required
              autoFocus
              inputMode="url"
              autoCapitalize="off"
              spellCheck={false}
              placeholder="al-manara.example"
            />
          )}
        </Field>
        <button type="submit" className="btn main-act" disabled={look.isPending}>
          {t('add.outlet.look')}
        </button>
      </form>
      {look.isPending && (
        <div className="say" role="status">
          <p>{t('add.outlet.looking', { address: look.variables })}</p>
          <progress aria-label={t('waiting')} />
          <button type="button" className="btn" onClick={cancel}>
            {t('act.cancel')}
          </button>
        </div>
      )}
      {look.isError && <Failed error={look.error} again={() => look.mutate(look.variables)} />}
      {look.data && <ChooseFeeds key={look.submittedAt} found={look.data} />}
    </>
  )
}
