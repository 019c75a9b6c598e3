// Who is being watched, and how it goes: the ones with trouble can be seen alone.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { OutletRow } from '../../server/shapes/outlet.ts'
import { outletsQuestion } from '../api/questions.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { useNow } from '../shell/now.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { outletsRoute } from '../shell/route-ids.ts'
import { directionOf } from '../text/languages.ts'
import { sayDistance } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'
import { HealthMark } from './health.tsx'

const asked = ['failing', 'quiet', 'paused'] as const

/** A feed that is gone for good is failing too, and counted so in the rail. */
const isIn = (outlet: OutletRow, health: (typeof asked)[number]): boolean =>
  outlet.health === health || (health === 'failing' && outlet.health === 'gone')

function OutletLine({ outlet, index }: { outlet: OutletRow; index: number }) {
  const printed = outlet.nameAsPrinted
  const [first = null] = outlet.languages
  const now = useNow()
  return (
    <tr>
      <td className="names">
        <Link className="oname" to="/outlets/$id" params={{ id: outlet.id }} data-outlet={index}>
          <Outside text={outlet.name} />
        </Link>
        {printed && printed !== outlet.name && (
          <Outside text={printed} lang={first} dir={directionOf(first)} className="press q2 printed" />
        )}
      </td>
      <td>
        <Descriptor statement={outlet.descriptor} />
      </td>
      <td>
        {outlet.languages.length === 0 ? (
          <span className="q">{t('unknown')}</span>
        ) : (
          outlet.languages.map((tag) => <LanguageMark key={tag} language={tag} />)
        )}
      </td>
      <td>
        {outlet.reliability === null ? (
          <span className="q">{t('reliability.none')}</span>
        ) : (
          <span title={t(`reliability.${outlet.reliability.value}` as PhraseKey)}>{outlet.reliability.value}</span>
        )}
      </td>
      <td>
        <HealthMark health={outlet.health} />
      </td>
      <td className="num" data-label={t('outlets.feeds')}>
        {count(outlet.feeds)}
      </td>
      <td className="num" data-label={t('outlets.items')}>
        {count(outlet.items)}
      </td>
      <td className="q2 nowrap">
        {outlet.latestItemAt === null ? (
          <span className="q">{t('outlets.noneYet')}</span>
        ) : (
          sayDistance(outlet.latestItemAt, now)
        )}
      </td>
    </tr>
  )
}

function OutletTable({ outlets }: { outlets: readonly OutletRow[] }) {
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState(-1)
  const go = (index: number) => {
    const next = Math.max(0, Math.min(outlets.length - 1, index))
    setActive(next)
    const link = table.current?.querySelector<HTMLElement>(`[data-outlet="${next}"]`)
    link?.focus()
  }
  useKeys([
    { key: 'j', name: 'key.move', run: () => go(active + 1) },
    { key: 'k', name: 'key.move', run: () => go(active - 1) },
  ])
  return (
    <table className="reg outlets-table" ref={table}>
      <thead>
        <tr>
          <th>{t('outlets.name')}</th>
          <th>{t('statement.kind.descriptor')}</th>
          <th>{t('outlets.languages')}</th>
          <th>{t('statement.kind.reliability')}</th>
          <th>{t('outlets.health')}</th>
          <th className="num">{t('outlets.feeds')}</th>
          <th className="num">{t('outlets.items')}</th>
          <th>{t('outlets.latest')}</th>
        </tr>
      </thead>
      <tbody>
        {outlets.map((outlet, index) => (
          <OutletLine key={outlet.id} outlet={outlet} index={index} />
        ))}
      </tbody>
    </table>
  )
}

export function Outlets() {
  const { health } = outletsRoute.useSearch()
  const navigate = useNavigate()
  useTitle(t('place.outlets'))
  const { data, error, isPending, refetch } = useQuery(outletsQuestion())
  useKeys([{ key: 'n', name: 'key.add', run: () => void navigate({ to: '/add' }) }])
  const shown = (data?.outlets ?? []).filter((outlet) => health === undefined || isIn(outlet, health))
  return (
    <div className="screen">
      <header className="bar">
        <h1>{t('place.outlets')}</h1>
        <span className="seg" role="group" aria-label={t('outlets.health')}>
          <Link className="btn" to="/outlets" activeOptions={{ exact: true, includeSearch: true }}>
            {t('filter.all')}
          </Link>
          {asked.map((each) => (
            <Link key={each} className="btn" to="/outlets" search={{ health: each }}>
              {t(`health.${each}`)} {data && count(data.outlets.filter((outlet) => isIn(outlet, each)).length)}
            </Link>
          ))}
        </span>
        <div className="end">
          <Link className="btn" to="/coverage">
            <Icon name="gap" />
            <span className="wide">{t('coverage.title')}</span>
            <span className="unseen narrow">{t('coverage.title')}</span>
          </Link>
          <Link className="btn wide" to="/add" search={{ way: 'register' }}>
            <Icon name="file" />
            {t('register.inOut')}
          </Link>
          <Link className="btn main-act" to="/add">
            <Icon name="add" />
            <span className="wide">{t('outlets.add')}</span>
            <span className="unseen narrow">{t('outlets.add')}</span> <kbd>n</kbd>
          </Link>
        </div>
      </header>
      <NoteLine />
      <div className="scroll sheet-ground">
        {isPending && <Waiting />}
        {error && !data && <Failed error={error} again={() => void refetch()} />}
        {data && data.outlets.length === 0 && (
          <Empty>
            <p>{t('outlets.empty')}</p>
            <Link className="btn main-act" to="/add">
              {t('outlets.add')}
            </Link>
          </Empty>
        )}
        {data && data.outlets.length > 0 && shown.length === 0 && (
          <Empty>
            <p>{t('outlets.noneSuch')}</p>
            <Link className="btn" to="/outlets">
              {t('filter.all')}
            </Link>
          </Empty>
        )}
        {shown.length > 0 && <OutletTable outlets={shown} />}
      </div>
      <KeyLine>{data && t('outlets.count', { n: data.total })}</KeyLine>
    </div>
  )
}
