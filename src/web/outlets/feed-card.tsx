import type { FeedRow } from '../../server/shapes/feed.ts'
import type { FeedHealthDetail } from '../../server/shapes/health.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { useNow } from '../shell/now.ts'
import { sayDistance, sayHours } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { useFeedDeeds } from './feed-deeds.ts'
import { Rhythm } from './rhythm.tsx'
import { HealthMark, healthWords } from './health.tsx'

function rhythmWords(feed: FeedRow, now: number): string {
  const every = t('feed.every', { time: sayHours(feed.intervalMinutes / 60) })
  if (feed.state !== 'watching' || feed.nextPollAt === null) return every
  return `${every} · ${t('feed.next', { when: sayDistance(feed.nextPollAt, now) })}`
}

function Acts({ feed }: { feed: FeedRow }) {
  const deeds = useFeedDeeds(feed)
  return (
    <div className="feed-acts">
      <button type="button" className="btn" disabled={deeds.busy || feed.state === 'gone'} onClick={deeds.poll}>
        <Icon name="again" />
        {t('feed.poll')}
      </button>
      {feed.state === 'paused' ? (
        <button type="button" className="btn" disabled={deeds.busy} onClick={deeds.resume}>
          <Icon name="play" />
          {t('feed.resume')}
        </button>
      ) : (
        <button type="button" className="btn" disabled={deeds.busy || feed.state === 'gone'} onClick={deeds.pause}>
          <Icon name="pause" />
          {t('feed.pause')}
        </button>
      )}
      <button type="button" className="btn" disabled={deeds.busy} onClick={deeds.remove}>
        <Icon name="trash" />
        {t('feed.remove')}
      </button>
      <label className="check small">
        <input type="checkbox" checked={feed.conditionalGet} disabled={deeds.busy} onChange={deeds.conditional} />
        {t('feed.conditional')}
      </label>
    </div>
  )
}

/** One way an outlet is noticed: its address, how it is and why, when it is asked again. */
export function FeedCard({ feed, rhythm }: { feed: FeedRow; rhythm?: FeedHealthDetail | undefined }) {
  const now = useNow()
  const health = feed.state === 'paused' ? 'paused' : feed.health.kind
  return (
    <li className="feed">
      <div className="feed-head">
        <b className="b">
          {feed.title ? <Outside text={feed.title} className="press" /> : t(`feed.kind.${feed.kind}`)}
        </b>
        <HealthMark health={health} />
      </div>
      <bdi dir="ltr" className="mono q2 wrap">
        {feed.url}
      </bdi>
      <p className={health === 'failing' || health === 'gone' ? 'small stop' : 'small q2'}>
        <bdi>{healthWords(feed, now)}</bdi>
      </p>
      {rhythm && <Rhythm health={rhythm} />}
      <p className="small q">
        {feed.title && <>{t(`feed.kind.${feed.kind}`)} · </>}
        {feed.kind === 'single' ? t('feed.byHand') : rhythmWords(feed, now)}
      </p>
      {feed.selector && (
        <p className="small q">
          {t('feed.selector')} <span className="mono">{feed.selector}</span>
        </p>
      )}
      {feed.kind !== 'single' && <Acts feed={feed} />}
    </li>
  )
}
