// The engines: what each is, costs and says; in which order they are asked; how one is set up.

import { useQuery } from '@tanstack/react-query'
import type { EngineList } from '../../server/shapes/engine.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import { enginesQuestion } from '../reader/translation-questions.ts'
import { t } from '../text/t.ts'
import { EngineCard } from './engine-card.tsx'
import { EngineOrders } from './engine-orders.tsx'
import { EngineSettings } from './engine-settings.tsx'
import { EngineSetup } from './engine-setup.tsx'

function Cards({ list }: { list: EngineList }) {
  if (list.engines.length === 0)
    return (
      <section className="sec">
        <h2>{t('desk.part.engines')}</h2>
        <p>{t('engine.none')}</p>
      </section>
    )
  return list.engines.map((engine, at) => (
    <EngineCard key={engine.name} engine={engine} at={at} all={list.engines} month={list.month} to={list.to} />
  ))
}

export function Engines() {
  const { data, error, refetch } = useQuery({ ...enginesQuestion(), refetchInterval: 30_000 })
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <div className="desk-cols">
      <div>
        <Cards list={data} />
        <EngineSetup isOpen={data.engines.length === 0} />
      </div>
      <aside>
        <EngineSettings list={data} />
        <EngineOrders hasEngines={data.engines.length > 0} />
      </aside>
    </div>
  )
}
