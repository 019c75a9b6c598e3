// One sentence for one engine, now: its words and how long they took, or what went wrong.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EngineTrial as Trial, EngineTrialWish } from '../../server/shapes/engine.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { directionOf, languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { ordersQuestion } from './questions.ts'

function Answer({ trial }: { trial: Trial }) {
  const took = t('engine.took', { seconds: Math.max(0.1, trial.tookMs / 1000).toFixed(1) })
  if (trial.kind !== 'translated')
    return (
      <p role="alert">
        <span className="st stop">
          <Icon name="cross" label={t('error.label')} />
        </span>{' '}
        <bdi>{showControls(trial.reason ?? '')}</bdi> <span className="q">{took}</span>
      </p>
    )
  return (
    <p role="status">
      <span className="st good">
        <Icon name="tick" />
      </span>{' '}
      <Outside text={trial.target ?? ''} lang={trial.to} dir={directionOf(trial.to)} className="press" />{' '}
      <span className="q">
        {took}
        {trial.version !== null && (
          <>
            {' · '}
            <bdi>{showControls(trial.version)}</bdi>
          </>
        )}
      </span>
    </p>
  )
}

export function EngineTrial({ engine, to }: { engine: string; to: string }) {
  const client = useQueryClient()
  const { data } = useQuery(ordersQuestion())
  const attempt = useMutation({
    mutationFn: (wish: EngineTrialWish) => ask<Trial>('/api/engines/trials', { method: 'POST', body: wish }),
    onSettled: () => client.invalidateQueries({ queryKey: ['engines'], exact: true }),
  })
  const languages = data?.orders.map(({ from }) => from) ?? []
  return (
    <form
      className="form engine-trial"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        attempt.mutate({ engine, text: String(form.get('text') ?? ''), from: String(form.get('from') ?? ''), to })
      }}
    >
      <div className="two">
        <Field label={t('engine.try.from')}>
          {(id) =>
            languages.length > 0 ? (
              <select id={id} name="from">
                {languages.map((language) => (
                  <option key={language} value={language}>
                    {languageName(language)}
                  </option>
                ))}
              </select>
            ) : (
              <input id={id} name="from" required dir="ltr" className="mono" placeholder="ar" maxLength={20} />
            )
          }
        </Field>
        <Field label={t('engine.try.to')}>{(id) => <input id={id} readOnly value={languageName(to)} />}</Field>
      </div>
      <Field label={t('engine.try.text')} hint={t('engine.try.hint')}>
        {(id) => <input id={id} name="text" required dir="auto" maxLength={500} autoComplete="off" autoFocus />}
      </Field>
      <p className="act-line">
        <button type="submit" className="btn main-act" disabled={attempt.isPending}>
          {t('engine.try.act')}
        </button>
        {attempt.isPending && <span role="status">{t('engine.try.waiting')}</span>}
      </p>
      {attempt.error && <Failed error={attempt.error} />}
      {attempt.data && <Answer trial={attempt.data} />}
    </form>
  )
}
