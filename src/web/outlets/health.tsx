// How a feed is, always with the reason.

import type { FeedRow } from '../../server/shapes/feed.ts'
import type { OutletHealth } from '../../server/shapes/outlet.ts'
import { failureName } from '../inbox/item-state.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { sayDistance, sayHours, sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'

const looks: Readonly<Record<OutletHealth, { icon: IconName; hue: string }>> = {
  'no-feeds': { icon: 'dash', hue: 'q' },
  'never-polled': { icon: 'clock', hue: 'wait' },
  well: { icon: 'tick', hue: 'good' },
  quiet: { icon: 'gap', hue: 'warn' },
  failing: { icon: 'cross', hue: 'stop' },
  gone: { icon: 'cross', hue: 'stop' },
  paused: { icon: 'pause', hue: 'wait' },
}

export function HealthMark({ health }: { health: OutletHealth }) {
  const { icon, hue } = looks[health]
  return (
    <span className={`st ${hue}`}>
      <Icon name={icon} />
      {t(`health.${health}`)}
    </span>
  )
}

/** The reason behind a feed's health, in a sentence. */
export function healthWords(feed: FeedRow, now: number): string {
  const { health } = feed
  if (feed.state === 'paused') return t('health.paused.words')
  if (health.kind === 'never-polled') return t('health.never-polled.words')
  if (health.kind === 'quiet')
    return t('health.quiet.words', { since: sayMoment(health.since), usual: sayHours(health.usualGapHours) })
  if (health.kind === 'failing')
    return t('health.failing.words', {
      failure: failureName(health.failure),
      reason: health.reason,
      since: sayDistance(health.since, now),
    })
  if (health.kind === 'gone') return t('health.gone.words', { reason: health.reason, since: sayMoment(health.since) })
  return feed.lastNewItemAt === null
    ? t('health.well.empty')
    : t('health.well.words', { ago: sayDistance(feed.lastNewItemAt, now) })
}
