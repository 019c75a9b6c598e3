// Who is asked for each language, in the order in which it will happen, and who is passed over, and why.

import { useQuery } from '@tanstack/react-query'
import type { EngineOrderList } from '../../server/shapes/engine.ts'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { hasPhrase, t } from '../text/t.ts'
import { ordersQuestion } from './questions.ts'
import { sayPair } from './say-pair.ts'

type Order = EngineOrderList['orders'][number]

function nameOf(by: string): string {
  const key = `engine.kind.${by.replace(/-\d+$/, '')}`
  const number = /-(\d+)$/.exec(by)?.[1]
  const name = hasPhrase(key) ? t(key) : by
  return number === undefined ? name : `${name} ${number}`
}

function Steps({ steps }: Pick<Order, 'steps'>) {
  return (
    <ol className="steps">
      {steps.map(({ by, state }) => (
        <li key={by} className={state === 'asked' ? '' : 'q'}>
          <bdi>{nameOf(by)}</bdi>
          {state !== 'asked' && <> ({t(`engine.step.${state}`)})</>}
        </li>
      ))}
    </ol>
  )
}

export function EngineOrders({ hasEngines }: { hasEngines: boolean }) {
  const { data, error, isPending, refetch } = useQuery(ordersQuestion())
  return (
    <section className="sec">
      <h2>{t('engine.orders')}</h2>
      <p className="small q2">{t(hasEngines ? 'engine.orders.words' : 'engine.orders.noEngine')}</p>
      {isPending && <Waiting rows={3} />}
      {error && !data && <Failed error={error} again={() => void refetch()} />}
      {data && data.orders.length === 0 && <p className="q2">{t('engine.orders.none')}</p>}
      <ul className="order-list">
        {data?.orders.map(({ from, items, steps }) => (
          <li key={from}>
            <p>
              <LanguageMark language={from} /> {sayPair(from, data.to)}{' '}
              <span className="q small">{t('engine.orders.items', { n: items })}</span>
            </p>
            <Steps steps={steps} />
          </li>
        ))}
      </ul>
    </section>
  )
}
