// How a feed fared in the last thirty days, against its own rhythm.

import type { FeedHealthDetail } from '../../server/shapes/health.ts'
import { Spark } from '../parts/spark.tsx'
import { sayHours } from '../text/moment.ts'
import { count, t } from '../text/t.ts'

const DAY = 86_400_000

/** Items a day that the usual gap amounts to; null = too little is known. */
const usualADay = (hours: number | null) => (hours === null || hours <= 0 ? null : 24 / hours)

export function Rhythm({ health }: { health: FeedHealthDetail }) {
  const { days, usualGapHours, lastArrivalAt, quietAfterHours } = health
  const quietFrom =
    lastArrivalAt === null || quietAfterHours === null
      ? null
      : lastArrivalAt + Math.max(DAY, quietAfterHours * 3_600_000)
  const bars = days.map(({ day, items, polls }) => ({
    day,
    value: items,
    odd:
      items === 0 &&
      ((quietFrom !== null && Date.parse(day) > quietFrom) || polls.failed > polls.fetched + polls.unchanged),
  }))
  const total = days.reduce((sum, { items }) => sum + items, 0)
  const failed = days.reduce((sum, { polls }) => sum + polls.failed, 0)
  const usual =
    usualGapHours === null ? t('rhythm.unknown') : t('rhythm.usual', { time: sayHours(Math.max(0.02, usualGapHours)) })
  return (
    <div className="rhythm">
      <Spark
        days={bars}
        usual={usualADay(usualGapHours)}
        label={t('rhythm.label', { n: total, days: count(days.length), usual })}
      />
      <span className="small q2">
        {t('rhythm.total', { n: total })} · {usual}
        {failed > 0 && <span className="stop"> · {t('rhythm.failed', { n: failed })}</span>}
      </span>
    </div>
  )
}
