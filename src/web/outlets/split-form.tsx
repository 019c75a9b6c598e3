// Making two outlets of one: the feeds and hosts that go, and the name they go under. Looked at first.

import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { OutletDetail } from '../../server/shapes/outlet.ts'
import type { OutletMoveResult, SplitWish } from '../../server/shapes/outlet-move.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { MovePreview } from './move-preview.tsx'
import { useMove } from './use-move.ts'

type Going = Pick<SplitWish, 'name' | 'nameAsPrinted' | 'homepage' | 'domains' | 'feeds'>

function readForm(form: FormData): Going {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    name: text('name'),
    nameAsPrinted: text('nameAsPrinted') || null,
    homepage: text('homepage'),
    domains: form.getAll('domains').map(String),
    feeds: form.getAll('feeds').map(String),
  }
}

export function SplitForm({ outlet, onDone }: { outlet: OutletDetail; onDone: () => void }) {
  const navigate = useNavigate()
  const [going, setGoing] = useState<Going | null>(null)
  const signedBy = readSignature()
  const split = (wish: Going) => (dryRun: boolean) => {
    const body: SplitWish = { version: outlet.version, ...wish, dryRun, ...(signedBy ? { signedBy } : {}) }
    return ask<OutletMoveResult>(`/api/outlets/${outlet.id}/splits`, { method: 'POST', body })
  }
  const move = useMove(t('move.did.split', { from: outlet.name, to: going?.name ?? '' }), () => {
    onDone()
    void navigate({ to: '/outlets' })
  })
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wish = readForm(new FormData(event.currentTarget))
    setGoing(wish)
    void move.look(split(wish))
  }
  return (
    <form className="form statement-form" onSubmit={look} onChange={move.forget}>
      <p className="q2 small">{t('move.split.words', { name: outlet.name })}</p>
      <div className="form-cols">
        <Field label={t('move.split.name')}>
          {(id) => <input id={id} name="name" dir="auto" required autoFocus maxLength={300} />}
        </Field>
        <Field label={t('outlet.asPrinted')} hint={t('outlet.asPrinted.hint')}>
          {(id) => <input id={id} name="nameAsPrinted" dir="auto" maxLength={300} />}
        </Field>
        <Field label={t('outlet.homepage')}>
          {(id) => <input id={id} name="homepage" type="url" dir="ltr" required placeholder="https://" />}
        </Field>
      </div>
      <fieldset className="field">
        <legend>{t('outlet.domains')}</legend>
        {outlet.domains.map((domain) => (
          <label key={domain} className="check">
            <input type="checkbox" name="domains" value={domain} />
            <bdi dir="ltr" className="mono">
              {domain}
            </bdi>
          </label>
        ))}
      </fieldset>
      <fieldset className="field">
        <legend>{t('outlets.feeds')}</legend>
        {outlet.feedList
          .filter((feed) => feed.kind !== 'single')
          .map((feed) => (
            <label key={feed.id} className="check">
              <input type="checkbox" name="feeds" value={feed.id} />
              <bdi dir="ltr" className="mono wrap">
                {feed.url}
              </bdi>
            </label>
          ))}
      </fieldset>
      {move.problem !== null && <Failed error={move.problem} />}
      {move.plan && <MovePreview plan={move.plan} />}
      <p className="act-line">
        {move.plan ? (
          <button
            type="button"
            className="btn main-act"
            disabled={move.busy}
            onClick={() => going && void move.make(split(going))}
          >
            {t('move.split')}
          </button>
        ) : (
          <button type="submit" className="btn main-act" disabled={move.busy}>
            {t('move.look')}
          </button>
        )}
        <button type="button" className="btn" onClick={onDone}>
          {t('act.cancel')}
        </button>
      </p>
    </form>
  )
}
