// What we may have missed: silence against each feed's own rhythm, gaps by country and language.
// Never a claim that something was published: only that silence is unusual.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Coverage as CoverageRecord } from '../../server/shapes/health.ts'
import { coverageQuestion } from '../api/questions.ts'
import { failureName } from '../inbox/item-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Spark, SparkTable } from '../parts/spark.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { coverageRoute } from '../shell/route-ids.ts'
import { countryName, isUnknown, languageName } from '../text/languages.ts'
import { sayHours, sayMoment } from '../text/moment.ts'
import { count, t } from '../text/t.ts'

type Silent = CoverageRecord['silent'][number]
type Gap = CoverageRecord['countries'][number]['days']

function SilentLine({ feed }: { feed: Silent }) {
  return (
    <tr>
      <td className="ink">
        <Link to="/outlets/$id" params={{ id: feed.outlet.id }}>
          <Outside text={feed.outlet.name} />
        </Link>
        <bdi dir="ltr" className="mono q wrap block-line">
          {feed.url.replace(/^https?:\/\//, '')}
        </bdi>
      </td>
      <td>
        <span className={feed.why === 'quiet' ? 'st warn' : 'st stop'}>
          <Icon name={feed.why === 'quiet' ? 'gap' : 'cross'} />
          {t(`coverage.why.${feed.why}`)}
        </span>
        <span className="small q2 block-line">
          <bdi>{showControls(feed.reason)}</bdi>
        </span>
      </td>
      <td className="nowrap">{sayMoment(feed.since)}</td>
      <td className="nowrap q2">
        {feed.usualGapHours === null
          ? t('rhythm.unknown')
          : t('rhythm.usual', { time: sayHours(Math.max(0.02, feed.usualGapHours)) })}
      </td>
      <td>
        {feed.mayHaveMissed === null ? (
          <span className="q">{t('unknown')}</span>
        ) : (
          t('coverage.missed.n', { n: feed.mayHaveMissed })
        )}
      </td>
    </tr>
  )
}

function SilentFeeds({ silent }: { silent: readonly Silent[] }) {
  return (
    <section className="sec">
      <h2>{t('coverage.silent')}</h2>
      {silent.length === 0 ? (
        <p className="q2">{t('coverage.silent.none')}</p>
      ) : (
        <table className="reg">
          <thead>
            <tr>
              <th>{t('outlets.name')}</th>
              <th>{t('coverage.why')}</th>
              <th>{t('coverage.since')}</th>
              <th>{t('coverage.usual')}</th>
              <th>{t('coverage.missed')}</th>
            </tr>
          </thead>
          <tbody>
            {silent.map((feed) => (
              <SilentLine key={feed.feedId} feed={feed} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type GroupProps = { name: string; outlets: number; days: Gap; search: { country?: string; language?: string } }

function Group({ name, outlets, days, search }: GroupProps) {
  const gaps = days.filter(({ isGap }) => isGap).length
  const usual = days.reduce((sum, day) => sum + day.usual, 0) / Math.max(1, days.length)
  const words = gaps === 0 ? t('coverage.noGaps') : t('coverage.gaps', { n: gaps })
  const bars = days.map(({ day, items, isGap }) => ({ day, value: items, odd: isGap }))
  return (
    <li className="coverage-group">
      <p>
        <Link to="/" search={search} className="b">
          {name}
        </Link>{' '}
        <span className="small q">{t('coverage.outlets', { n: outlets })}</span>
      </p>
      <Spark days={bars} usual={usual} label={t('coverage.chart', { name, gaps: words })} />
      <p className={gaps > 0 ? 'small warn' : 'small q'}>{words}</p>
      <SparkTable days={bars} name={t('outlets.items')} />
    </li>
  )
}

const byGaps = (a: { days: Gap }, b: { days: Gap }) =>
  b.days.filter(({ isGap }) => isGap).length - a.days.filter(({ isGap }) => isGap).length

function Found({ coverage }: { coverage: CoverageRecord }) {
  return (
    <>
      <SilentFeeds silent={coverage.silent} />
      <section className="sec">
        <h2>{t('coverage.countries')}</h2>
        <ul className="coverage-groups">
          {coverage.countries.toSorted(byGaps).map(({ country, outlets, days }) => (
            <Group
              key={country}
              name={country === null ? t('outlet.noCountry') : countryName(country)}
              outlets={outlets}
              days={days}
              search={{ country: country ?? 'none' }}
            />
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{t('coverage.languages')}</h2>
        <ul className="coverage-groups">
          {coverage.languages.toSorted(byGaps).map(({ language, outlets, days }) => (
            <Group
              key={language}
              name={language === null || isUnknown(language) ? t('language.unknown') : languageName(language)}
              outlets={outlets}
              days={days}
              search={{ language: language ?? 'none' }}
            />
          ))}
        </ul>
      </section>
      <section className="sec">
        <h2>{t('coverage.lost')}</h2>
        {coverage.lost.length === 0 && <p className="q2">{t('coverage.lost.none')}</p>}
        <p className="kinds">
          {coverage.lost.map(({ failure, items }) => (
            <span key={failure} className="chip">
              {failureName(failure)} {count(items)}
            </span>
          ))}
        </p>
      </section>
    </>
  )
}

export function Coverage() {
  const { from, to } = coverageRoute.useSearch()
  const navigate = useNavigate()
  const { data, error, isPending, refetch } = useQuery(coverageQuestion(from, to))
  useTitle(t('coverage.title'))
  const set = (change: { from?: string | undefined; to?: string | undefined }) =>
    void navigate({ to: '/coverage', search: { from, to, ...change }, replace: true })
  return (
    <div className="screen">
      <header className="bar outlet-bar">
        <h1>{t('coverage.title')}</h1>
        <div className="end">
          {(['from', 'to'] as const).map((side) => (
            <label key={side} className="filt">
              <b>{t(`coverage.${side}`)}</b>
              <input
                type="date"
                value={(side === 'from' ? from : to) ?? data?.[side] ?? ''}
                onChange={(event) => set({ [side]: event.target.value || undefined })}
              />
            </label>
          ))}
        </div>
      </header>
      <NoteLine />
      <div className="scroll sheet-ground">
        <p className="sec q2">{t('coverage.words')}</p>
        {isPending && <Waiting />}
        {error && !data && <Failed error={error} again={() => void refetch()} />}
        {data && <Found coverage={data} />}
      </div>
      <KeyLine />
    </div>
  )
}
