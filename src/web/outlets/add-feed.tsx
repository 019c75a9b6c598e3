import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { FeedRow, FeedToAdd } from '../../server/shapes/feed.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

const kinds = ['syndication', 'sitemap', 'news-sitemap', 'listing'] as const

/** One more feed for an outlet whose address is known. */
export function AddFeed({ outletId }: { outletId: string }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<FeedToAdd['kind']>('syndication')
  const add = useMutation({
    mutationFn: (body: FeedToAdd) => ask<FeedRow>(`/api/outlets/${outletId}/feeds`, { method: 'POST', body }),
    onSuccess: async (feed) => {
      setOpen(false)
      sayDeed(t('feed.did.added', { name: feed.url }), () =>
        ask(`/api/feeds/${feed.id}`, { method: 'DELETE' }).then(() =>
          client.invalidateQueries({ queryKey: ['outlet', outletId] }),
        ),
      )
      await client.invalidateQueries({ queryKey: ['outlet', outletId] })
    },
  })
  if (!open)
    return (
      <p>
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          <Icon name="add" />
          {t('feed.add')}
        </button>
      </p>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const selector = String(form.get('selector') ?? '').trim()
    add.mutate({
      url: String(form.get('url') ?? '').trim(),
      kind,
      selector: kind === 'listing' && selector ? selector : null,
    })
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('feed.address')}>
        {(id) => <input id={id} name="url" type="url" dir="ltr" required autoFocus placeholder="https://" />}
      </Field>
      <Field label={t('feed.kind')}>
        {(id) => (
          <select
            id={id}
            value={kind}
            onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? 'syndication')}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`feed.kind.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'listing' && (
        <Field label={t('feed.selector')} hint={t('feed.selector.hint')}>
          {(id) => <input id={id} name="selector" dir="ltr" className="mono" placeholder="main h2 a" />}
        </Field>
      )}
      {add.isError && <Failed error={add.error} />}
      <FormActs act={t('feed.add')} busy={add.isPending} onCancel={() => setOpen(false)} />
    </form>
  )
}
