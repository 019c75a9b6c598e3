// How many hits on which days. One stop of the Tab key; arrows walk the bars, Enter asks for those days.

import { useState, type CSSProperties, type KeyboardEvent } from 'react'
import { sayDay, sayDayOfYear } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { binDays, type Bin, type DayCount } from './day-bins.ts'

type DayPlotProps = { days: readonly DayCount[]; onPick: (from: string, until: string) => void }

const DAY = 86_400_000
const lastDayOf = (bin: Bin) => Date.parse(bin.until) - DAY

const nameOf = (bin: Bin) => {
  const [first, last] = [sayDay(Date.parse(bin.from)), sayDay(lastDayOf(bin))]
  return t('plot.bar', { when: first === last ? first : `${first} – ${last}`, n: bin.count })
}

export function DayPlot({ days, onPick }: DayPlotProps) {
  const bins = binDays(days)
  const most = Math.max(1, ...bins.map((bin) => bin.count))
  const [stop, setStop] = useState(0)
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last || bins.length < 2) return null
  const peak = bins.findIndex((bin) => bin.count === most)
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(bins.length - 1, Math.min(stop, bins.length - 1) + step))
    setStop(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <section className="plot" aria-label={t('plot.label')} dir="ltr" style={{ '--bins': bins.length } as CSSProperties}>
      <div className="bars" role="toolbar" aria-label={t('plot.label')} onKeyDown={walk}>
        {bins.map((bin, index) => (
          <button
            key={bin.from}
            type="button"
            tabIndex={index === Math.min(stop, bins.length - 1) ? 0 : -1}
            title={nameOf(bin)}
            aria-label={nameOf(bin)}
            disabled={bin.count === 0 && index !== stop}
            onFocus={() => setStop(index)}
            onClick={() => onPick(bin.from, bin.until)}
          >
            {index === peak && (
              <span className="peak" aria-hidden="true" style={{ insetBlockEnd: `${(bin.count / most) * 100}%` }}>
                {most}
              </span>
            )}
            <i style={{ blockSize: `${(bin.count / most) * 100}%` }} />
          </button>
        ))}
      </div>
      <p className="axis q small" aria-hidden="true">
        <bdi>{sayDay(Date.parse(first.from))}</bdi>
        {peak > bins.length * 0.3 && peak < bins.length * 0.7 && (
          <span className="peak-day" style={{ insetInlineStart: `${((peak + 0.5) / bins.length) * 100}%` }}>
            <bdi>{sayDayOfYear(Date.parse(bins[peak]?.from ?? first.from))}</bdi>
          </span>
        )}
        <bdi>{sayDay(Date.parse(days.at(-1)?.day ?? last.from))}</bdi>
      </p>
    </section>
  )
}
