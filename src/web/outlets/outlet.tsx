// One outlet: who it is, what has been stated of it, how its feeds are.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutletDetail } from '../../server/shapes/outlet.ts'
import { outletQuestion } from '../api/questions.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { outletRoute } from '../shell/route-ids.ts'
import { countryName, directionOf, languageName } from '../text/languages.ts'
import { count, t } from '../text/t.ts'
import { AddFeed } from './add-feed.tsx'
import { FeedCard } from './feed-card.tsx'
import { PauseAll, RemoveOutlet } from './outlet-deeds.tsx'
import { StatementForm } from './statement-form.tsx'
import { Statements } from './statements.tsx'

function OutletHead({ outlet }: { outlet: OutletDetail }) {
  const [first = null] = outlet.languages
  const languages = outlet.languages.map(languageName).join(', ')
  return (
    <header className="ohead">
      <h2 className="name">
        <Outside text={outlet.name} />
        {outlet.nameAsPrinted && outlet.nameAsPrinted !== outlet.name && (
          <Outside text={outlet.nameAsPrinted} lang={first} dir={directionOf(first)} className="as-printed" />
        )}
      </h2>
      <p className="facts">
        <Descriptor statement={outlet.descriptor} />
        <span>{languages || <span className="q">{t('outlet.noLanguages')}</span>}</span>
        <span>{outlet.country ? countryName(outlet.country) : <span className="q">{t('outlet.noCountry')}</span>}</span>
        <bdi dir="ltr" className="mono">
          {outlet.domains.join(', ')}
        </bdi>
        <Link to="/" search={{ outlet: outlet.id }}>
          {t('outlet.items', { n: outlet.items })}
        </Link>
      </p>
    </header>
  )
}

function OutletBody({ outlet, adding, onAdded }: { outlet: OutletDetail; adding: boolean; onAdded: () => void }) {
  return (
    <div className="scroll outlet-page">
      <OutletHead outlet={outlet} />
      <div className="ocols">
        <section aria-label={t('statement.plural')}>
          {adding && <StatementForm outletId={outlet.id} onDone={onAdded} />}
          <Statements statements={outlet.statements} language={outlet.languages[0] ?? null} />
        </section>
        <aside aria-label={t('outlets.feeds')}>
          <section className="sec">
            <h2>
              {t('outlets.feeds')}
              <span className="end">{count(outlet.feedList.length)}</span>
            </h2>
            <ul className="feeds">
              {outlet.feedList.map((feed) => (
                <FeedCard key={feed.id} feed={feed} />
              ))}
            </ul>
            {outlet.feedList.length === 0 && <p className="q2">{t('outlet.noFeeds')}</p>}
            <AddFeed outletId={outlet.id} />
          </section>
          {outlet.items === 0 ? <RemoveOutlet outlet={outlet} /> : <PauseAll outlet={outlet} />}
        </aside>
      </div>
    </div>
  )
}

export function Outlet() {
  const { id } = outletRoute.useParams()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery({ ...outletQuestion(id), refetchInterval: 5_000 })
  const [adding, setAdding] = useState(false)
  useTitle(data?.name ?? null)
  useKeys([
    { key: 'n', name: 'key.statement', run: () => setAdding(true) },
    { key: 'Escape', name: 'key.back', run: () => void navigate({ to: '/outlets' }) },
  ])
  return (
    <div className="screen">
      <header className="bar">
        <nav className="crumbs" aria-label={t('outlet.way')}>
          <Link to="/outlets">{t('place.outlets')}</Link>
          <Icon name="forward" flip />
          <h1 className="clip">{data ? <Outside text={data.name} /> : '…'}</h1>
        </nav>
        <div className="end">
          <button type="button" className="btn main-act" onClick={() => setAdding(true)}>
            {t('statement.add')} <kbd>n</kbd>
          </button>
        </div>
      </header>
      <NoteLine />
      {isPending && <Waiting />}
      {!data && error && <Failed error={error} again={() => void refetch()} />}
      {data && <OutletBody outlet={data} adding={adding} onAdded={() => setAdding(false)} />}
      <KeyLine>{t('statement.appendOnly')}</KeyLine>
    </div>
  )
}
