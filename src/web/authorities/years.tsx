import type { AuthorityDetail } from '../../server/shapes/authority.ts'
import { t } from '../text/t.ts'

/** Articles by year; figures stand on the bars, so no table is needed. */
export function Years({ years }: { years: AuthorityDetail['years'] }) {
  if (years.length === 0) return null
  const most = Math.max(...years.map(({ articles }) => articles))
  return (
    <section className="sec" aria-labelledby="authority-years">
      <h2 id="authority-years">{t('authority.years')}</h2>
      <ul className="years">
        {years.map(({ year, articles }) => (
          <li key={year}>
            <span className="q2">{year}</span>
            <i style={{ inlineSize: `${(articles / most) * 100}%` }} aria-hidden="true" />
            <span>{t('authority.inArticles', { n: articles })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
