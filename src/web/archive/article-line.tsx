import { Link } from '@tanstack/react-router'
import type { ArticleRow } from '../../server/shapes/article.ts'
import { Outside } from '../parts/outside.tsx'
import { isoDay, sayDay, sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** The title of an article, or that it has none, as a link to it. */
export function ArticleLink({ id, title }: { id: string; title: string | null }) {
  return (
    <Link to="/articles/$id" params={{ id }} className="press article-link">
      {title === null ? <span className="q">{t('article.untitled')}</span> : <Outside text={title} lang="en" />}
    </Link>
  )
}

type Placed = Pick<ArticleRow, 'orderAt' | 'orderFrom' | 'issue' | 'published'>

/** When it stands in the archive, and on what that rests; nothing here is printed on the page. */
export function PlaceInTime({ article }: { article: Placed }) {
  const { orderAt, orderFrom, issue, published } = article
  const when =
    orderFrom === 'published' && published !== null
      ? sayEdtf(published)
      : orderFrom === 'issue' && issue !== null
        ? sayEdtf(issue)
        : sayDay(orderAt)
  return (
    <span className="place-in-time">
      <time dateTime={isoDay(orderAt)}>{when}</time> <span className="small q">{t(`article.from.${orderFrom}`)}</span>
    </span>
  )
}

export function ArticleLine({ article }: { article: ArticleRow }) {
  return (
    <tr>
      <td className="nowrap ink">
        <PlaceInTime article={article} />
      </td>
      <td className="wide-cell">
        <ArticleLink id={article.id} title={article.title} />
        {article.kind !== 'article' && <span className="chip">{t(`article.kind.${article.kind}`)}</span>}
      </td>
      <td className="q2">
        {article.authors.length === 0 ? (
          <span className="q">{t('article.noAuthor')}</span>
        ) : (
          <Outside text={article.authors.join(', ')} />
        )}
      </td>
      <td className="small q wrap">
        <bdi title={article.file.name}>{article.file.name.split(/[\\/]/).at(-1)}</bdi>{' '}
        {t('article.lines', { from: article.lines[0] ?? 0, to: article.lines[1] ?? 0 })}
      </td>
    </tr>
  )
}
