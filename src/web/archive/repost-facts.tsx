import type { ArticlePrint } from '../../domain/article.ts'
import { showControls } from '../parts/outside.tsx'
import { languageName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { MarkedText, type PageMarks } from './marked-text.tsx'

/** Of a text that stands inside another site: what is known of it, what is not, and the readings it lists. */
export function RepostFacts({ print, marks }: { print: ArticlePrint; marks: PageMarks }) {
  const { repost, related } = print
  return (
    <>
      {related.length > 0 && (
        <section className="printed-part" aria-labelledby="article-related">
          <h2 id="article-related">{t('article.related')}</h2>
          <ul className="lines">
            {related.map((reading) => (
              <li key={reading.start} className="press">
                <MarkedText printed={reading} marks={marks} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {repost && (
        <section className="printed-part" aria-labelledby="article-repost">
          <h2 id="article-repost">{t('repost.title')}</h2>
          <dl className="kv source-facts">
            <dt>{t('repost.site')}</dt>
            <dd>
              {repost.site === null ? (
                <span className="q">{t('unknown')}</span>
              ) : (
                <bdi>{showControls(repost.site)}</bdi>
              )}
            </dd>
            <dt>{t('repost.siteLanguage')}</dt>
            <dd>
              {repost.siteLanguage === null ? (
                <span className="q">{t('unknown')}</span>
              ) : (
                languageName(repost.siteLanguage)
              )}
            </dd>
            <dt>{t('repost.earliest')}</dt>
            <dd>
              {repost.earliest === null ? (
                <span className="q">{t('unknown')}</span>
              ) : (
                <>
                  {sayEdtf(repost.earliest.date)}{' '}
                  <span className="small q2">
                    {t('derived.mark')} <bdi>{showControls(repost.earliest.why)}</bdi>
                  </span>
                </>
              )}
            </dd>
            <dt>{t('repost.relative')}</dt>
            <dd>
              {repost.relativeDates.length === 0 ? (
                <span className="q">{t('repost.none')}</span>
              ) : (
                <ul>
                  {repost.relativeDates.map((date) => (
                    <li key={date.start}>
                      <bdi className="press">{showControls(date.text)}</bdi>{' '}
                      <span className="small q">{t('finding.line', { line: date.line })}</span>
                    </li>
                  ))}
                </ul>
              )}
            </dd>
            <dt>{t('repost.chrome')}</dt>
            <dd>{t('repost.chrome.lines', { n: repost.chromeLines.length })}</dd>
          </dl>
        </section>
      )}
    </>
  )
}
