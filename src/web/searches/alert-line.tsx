import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Alert, Delivery } from '../../server/shapes/saved-search.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { deliveriesQuestion } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** Where an alert speaks, and how often, in words. */
export function alertWords({ channel, digest }: Alert): string {
  const where = channel.kind === 'desk' ? t('alert.channel.desk') : channel.kind === 'email' ? channel.to : channel.url
  const often =
    digest.kind === 'daily'
      ? t('alert.daily.words', { hour: String(digest.hour), zone: digest.timeZone })
      : t(`alert.digest.${digest.kind}`)
  return `${where} · ${often}`
}

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const hue = delivery.state === 'sent' ? 'good' : delivery.state === 'given-up' ? 'stop' : 'wait'
  return (
    <li className="small">
      <span className={`st ${hue}`}>
        <Icon name={delivery.state === 'sent' ? 'tick' : delivery.state === 'given-up' ? 'cross' : 'clock'} />
        {t(`delivery.${delivery.state}`)}
      </span>{' '}
      {t('search.total', { n: delivery.items })} · {sayMoment(delivery.sentAt ?? delivery.dueAt)}
      {delivery.reason && (
        <>
          {' '}
          · <bdi className="stop">{showControls(delivery.reason)}</bdi>
        </>
      )}
    </li>
  )
}

function Deliveries({ alertId }: { alertId: string }) {
  const { data } = useQuery(deliveriesQuestion(alertId))
  if (!data) return null
  return (
    <ul className="lines">
      {data.deliveries.length === 0 && <li className="small q">{t('delivery.none')}</li>}
      {data.deliveries.map((delivery) => (
        <DeliveryLine key={delivery.id} delivery={delivery} />
      ))}
    </ul>
  )
}

export function AlertLine({ alert }: { alert: Alert }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const anew = () => client.invalidateQueries({ queryKey: ['searches'] })
  const path = `/api/alerts/${alert.id}`
  const set = (state: Alert['state'], version: number) =>
    ask<Alert>(path, { method: 'PATCH', body: { version, state } })
  const words = alertWords(alert)
  const toggle = useMutation({
    mutationFn: () => set(alert.state === 'on' ? 'off' : 'on', alert.version),
    onSuccess: (changed) => {
      sayDeed(t(`alert.did.${changed.state}`, { name: words }), () => set(alert.state, changed.version).then(anew))
      return anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  const remove = useMutation({
    mutationFn: () => ask(`${path}?version=${alert.version}`, { method: 'DELETE' }),
    onSuccess: () => {
      const body = { channel: alert.channel, digest: alert.digest }
      sayDeed(t('alert.did.removed', { name: words }), () =>
        ask(`/api/searches/${alert.searchId}/alerts`, { method: 'POST', body }).then(anew),
      )
      return anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  return (
    <li className="alert">
      <div className="alert-head">
        <span className={alert.state === 'on' ? 'st' : 'st q'}>
          <Icon name="bell" />
          <bdi>{words}</bdi>
        </span>
        <span className="small q">{t('alert.found', { n: alert.found })}</span>
        <span className="end act-line">
          <button type="button" className="btn" aria-pressed={alert.state === 'on'} onClick={() => toggle.mutate()}>
            {t(alert.state === 'on' ? 'setting.singleKeys.on' : 'setting.singleKeys.off')}
          </button>
          {alert.channel.kind !== 'desk' && (
            <button type="button" className="btn" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('delivery.title')}
            </button>
          )}
          <button
            type="button"
            className="btn"
            aria-label={t('alert.remove', { name: words })}
            onClick={() => remove.mutate()}
          >
            <Icon name="trash" />
          </button>
        </span>
      </div>
      {alert.lastDelivery && !open && (
        <ul>
          <DeliveryLine delivery={alert.lastDelivery} />
        </ul>
      )}
      {open && <Deliveries alertId={alert.id} />}
    </li>
  )
}
