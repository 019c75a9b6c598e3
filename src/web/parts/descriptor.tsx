import type { Statement } from '../../server/shapes/outlet.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** Who signed a statement and when, in one line. */
export function signatureOf(statement: Statement): string {
  return t('statement.signed', { who: statement.signedBy, day: sayDay(statement.signedAt) })
}

/** A descriptor as a chip: one ink for all; dashed and in words when nobody gave evidence for it. */
export function Descriptor({ statement }: { statement: Statement | null }) {
  if (statement === null) return <span className="small q">{t('statement.none')}</span>
  const unreviewed = statement.evidence === null
  return (
    <span className={unreviewed ? 'chip un' : 'chip'} title={signatureOf(statement)}>
      <bdi>{statement.value}</bdi>
      {unreviewed && (
        <>
          {' '}
          <span className="nowrap">· {t('statement.unreviewed')}</span>
        </>
      )}
    </span>
  )
}
