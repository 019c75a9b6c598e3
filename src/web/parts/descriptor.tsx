import type { Statement } from '../../server/shapes/outlet.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { showControls } from './outside.tsx'

/** Who signed a statement and when, in one line. */
export function signatureOf(statement: Pick<Statement, 'signedBy' | 'signedAt'>): string {
  return t('statement.signed', { who: statement.signedBy, day: sayDay(statement.signedAt) })
}

/** What is to be said beside a statement that nobody else has confirmed; null = it was confirmed. */
export function reservation(statement: Pick<Statement, 'review'>): string | null {
  const { review } = statement
  if (review === null) return t('statement.unreviewed')
  return review.verdict === 'confirmed' ? null : t(`review.${review.verdict}`)
}

/** A descriptor as a chip: one ink for all; dashed and in words when nobody confirmed it. */
export function Descriptor({ statement }: { statement: Statement | null }) {
  if (statement === null) return <span className="small q">{t('statement.none')}</span>
  const reserved = reservation(statement)
  return (
    <span className={reserved === null ? 'chip' : 'chip un'} title={signatureOf(statement)}>
      <bdi>{showControls(statement.value)}</bdi>
      {reserved !== null && (
        <>
          {' '}
          <span className="nowrap">· {reserved}</span>
        </>
      )}
    </span>
  )
}
