import type { QueueCounts } from '../../server/shapes/status.ts'
import { hasPhrase, count, t } from '../text/t.ts'

/** A job's name in words; its own name when the catalogue has none. */
export function jobName(job: string): string {
  const key = `job.${job}`
  return hasPhrase(key) ? t(key) : job
}

/** The corridor: what waits, runs and failed at each step. */
export function Pipeline({ queue }: { queue: QueueCounts }) {
  const steps = Object.entries(queue)
  const underWay = steps.reduce((sum, [, step]) => sum + step.queued + step.running, 0)
  return (
    <section className="sec">
      <h2>
        {t('status.pipeline')}
        <span className="end" role="status">
          {underWay === 0 ? t('status.rest') : t('rail.underWay', { n: underWay })}
        </span>
      </h2>
      <table className="reg tight">
        <thead>
          <tr>
            <th>{t('status.step')}</th>
            <th className="num">{t('status.queued')}</th>
            <th className="num">{t('status.running')}</th>
            <th className="num">{t('status.planned')}</th>
            <th className="num">{t('status.failed')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(([name, step]) => (
            <tr key={name}>
              <td className="ink">{jobName(name)}</td>
              <td className="num">{count(step.queued)}</td>
              <td className="num">{count(step.running)}</td>
              <td className="num q">{count(Math.max(0, step.waiting - step.queued))}</td>
              <td className={step.failed > 0 ? 'num stop' : 'num'}>{count(step.failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
