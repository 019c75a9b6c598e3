import { Link } from '@tanstack/react-router'
import type { ArticleReference } from '../../server/shapes/article.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { t } from '../text/t.ts'
import { ArticleLink } from './article-line.tsx'

/** What an earlier piece that is referred to means: the article here, a row of an index, or a piece that is not here. */
export function ReferenceLine({ reference }: { reference: ArticleReference }) {
  const { meaning } = reference
  if (meaning === null)
    return (
      <span className="st q2 reference">
        <Icon name="gap" />
        <span>
          <Outside text={reference.title} className="press" /> <span className="q">{t('reference.unknown')}</span>
        </span>
      </span>
    )
  return (
    <span className="st reference">
      <Icon name={meaning.articleId === null ? 'dash' : 'tick'} />
      <span>
        {meaning.articleId !== null ? (
          <ArticleLink id={meaning.articleId} title={meaning.title} />
        ) : meaning.indexId !== null ? (
          <Link to="/indexes/$id" params={{ id: meaning.indexId }} className="press">
            <Outside text={meaning.title} />
          </Link>
        ) : (
          <Outside text={meaning.title} className="press" />
        )}{' '}
        <span className="q">
          {meaning.articleId === null && `${t(meaning.indexId === null ? 'reference.notHere' : 'reference.inIndex')} `}
          {t(`reference.how.${meaning.how}`)}
          {meaning.why !== '' && (
            <>
              {' '}
              <bdi>{showControls(meaning.why)}</bdi>
            </>
          )}
        </span>
      </span>
    </span>
  )
}
