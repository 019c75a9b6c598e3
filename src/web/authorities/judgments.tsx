// What the desk's own words said of one subject, oldest first, with the outlets they rest on. Whether we changed our mind
// is for the reader to judge: the words that judge and the words that hedge are shown as such.

import { useQuery } from '@tanstack/react-query'
import type { JudgmentList } from '../../server/shapes/authority.ts'
import { judgmentsQuestion } from '../archive/archive-questions.ts'
import { ArticleLink } from '../archive/article-line.tsx'
import { Icon } from '../parts/icon.tsx'
import { lightRanges, Outside, type Range } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { isoDay, sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

type Judgment = JudgmentList['judgments'][number]

/** Where the hedging words stand, in order. */
function rangesOf(text: string, words: readonly string[]): Range[] {
  if (words.length === 0) return []
  const any = words.map((word) => RegExp.escape(word)).join('|')
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'))
  return [...found].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}

function JudgmentItem({ judgment }: { judgment: Judgment }) {
  const judging = judgment.paragraphs.filter(({ isAssessment }) => isAssessment).length
  return (
    <li className="judgment">
      <p className="judgment-when">
        <time dateTime={isoDay(judgment.orderAt)}>{sayDay(judgment.orderAt)}</time>
      </p>
      <div>
        <p className="mention-head">
          <ArticleLink id={judgment.articleId} title={judgment.articleTitle} />{' '}
          {judgment.authors.length > 0 && (
            <span className="small q2">
              <Outside text={judgment.authors.join(', ')} />
            </span>
          )}
        </p>
        {judgment.paragraphs.map((paragraph) => (
          <div key={paragraph.line} className={paragraph.isAssessment ? 'said-words judging' : 'said-words'}>
            {paragraph.isAssessment && (
              <p className="small st q2">
                <Icon name="flag" />
                {t('said.judging')}
              </p>
            )}
            <p className="press">
              <bdi dir="auto">{lightRanges(paragraph.text, rangesOf(paragraph.text, paragraph.hedges))}</bdi>
            </p>
          </div>
        ))}
        {judging === 0 && <p className="small q">{t('said.noJudging')}</p>}
        <p className="small q2">
          {judgment.outlets.length === 0 ? (
            <span className="q">{t('said.noOutlets')}</span>
          ) : (
            <>
              {t('said.from')} <Outside text={judgment.outlets.join(' · ')} />
            </>
          )}
        </p>
      </div>
    </li>
  )
}

export function Judgments({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(judgmentsQuestion(id))
  if (isPending) return <Waiting />
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (data.judgments.length === 0)
    return (
      <Empty>
        <p>{t('said.none')}</p>
      </Empty>
    )
  return (
    <>
      <p className="sec small q2">{t('said.words')}</p>
      <ol className="judgments" aria-label={t('authority.view.said')}>
        {data.judgments.map((judgment) => (
          <JudgmentItem key={judgment.articleId} judgment={judgment} />
        ))}
      </ol>
    </>
  )
}
