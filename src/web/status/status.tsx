// What the desk is doing now, and what went wrong.

import { useQuery } from '@tanstack/react-query'
import type { Status as StatusRecord } from '../../server/shapes/status.ts'
import { useLive } from '../api/live.ts'
import { statusQuestion } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { sayBytes, sayClock, sayInstant } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { Deeds } from './deeds.tsx'
import { Failures } from './failures.tsx'
import { Pipeline } from './pipeline.tsx'

const counted = ['outlets', 'feeds', 'items', 'captures', 'readings', 'indexed'] as const

function Counts({ counts }: { counts: StatusRecord['counts'] }) {
  return (
    <dl className="counts">
      {counted.map((name) => (
        <div key={name}>
          <dt>{t(`status.count.${name}`)}</dt>
          <dd>{count(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

function Disk({ disk }: { disk: StatusRecord['disk'] }) {
  const free = disk.freeBytes === null ? t('unknown') : t('status.free', { size: sayBytes(disk.freeBytes) })
  const hue = disk.kind === 'full' ? 'stop' : disk.kind === 'low' ? 'warn' : 'q2'
  return (
    <span className={`st ${hue}`}>
      {(disk.kind === 'full' || disk.kind === 'low') && <Icon name={disk.kind === 'full' ? 'cross' : 'differs'} />}
      {t(`status.disk.${disk.kind}`)} · {free}
    </span>
  )
}

function Machine({ status }: { status: StatusRecord }) {
  return (
    <section className="sec">
      <h2>{t('status.machine')}</h2>
      <dl className="kv">
        <dt>{t('status.version')}</dt>
        <dd>{status.version}</dd>
        <dt>{t('status.home')}</dt>
        <dd>
          <bdi dir="ltr" className="mono wrap">
            {status.home}
          </bdi>
        </dd>
        <dt>{t('status.started')}</dt>
        <dd>{sayInstant(status.startedAt)}</dd>
        <dt>{t('status.archive')}</dt>
        <dd>{t('status.archive.words', { n: status.archive.files, size: sayBytes(status.archive.bytes) })}</dd>
        <dt>{t('status.disk')}</dt>
        <dd>
          <Disk disk={status.disk} />
        </dd>
      </dl>
    </section>
  )
}

export function Status() {
  const { data, error, isPending, refetch } = useQuery(statusQuestion())
  const { progress } = useLive()
  useTitle(t('place.status'))
  return (
    <div className="screen">
      <header className="bar">
        <h1>{t('place.status')}</h1>
      </header>
      <NoteLine />
      {isPending && <Waiting />}
      {!data && error && <Failed error={error} again={() => void refetch()} />}
      {data && (
        <div className="scroll status-page">
          <Counts counts={progress?.counts ?? data.counts} />
          <div className="status-cols">
            <div>
              <Pipeline queue={progress?.queue ?? data.queue} />
              <Failures />
            </div>
            <div>
              <Deeds />
              <Machine status={data} />
            </div>
          </div>
        </div>
      )}
      <KeyLine>{progress && t('status.asOf', { time: sayClock(progress.at) })}</KeyLine>
    </div>
  )
}
