// Everything that failed, each with its reason, its next try, and a way to try now.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FailedJob, Failures as FailuresRecord } from '../../server/shapes/failure.ts'
import { failuresQuestion } from '../api/questions.ts'
import { failureName } from '../inbox/item-state.tsx'
import { healthWords } from '../outlets/health.tsx'
import { Icon } from '../parts/icon.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { plainTitle } from '../parts/shown-title.ts'
import { Failed } from '../parts/states.tsx'
import { useNow } from '../shell/now.ts'
import { sayDistance } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { jobName } from './pipeline.tsx'
import { TryNow } from './try-now.tsx'

function nextTry(job: FailedJob, now: number): string {
  return job.nextTryAt === null ? t('failure.noTry') : t('failure.nextTry', { when: sayDistance(job.nextTryAt, now) })
}

function JobLine({ job }: { job: FailedJob }) {
  const { kind, id } = job.subject
  const now = useNow()
  return (
    <li className="failure">
      <div>
        <b className="b">{jobName(job.name)}</b>{' '}
        {kind === 'item' && id && (
          <Link to="/items/$id" params={{ id }}>
            {t('failure.openItem')}
          </Link>
        )}
        <p className="stop small">
          <bdi>{job.reason}</bdi>
        </p>
        <p className="q small">
          {t('failure.tries', { n: job.attempts })} · {nextTry(job, now)}
        </p>
      </div>
      <TryNow
        path={`/api/jobs/${encodeURIComponent(job.id)}/retry`}
        deed={t('failure.retried', { name: jobName(job.name) })}
        anew="failures"
      />
    </li>
  )
}

function FeedLines({ feeds }: { feeds: FailuresRecord['feeds'] }) {
  const now = useNow()
  return feeds.map((feed) => (
    <li key={feed.id} className="failure">
      <div>
        <Link to="/outlets/$id" params={{ id: feed.outletId }}>
          <bdi>{feed.outletName}</bdi>
        </Link>{' '}
        <bdi dir="ltr" className="mono q2 wrap">
          {feed.url}
        </bdi>
        <p className="stop small">
          <bdi>{healthWords(feed, now)}</bdi>
        </p>
        {feed.nextPollAt !== null && (
          <p className="q small">{t('failure.nextTry', { when: sayDistance(feed.nextPollAt, now) })}</p>
        )}
      </div>
      {feed.state === 'watching' && (
        <TryNow
          path={`/api/feeds/${feed.id}/polls`}
          deed={t('feed.did.polled', { name: feed.title ?? feed.url })}
          anew="failures"
        />
      )}
    </li>
  ))
}

function ItemLines({ items }: { items: FailuresRecord['items'] }) {
  return items.map((item) => (
    <li key={item.id} className="failure">
      <div>
        <PageTitle page={item} />
        <span className="q2">
          <bdi>{item.outlet.name}</bdi>
        </span>
        {item.title !== null && (
          <p className="mono q2 small wrap">
            <bdi dir="ltr">{item.url}</bdi>
          </p>
        )}
        <p className="stop small">
          {failureName(item.failure)}
          {item.reason && (
            <>
              {' '}
              · <bdi>{item.reason}</bdi>
            </>
          )}
        </p>
      </div>
      <TryNow
        path={`/api/items/${item.id}/captures`}
        deed={t('failure.retried', { name: plainTitle(item) })}
        anew="failures"
      />
    </li>
  ))
}

export function Failures() {
  const { data, error, refetch } = useQuery(failuresQuestion())
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return null
  const none = data.jobs.length + data.items.length + data.feeds.length === 0
  return (
    <section className="sec">
      <h2>{t('status.failures')}</h2>
      {none && (
        <p className="q2">
          <span className="st good">
            <Icon name="tick" />
          </span>{' '}
          {t('status.noFailures')}
        </p>
      )}
      {data.kinds.length > 0 && (
        <p className="small q2 kinds">
          {data.kinds.map((kind) => (
            <span key={kind.failure} className="chip">
              {failureName(kind.failure)} {kind.count}
            </span>
          ))}
        </p>
      )}
      {data.jobs.length > 0 && (
        <>
          <h3>{t('failure.jobs')}</h3>
          <ul>
            {data.jobs.map((job) => (
              <JobLine key={job.id} job={job} />
            ))}
          </ul>
        </>
      )}
      {data.feeds.length > 0 && (
        <>
          <h3>{t('failure.feeds')}</h3>
          <ul>
            <FeedLines feeds={data.feeds} />
          </ul>
        </>
      )}
      {data.items.length > 0 && (
        <>
          <h3>{t('failure.items')}</h3>
          <ul>
            <ItemLines items={data.items} />
          </ul>
        </>
      )}
    </section>
  )
}
