// A reading as it is read: title, who wrote it and when as printed, the text; or why there is none.

import type { ItemDetail, PrintedDateRecord, ReadingRecord } from '../../server/shapes/item.ts'
import { ItemTitle } from '../inbox/item-row.tsx'
import { missingTextWords } from '../inbox/item-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { languageName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { interfaceDirection, t, type PhraseKey } from '../text/t.ts'
import { Blocks } from './blocks.tsx'
import type { Lit } from './use-find.ts'

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

function Doubt({ reading }: { reading: ReadingRecord }) {
  if (reading.state === 'whole') return null
  return (
    <p className="doubt" dir={interfaceDirection()}>
      <span className="st warn">
        <Icon name="differs" />
        {t(`reading.${reading.state}` as PhraseKey)}
      </span>
      {reading.reason && (
        <span>
          {' '}
          <bdi>{reading.reason}</bdi>
        </span>
      )}
    </p>
  )
}

function Head({ item }: { item: ItemDetail }) {
  const { reading } = item
  return (
    <div className="article-head">
      <div className="hd" dir={interfaceDirection()}>
        <LanguageMark language={item.language} />
        <span>
          {item.language ? t('reader.original', { language: languageName(item.language) }) : t('language.unknown')}
        </span>
      </div>
      <h1 {...(item.language ? { lang: item.language } : {})}>
        <ItemTitle item={item} />
      </h1>
      <p className="byline">
        {reading?.byline.map((name) => (
          <Outside key={name} text={name} lang={item.language} className="press" />
        ))}
        {reading?.published && <PrintedDate date={reading.published} />}
        {reading?.updated && (
          <span className="q2">
            {t('reader.updated')} <PrintedDate date={reading.updated} />
          </span>
        )}
      </p>
    </div>
  )
}

type ArticleProps = { item: ItemDetail; current?: number; lit?: Lit }

export function Article({ item, current = 0, lit }: ArticleProps) {
  const { reading } = item
  const missing = missingTextWords(item)
  return (
    <article className="article" dir={item.direction} data-item={item.id}>
      <Head item={item} />
      {missing !== null && reading === null && (
        <p className="doubt" dir={interfaceDirection()}>
          <span className="st stop">
            <Icon name={item.state === 'failed' || item.state === 'refused' ? 'cross' : 'clock'} />
          </span>{' '}
          <bdi>{missing}</bdi>
        </p>
      )}
      {reading && <Doubt reading={reading} />}
      {reading && (
        <div className="text" dir={reading.direction} {...(reading.language ? { lang: reading.language } : {})}>
          <Blocks reading={reading} current={current} lit={lit} />
        </div>
      )}
    </article>
  )
}
