import type { CustodyRecord } from '../../server/shapes/capture.ts'
import { sayInstant } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** The lines of the custody log that speak of this capture, newest last as written. */
export function Custody({ entries }: { entries: readonly CustodyRecord[] }) {
  return (
    <details className="fold">
      <summary>{t('evidence.custody', { n: entries.length })}</summary>
      <ol className="custody">
        {entries.map((entry) => (
          <li key={entry.sequence}>
            <span className="mono q">{entry.sequence}</span>
            <div>
              <b className="b">{t(`deed.${entry.deed}`)}</b> <span className="q2">{entry.actor}</span>
              <br />
              <span className="q">{sayInstant(entry.at)}</span>
              <br />
              <span className="mono q" title={entry.digest}>
                {entry.previous.slice(0, 8)}… <span aria-hidden="true">·</span> {entry.digest.slice(0, 8)}…
              </span>
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}
