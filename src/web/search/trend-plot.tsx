// How often a query is met over time, by who speaks or in what language: small charts on one scale, so that no legend
// is needed, and the same figures as a table.

import { useQuery } from '@tanstack/react-query'
import type { Trends, TrendsQuery } from '../../server/shapes/trend.ts'
import { trendsQuestion } from '../api/questions.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import { isUnknown, languageName } from '../text/languages.ts'
import { sayDay, sayDayOfYear } from '../text/moment.ts'
import { count, t } from '../text/t.ts'

export type TrendBy = 'language' | 'alignment' | 'outlet'
type Series = Trends['series'][number]

const [WIDTH, HEIGHT] = [160, 44]

function nameOf(series: Series, by: TrendBy): string {
  if (series.key === 'rest') return t('trend.rest')
  if (series.key === 'none') return t(by === 'language' ? 'language.unknown' : 'filter.alignment.none')
  if (by === 'language') return isUnknown(series.key) ? t('language.unknown') : languageName(series.key)
  return series.name
}

function Chart({
  series,
  name,
  most,
  steps,
}: {
  series: Series
  name: string
  most: number
  steps: readonly string[]
}) {
  const width = WIDTH / Math.max(1, series.counts.length)
  const peak = series.counts.indexOf(Math.max(...series.counts))
  const when = steps[peak]
  const label = t('trend.chart', {
    name,
    n: series.total,
    peak: count(series.counts[peak] ?? 0),
    day: when ? sayDay(Date.parse(when)) : '',
  })
  return (
    <li className="trend">
      <p>
        <bdi className="b clip">{name}</bdi>
        <span className="q">{count(series.total)}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
        <title>{label}</title>
        {series.counts.map((value, index) => {
          const high = (value / most) * (HEIGHT - 2)
          return (
            <rect
              key={steps[index] ?? index}
              className={index === peak ? 'peak' : ''}
              x={index * width}
              y={HEIGHT - high}
              width={Math.max(0.6, width - 0.8)}
              height={high}
            />
          )
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <p className="small q" aria-hidden="true">
        {when && (
          <>
            <bdi>{sayDayOfYear(Date.parse(when))}</bdi>
            <span>{count(series.counts[peak] ?? 0)}</span>
          </>
        )}
      </p>
    </li>
  )
}

function Table({ trends, by }: { trends: Trends; by: TrendBy }) {
  return (
    <details className="fold">
      <summary>{t('spark.table')}</summary>
      <div className="table-room" tabIndex={0} role="group" aria-label={t('trend.table')}>
        <table className="reg tight">
          <thead>
            <tr>
              <th>{t(`trend.unit.${trends.unit}`)}</th>
              {trends.series.map((series) => (
                <th key={series.key} className="num">
                  <bdi>{nameOf(series, by)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trends.steps.map((step, index) => (
              <tr key={step}>
                <td className="nowrap">{sayDay(Date.parse(step))}</td>
                {trends.series.map((series) => (
                  <td key={series.key} className="num">
                    {count(series.counts[index] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

export function TrendPlot({ query, by }: { query: TrendsQuery; by: TrendBy }) {
  const { data, error, isPending, refetch } = useQuery(trendsQuestion({ ...query, by }))
  if (isPending) return <Waiting rows={1} />
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data || data.series.length === 0) return null
  const most = Math.max(1, ...data.series.flatMap((series) => series.counts))
  const [first, last] = [data.steps[0], data.steps.at(-1)]
  return (
    <section className="trends" aria-label={t('trend.title')}>
      <ul dir="ltr">
        {data.series.map((series) => (
          <Chart key={series.key} series={series} name={nameOf(series, by)} most={most} steps={data.steps} />
        ))}
      </ul>
      <p className="small q">
        {first && last && `${sayDay(Date.parse(first))} – ${sayDay(Date.parse(last))}`} · {t('trend.scale')} ·{' '}
        {t(`trend.per.${data.unit}`)}
      </p>
      <Table trends={data} by={by} />
    </section>
  )
}
