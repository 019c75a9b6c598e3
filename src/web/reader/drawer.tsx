import { lazy, Suspense, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ItemDetail } from '../../server/shapes/item.ts'
import { Empty } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { TryNow } from '../status/try-now.tsx'
import { Copies } from './copies.tsx'
import { Evidence } from './evidence.tsx'
import { ReadingFacts } from './reading-facts.tsx'
import { Versions } from './versions.tsx'
import { WhoSpeaks } from './who-speaks.tsx'

const ExcerptsPanel = lazy(() => import('./excerpts-panel.tsx').then((file) => ({ default: file.ExcerptsPanel })))

type DrawerProps = {
  item: ItemDetail
  captureId: string | null
  onChoose: (id: string) => void
  onCompare: (from: string, to: string) => void
}

/** Who says it and what it rests on, beside the text. */
export function Drawer({ item, captureId, onChoose, onCompare }: DrawerProps) {
  const [tab, setTab] = useState('source')
  return (
    <aside className="drawer" aria-label={t('drawer.label')}>
      <Tabs className="drawer-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tabs" aria-label={t('drawer.label')}>
          <Tab id="source">{t('drawer.source')}</Tab>
          <Tab id="versions">
            {t('drawer.versions')} {item.captures.length}
          </Tab>
          <Tab id="copies">{t('copies.tab')}</Tab>
          <Tab id="excerpts">{t('excerpt.tab')}</Tab>
          <Tab id="reading">{t('drawer.reading')}</Tab>
        </TabList>
        <TabPanel id="source" className="panel scroll">
          <WhoSpeaks item={item} />
          {captureId ? (
            <Evidence captureId={captureId} />
          ) : (
            <Empty>
              <p>{t('evidence.none')}</p>
              <p>
                <bdi dir="ltr" className="mono wrap">
                  {item.url}
                </bdi>
              </p>
              {(item.state === 'failed' || item.state === 'refused') && (
                <TryNow
                  path={`/api/items/${item.id}/captures`}
                  deed={t('failure.retried', { name: item.title ?? item.url })}
                  anew="item"
                />
              )}
            </Empty>
          )}
        </TabPanel>
        <TabPanel id="versions" className="panel scroll">
          <Versions item={item} chosen={captureId ?? ''} onChoose={onChoose} onCompare={onCompare} />
        </TabPanel>
        <TabPanel id="copies" className="panel scroll">
          <Copies id={item.id} />
        </TabPanel>
        <TabPanel id="excerpts" className="panel scroll">
          <Suspense>{item.reading ? <ExcerptsPanel item={item} reading={item.reading} /> : null}</Suspense>
        </TabPanel>
        <TabPanel id="reading" className="panel scroll">
          {item.reading ? (
            <ReadingFacts reading={item.reading} />
          ) : (
            <Empty>
              <p>{t('reading.none')}</p>
            </Empty>
          )}
        </TabPanel>
      </Tabs>
    </aside>
  )
}
