// How many articles in which month. One stop of the Tab key; arrows walk the bars, Enter shows the month.
// The same figures stand below as a table.

import { useState, type KeyboardEvent } from 'react'
import { sayEdtf } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import type { MonthCount } from './fill-months.ts'

type MonthPlotProps = {
  /** Every month between the first and the last, oldest first. */
  months: readonly MonthCount[]
  label: string
  /** Months marked apart, such as gaps. */
  odd?: ReadonlySet<string>
  chosen?: string | undefined
  onPick?: (month: string) => void
}

function MonthTable({ months }: { months: readonly MonthCount[] }) {
  return (
    <details className="fold">
      <summary>{t('spark.table')}</summary>
      <table className="reg tight month-table">
        <thead>
          <tr>
            <th>{t('timeline.month')}</th>
            <th className="num">{t('archive.articles')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, count: n }) => (
            <tr key={month}>
              <td>{sayEdtf(month)}</td>
              <td className="num">{count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

export function MonthPlot({ months, label, odd, chosen, onPick }: MonthPlotProps) {
  const most = Math.max(1, ...months.map((each) => each.count))
  const [stop, setStop] = useState(0)
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return null
  const current = Math.min(stop, months.length - 1)
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -months.length, End: months.length }[event.key] ?? 0
    if (step === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(months.length - 1, current + step))
    setStop(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  const nameOf = ({ month, count: n }: MonthCount) => t('timeline.bar', { month: sayEdtf(month), n })
  return (
    <section className="months" aria-label={label}>
      <div className="month-bars" dir="ltr" role="toolbar" aria-label={label} onKeyDown={walk}>
        {months.map((each, index) => (
          <button
            key={each.month}
            type="button"
            className={odd?.has(each.month) ? 'odd' : ''}
            tabIndex={index === current ? 0 : -1}
            title={nameOf(each)}
            aria-label={odd?.has(each.month) ? `${nameOf(each)}, ${t('index.gap')}` : nameOf(each)}
            {...(onPick ? { 'aria-pressed': each.month === chosen } : {})}
            onFocus={() => setStop(index)}
            onClick={() => onPick?.(each.month)}
          >
            <i style={{ blockSize: `${(each.count / most) * 100}%` }} />
          </button>
        ))}
      </div>
      <p className="month-axis small q" dir="ltr" aria-hidden="true">
        <bdi>{sayEdtf(first.month)}</bdi>
        <bdi>{t('timeline.most', { n: most })}</bdi>
        <bdi>{sayEdtf(last.month)}</bdi>
      </p>
      <MonthTable months={months} />
    </section>
  )
}
