import type { ReadingRecord } from '../../server/shapes/item.ts'
import { Outside } from '../parts/outside.tsx'
import { languageName } from '../text/languages.ts'
import { sayInstant } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { PrintedDate } from './byline.tsx'

/** What the reader made of the capture, and what it was unsure of. */
export function ReadingFacts({ reading }: { reading: ReadingRecord }) {
  const sure = Math.round(reading.languageConfidence * 100)
  return (
    <section className="sec">
      <h2>
        {t('reading.title')}
        <span className="end">{reading.reader}</span>
      </h2>
      <dl className="kv">
        <dt>{t('reading.published')}</dt>
        <dd>
          {reading.published ? (
            <>
              <PrintedDate date={reading.published} />{' '}
              <span className="q">{t(`date.source.${reading.published.from}`)}</span>
            </>
          ) : (
            t('reading.notSaid')
          )}
        </dd>
        {reading.updated && (
          <>
            <dt>{t('reading.updated')}</dt>
            <dd>
              <PrintedDate date={reading.updated} />
            </dd>
          </>
        )}
        <dt>{t('reading.language')}</dt>
        <dd>
          {reading.language ? (
            <>
              {languageName(reading.language)} <span className="q">{sure} %</span>
            </>
          ) : (
            t('language.unknown')
          )}
        </dd>
        <dt>{t('reading.charset')}</dt>
        <dd className="mono">{reading.charset}</dd>
        <dt>{t('reading.blocks')}</dt>
        <dd>{t('reading.blocks.count', { n: reading.blocks.length })}</dd>
        {reading.section && (
          <>
            <dt>{t('reading.section')}</dt>
            <dd>
              <Outside text={reading.section} lang={reading.language} />
            </dd>
          </>
        )}
        {reading.tags.length > 0 && (
          <>
            <dt>{t('reading.tags')}</dt>
            <dd>
              {reading.tags.map((tag) => (
                <span key={tag} className="chip">
                  <Outside text={tag} lang={reading.language} />
                </span>
              ))}
            </dd>
          </>
        )}
        {reading.canonicalUrl && (
          <>
            <dt>{t('reading.canonical')}</dt>
            <dd>
              <bdi dir="ltr" className="mono">
                {reading.canonicalUrl}
              </bdi>
            </dd>
          </>
        )}
        <dt>{t('reading.readAt')}</dt>
        <dd>{sayInstant(reading.readAt)}</dd>
      </dl>
      {reading.notes.length > 0 && (
        <ul className="notes small">
          {reading.notes.map((note) => (
            <li key={note}>
              <span className="warn" aria-hidden="true">
                ·
              </span>{' '}
              <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
