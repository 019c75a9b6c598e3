import { useInfiniteQuery } from '@tanstack/react-query'
import type { MentionRecord } from '../../server/shapes/authority.ts'
import { mentionsQuestion } from '../archive/archive-questions.ts'
import { ArticleLink } from '../archive/article-line.tsx'
import { Icon } from '../parts/icon.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { lightRanges, Outside, showControls } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayDay, sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** Where it is named, who says it, and in which words. */
function MentionLine({ mention, isFirst }: { mention: MentionRecord; isFirst: boolean }) {
  const { context } = mention
  return (
    <li className={isFirst ? 'mention first' : 'mention'}>
      {isFirst && (
        <p className="mention-head">
          <ArticleLink id={mention.articleId} title={mention.articleTitle} />{' '}
          <span className="small q nowrap">{sayDay(mention.orderAt)}</span>
        </p>
      )}
      <p className="small q2">
        {mention.isQuoted && (
          <span className="st act">
            <Icon name="person" />
            {t('mention.quoted')}
          </span>
        )}{' '}
        {t(`block.${mention.part}`)}
        {mention.outlet !== null && (
          <>
            {' · '}
            <Outside text={mention.outlet} />
          </>
        )}
        {mention.sourceDate !== null && `, ${sayEdtf(mention.sourceDate)}`}
        {mention.role !== null && (
          <>
            {' · '}
            {t('mention.as')} <bdi>{showControls(mention.role)}</bdi>
          </>
        )}
      </p>
      <p className="press context">
        <bdi dir="auto">{lightRanges(context.text, [context])}</bdi>
      </p>
    </li>
  )
}

export function Mentions({ id }: { id: string }) {
  const query = useInfiniteQuery(mentionsQuestion(id))
  const mentions = query.data?.pages.flatMap((page) => page.mentions) ?? []
  if (query.isPending) return <Waiting />
  if (query.error && !query.data) return <Failed error={query.error} again={() => void query.refetch()} />
  if (mentions.length === 0)
    return (
      <Empty>
        <p>{t('mention.none')}</p>
      </Empty>
    )
  return (
    <>
      <ul className="mentions" aria-label={t('authority.view.mentions')}>
        {mentions.map((mention, index) => (
          <MentionLine
            key={mention.id}
            mention={mention}
            isFirst={mentions[index - 1]?.articleId !== mention.articleId}
          />
        ))}
      </ul>
      <MoreButton query={query} />
    </>
  )
}
