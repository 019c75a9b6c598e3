// One outlet: who it is, what has been stated of it and is printed for a day, how its feeds are, how it is collected.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutletDetail, Statement } from '../../server/shapes/outlet.ts'
import { outletHealthQuestion, outletQuestion } from '../api/questions.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { useNow } from '../shell/now.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { outletRoute } from '../shell/route-ids.ts'
import { countryName, directionOf, isUnknown, languageName } from '../text/languages.ts'
import { isoDay, sayDay } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { AddFeed } from './add-feed.tsx'
import { FeedCard } from './feed-card.tsx'
import { MergeForm } from './merge-form.tsx'
import { Moves } from './moves.tsx'
import { PauseAll, RemoveOutlet } from './outlet-deeds.tsx'
import { OutletFacts } from './outlet-facts.tsx'
import { CollectionPolicy } from './policy.tsx'
import { Relations } from './relations.tsx'
import { Reliability } from './reliability.tsx'
import { Robots } from './robots.tsx'
import { SplitForm } from './split-form.tsx'
import { StatementForm } from './statement-form.tsx'
import { Statements } from './statements.tsx'

type Panel = 'statement' | 'facts' | 'merge' | 'split' | null
const DAY = 86_400_000

/** What is printed of a kind on the day asked about. */
const printedOf = (outlet: OutletDetail, kind: Statement['kind']): Statement | null =>
  outlet.printed.find((statement) => statement.kind === kind) ?? null

function OutletHead({ outlet }: { outlet: OutletDetail }) {
  const [first = null] = outlet.languages
  const languages = outlet.languages
    .filter((tag) => !isUnknown(tag))
    .map(languageName)
    .join(', ')
  const medium = printedOf(outlet, 'medium')
  return (
    <header className="ohead">
      <h2 className="name">
        <Outside text={outlet.name} />
        {outlet.nameAsPrinted && outlet.nameAsPrinted !== outlet.name && (
          <Outside text={outlet.nameAsPrinted} lang={first} dir={directionOf(first)} className="as-printed" />
        )}
      </h2>
      <p className="facts">
        <Descriptor statement={printedOf(outlet, 'descriptor')} />
        <span>{languages || <span className="q">{t('outlet.noLanguages')}</span>}</span>
        <span>{outlet.country ? countryName(outlet.country) : <span className="q">{t('outlet.noCountry')}</span>}</span>
        {medium && <bdi>{medium.value}</bdi>}
        <bdi dir="ltr" className="mono wrap">
          {outlet.domains.join(', ')}
        </bdi>
        <Link to="/" search={{ outlet: outlet.id }}>
          {t('outlet.items', { n: outlet.items })}
        </Link>
        <Reliability statement={printedOf(outlet, 'reliability')} />
      </p>
      {outlet.mergedInto && (
        <p className="st warn">
          <Icon name="merge" />
          {t('outlet.merged')}{' '}
          <Link to="/outlets/$id" params={{ id: outlet.mergedInto }}>
            {t('outlet.merged.see')}
          </Link>
        </p>
      )}
    </header>
  )
}

function Feeds({ outlet }: { outlet: OutletDetail }) {
  const { data } = useQuery(outletHealthQuestion(outlet.id))
  return (
    <section className="sec">
      <h2>
        {t('outlets.feeds')}
        <span className="end">{count(outlet.feedList.length)}</span>
      </h2>
      <ul className="feeds">
        {outlet.feedList.map((feed) => (
          <FeedCard key={feed.id} feed={feed} rhythm={data?.feeds.find(({ feedId }) => feedId === feed.id)} />
        ))}
      </ul>
      {outlet.feedList.length === 0 && <p className="q2">{t('outlet.noFeeds')}</p>}
      <AddFeed outletId={outlet.id} />
    </section>
  )
}

function OpenPanel({ panel, outlet, onDone }: { panel: Panel; outlet: OutletDetail; onDone: () => void }) {
  if (panel === 'statement') return <StatementForm outletId={outlet.id} onDone={onDone} />
  if (panel === 'facts') return <OutletFacts outlet={outlet} onDone={onDone} />
  if (panel === 'merge') return <MergeForm outlet={outlet} onDone={onDone} />
  if (panel === 'split') return <SplitForm outlet={outlet} onDone={onDone} />
  return null
}

function OutletBody({
  outlet,
  panel,
  onPanel,
}: {
  outlet: OutletDetail
  panel: Panel
  onPanel: (panel: Panel) => void
}) {
  return (
    <div className="scroll outlet-page">
      <OutletHead outlet={outlet} />
      <div className="ocols">
        <section aria-label={t('statement.plural')}>
          <OpenPanel panel={panel} outlet={outlet} onDone={() => onPanel(null)} />
          <Statements outlet={outlet} />
          <Relations outlet={outlet} />
        </section>
        <aside aria-label={t('outlets.feeds')}>
          <Feeds outlet={outlet} />
          <CollectionPolicy outletId={outlet.id} />
          <Robots outletId={outlet.id} />
          <Moves outletId={outlet.id} />
          {outlet.items === 0 ? <RemoveOutlet outlet={outlet} /> : <PauseAll outlet={outlet} />}
        </aside>
      </div>
    </div>
  )
}

/** The day for which the register is read. */
function DayChoice({ day, onDay }: { day: string; onDay: (day: string | undefined) => void }) {
  const today = isoDay(useNow())
  return (
    <label className={day === today ? 'filt' : 'filt chosen'} title={t('outlet.asOn.words')}>
      <b>{t('outlet.asOn')}</b>
      <input
        type="date"
        value={day}
        max={today}
        onChange={(event) => onDay(event.target.value === today ? undefined : event.target.value || undefined)}
      />
    </label>
  )
}

const acts = ['facts', 'merge', 'split'] as const

export function Outlet() {
  const { id } = outletRoute.useParams()
  const { day } = outletRoute.useSearch()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery({ ...outletQuestion(id, day), refetchInterval: 5_000 })
  const [panel, setPanel] = useState<Panel>(null)
  useTitle(data?.name ?? null)
  const today = isoDay(useNow())
  const shown = day ?? today
  const setDay = (next: string | undefined) =>
    void navigate({ to: '/outlets/$id', params: { id }, search: next ? { day: next } : {}, replace: true })
  const move = (days: number) => setDay(isoDay(Date.parse(shown) + days * DAY))
  useKeys([
    { key: 'n', name: 'key.statement', run: () => setPanel('statement') },
    { key: 'e', name: 'key.facts', run: () => setPanel('facts') },
    { key: '[', name: 'key.days', run: () => move(-1) },
    { key: ']', name: 'key.days', run: () => shown < today && move(1) },
    { key: 'Escape', name: 'key.back', run: () => (panel ? setPanel(null) : void navigate({ to: '/outlets' })) },
  ])
  return (
    <div className="screen">
      <header className="bar outlet-bar">
        <nav className="crumbs" aria-label={t('outlet.way')}>
          <Link to="/outlets">{t('place.outlets')}</Link>
          <Icon name="forward" flip />
          <h1 className="clip">{data ? <Outside text={data.name} /> : '…'}</h1>
        </nav>
        <div className="end">
          <DayChoice day={shown} onDay={setDay} />
          {acts.map((act) => (
            <button
              key={act}
              type="button"
              className="btn"
              aria-expanded={panel === act}
              onClick={() => setPanel(panel === act ? null : act)}
            >
              {t(`outlet.act.${act}`)}
            </button>
          ))}
          <button type="button" className="btn main-act" onClick={() => setPanel('statement')}>
            {t('statement.add')} <kbd>n</kbd>
          </button>
        </div>
      </header>
      <NoteLine />
      {isPending && <Waiting />}
      {!data && error && <Failed error={error} again={() => void refetch()} />}
      {data && <OutletBody key={data.id} outlet={data} panel={panel} onPanel={setPanel} />}
      <KeyLine>{day ? t('outlet.asOn.day', { day: sayDay(Date.parse(day)) }) : t('statement.appendOnly')}</KeyLine>
    </div>
  )
}
