// Who wrote a page and when, as it says itself.

import type { PrintedDateRecord, ReadingRecord } from '../../server/shapes/item.ts'
import { Outside } from '../parts/outside.tsx'
import { Romanised } from '../parts/romanised.tsx'
import { sayEdtf } from '../text/moment.ts'
import { interfaceDirection, t, type PhraseKey } from '../text/t.ts'

/** A date as printed beside what it means: nothing is converted out of sight. */
export function PrintedDate({ date }: { date: PrintedDateRecord }) {
  const plain = sayEdtf(date.edtf)
  return (
    <bdi className="printed-date" dir={interfaceDirection()}>
      {date.literal && (
        <>
          <Outside text={date.literal} className="press" /> ·{' '}
        </>
      )}
      <time dateTime={date.edtf}>{plain}</time>
      {date.calendar !== 'gregorian' && (
        <span className="q"> · {t('date.from', { calendar: t(`calendar.${date.calendar}` as PhraseKey) })}</span>
      )}
    </bdi>
  )
}

export function Byline({ reading }: { reading: ReadingRecord }) {
  const { byline, language, direction, published, updated } = reading
  return (
    <p className="byline" dir={direction} {...(language ? { lang: language } : {})}>
      {byline.map((name) => (
        <span key={name}>
          <Outside text={name} lang={language} className="press" />
          <Romanised text={name} language={language} isName />
        </span>
      ))}
      {published && <PrintedDate date={published} />}
      {updated && (
        <span className="q2">
          {t('reader.updated')} <PrintedDate date={updated} />
        </span>
      )}
    </p>
  )
}
