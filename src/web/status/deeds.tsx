// What the desk did last, as it happens.

import type { Deed } from '../../server/shapes/event.ts'
import { useLive } from '../api/live.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { sayClock } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { splitDeed } from './deed-words.ts'
import { jobName } from './pipeline.tsx'

function DeedLine({ deed }: { deed: Deed }) {
  const { address, outcome } = splitDeed(deed.words)
  const failed = deed.kind === 'failed'
  return (
    <li>
      <time className="q">{sayClock(deed.at)}</time>
      <span className={failed ? 'st stop' : 'st good'}>
        <Icon name={failed ? 'cross' : 'tick'} label={t(failed ? 'error.label' : 'status.done')} />
      </span>
      <div>
        <span className="b">{jobName(deed.job)}</span>{' '}
        {address !== null && (
          <span className="mono q2 clip deed-address" title={address}>
            <Outside text={address} dir="ltr" />
          </span>
        )}
        <span className={failed ? 'stop' : 'q2'}>
          <Outside text={outcome} />
        </span>
      </div>
    </li>
  )
}

export function Deeds() {
  const { progress } = useLive()
  const deeds = progress?.lastDeeds ?? []
  return (
    <section className="sec">
      <h2>{t('status.deeds')}</h2>
      {deeds.length === 0 && <p className="q2">{t('status.noDeeds')}</p>}
      <ol className="deeds">
        {deeds.map((deed, index) => (
          <DeedLine key={`${deed.at} ${index}`} deed={deed} />
        ))}
      </ol>
    </section>
  )
}
