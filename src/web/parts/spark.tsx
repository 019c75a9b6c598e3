// A small chart of one number a day: bars on one scale, the usual as a dotted line, days of silence hatched.
// The figures behind it are said to those who do not see it.

import { t } from '../text/t.ts'

export type SparkDay = { readonly day: string; readonly value: number; readonly odd?: boolean }

const [WIDTH, HEIGHT] = [128, 28]

type SparkProps = {
  days: readonly SparkDay[]
  /** What is usual for a day; null = not known. */
  usual?: number | null
  /** What it shows, in words with the figures that matter. */
  label: string
}

export function Spark({ days, usual = null, label }: SparkProps) {
  const most = Math.max(1, usual ?? 0, ...days.map(({ value }) => value))
  const step = WIDTH / Math.max(1, days.length)
  const high = (value: number) => (value / most) * (HEIGHT - 4)
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      {days.map(({ day, value, odd = false }, index) =>
        odd && value === 0 ? (
          <rect
            key={day}
            className="odd"
            x={index * step}
            y={HEIGHT - 2.5}
            width={Math.max(1, step - 1)}
            height="1.5"
          />
        ) : (
          <rect
            key={day}
            className={odd ? 'odd' : ''}
            x={index * step}
            y={HEIGHT - Math.max(0.75, high(value))}
            width={Math.max(1, step - 1)}
            height={Math.max(0.75, high(value))}
          />
        ),
      )}
      {usual !== null && usual > 0 && <line x1="0" x2={WIDTH} y1={HEIGHT - high(usual)} y2={HEIGHT - high(usual)} />}
    </svg>
  )
}

/** The same figures as a table, for those who want or need to read them. */
export function SparkTable({ days, name }: { days: readonly SparkDay[]; name: string }) {
  return (
    <details className="fold">
      <summary>{t('spark.table')}</summary>
      <table className="reg tight">
        <thead>
          <tr>
            <th>{t('filter.day')}</th>
            <th className="num">{name}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, value }) => (
            <tr key={day}>
              <td>{day}</td>
              <td className="num">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
