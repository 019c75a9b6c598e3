// What the outlet's hosts ask of robots, as read, and what it means for us.

import { useQuery } from '@tanstack/react-query'
import type { RobotsView } from '../../server/shapes/policy.ts'
import { robotsQuestion } from '../api/questions.ts'
import { showControls } from '../parts/outside.tsx'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'

function Host({ host }: { host: RobotsView['hosts'][number] }) {
  return (
    <li>
      <p>
        <bdi dir="ltr" className="mono wrap">
          {host.origin.replace(/^https?:\/\//, '')}
        </bdi>{' '}
        <span className={host.kind === 'all-refused' ? 'stop' : 'q2'}>
          {t(host.kind === 'rules' ? 'robots.rules-apply' : `robots.${host.kind}`)}
        </span>
      </p>
      {host.reason && (
        <p className="small q">
          <bdi>{showControls(host.reason)}</bdi>
        </p>
      )}
      {host.crawlDelaySeconds !== null && (
        <p className="small q">{t('robots.delay', { n: String(host.crawlDelaySeconds) })}</p>
      )}
      {host.rules.length > 0 && (
        <details className="fold">
          <summary>{t('robots.rules', { n: host.rules.length })}</summary>
          <pre className="mono rules" dir="ltr" tabIndex={0} aria-label={t('robots.title')}>
            {host.rules.join('\n')}
          </pre>
        </details>
      )}
      {host.fetchedAt !== null && <p className="small q">{t('robots.readAt', { at: sayMoment(host.fetchedAt) })}</p>}
    </li>
  )
}

export function Robots({ outletId }: { outletId: string }) {
  const { data } = useQuery(robotsQuestion(outletId))
  if (!data || data.hosts.length === 0) return null
  return (
    <section className="sec">
      <h2>robots.txt</h2>
      <ul className="lines">
        {data.hosts.map((host) => (
          <Host key={host.origin} host={host} />
        ))}
      </ul>
    </section>
  )
}
