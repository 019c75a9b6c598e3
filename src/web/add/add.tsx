// The ways in: an outlet by its address, one page, a file, lists of feeds and outlets, the bookmark.

import { useNavigate } from '@tanstack/react-router'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { addRoute } from '../shell/route-ids.ts'
import { t } from '../text/t.ts'
import { AddClipper } from './add-clipper.tsx'
import { AddFile } from './add-file.tsx'
import { AddOutlet } from './add-outlet.tsx'
import { AddPage } from './add-page.tsx'
import { ImportRegister } from './import-register.tsx'
import { ImportOpml } from './import-opml.tsx'

const ways = ['outlet', 'page', 'file', 'opml', 'register', 'clip'] as const

export function Add() {
  const { way = 'outlet' } = addRoute.useSearch()
  const navigate = useNavigate()
  useTitle(t('place.add'))
  return (
    <div className="screen">
      <header className="bar">
        <h1>{t('place.add')}</h1>
      </header>
      <NoteLine />
      <Tabs
        className="add"
        selectedKey={way}
        onSelectionChange={(key) =>
          void navigate({ to: '/add', search: { way: ways.find((each) => each === key) ?? 'outlet' }, replace: true })
        }
      >
        <TabList className="tabs" aria-label={t('place.add')}>
          {ways.map((each) => (
            <Tab key={each} id={each}>
              {t(`add.${each}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="outlet" className="scroll panel-page">
          <AddOutlet />
        </TabPanel>
        <TabPanel id="page" className="scroll panel-page">
          <AddPage />
        </TabPanel>
        <TabPanel id="file" className="scroll panel-page">
          <AddFile />
        </TabPanel>
        <TabPanel id="opml" className="scroll panel-page">
          <ImportOpml />
        </TabPanel>
        <TabPanel id="register" className="scroll panel-page">
          <ImportRegister />
        </TabPanel>
        <TabPanel id="clip" className="scroll panel-page">
          <AddClipper />
        </TabPanel>
      </Tabs>
      <KeyLine />
    </div>
  )
}
