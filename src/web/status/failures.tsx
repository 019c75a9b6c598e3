// Everything that failed, each with its reason, its next try, and a way to try now.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FailedJob, Failures as FailuresRecord } from '../../server/shapes/failure.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { failuresQuestion } from '../api/questions.ts'
import { ItemTitle } from '../inbox/item-row.tsx'
import { failureName } from '../inbox/item-state.tsx'
import { healthWords } from '../outlets/health.tsx'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { useNow } from '../shell/now.ts'
import { sayDistance } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { jobName } from './pipeline.tsx'

function nextTry(job: FailedJob, now: number): string {
  return job.nextTryAt === null ? t('failure.noTry') : t('failure.nextTry', { when: sayDistance(job.nextTryAt, now) })
}

function JobLine({ job }: { job: FailedJob }) {
  const client = useQueryClient()
  const retry = useMutation({
    mutationFn: () => ask(`/api/jobs/${encodeURIComponent(job.id)}/retry`, { method: 'POST' }),
    onSuccess: () => {
      sayDeed(t('failure.retried', { job: jobName(job.name) }))
      return client.invalidateQueries({ queryKey: ['failures'] })
    },
    onError: (error) => sayDeed(wordsOf(error)),
  })
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
      <button type="button" className="btn" disabled={retry.isPending} onClick={() => retry.mutate()}>
        <Icon name="again" />
        {t('failure.retry')}
      </button>
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
    </li>
  ))
}

function ItemLines({ items }: { items: FailuresRecord['items'] }) {
  return items.map((item) => (
    <li key={item.id} className="failure">
      <div>
        <Link to="/items/$id" params={{ id: item.id }}>
          <ItemTitle item={item} />
        </Link>{' '}
        <span className="q2">
          <bdi>{item.outlet.name}</bdi>
        </span>
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
