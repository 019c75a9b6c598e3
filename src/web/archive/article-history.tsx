import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { ask } from '../api/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { sayWords } from '../shell/deeds.ts'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { articleQuestion, askAnew } from './archive-questions.ts'

/** Every state of the article, newest first; undoing adds one. */
export function ArticleHistory({ article }: { article: ArticleDetail }) {
  const client = useQueryClient()
  const latest = article.history.find(({ number }) => number === article.revision)
  const undo = useMutation({
    mutationFn: () =>
      ask<ArticleDetail>(`/api/articles/${article.id}/undo`, { method: 'POST', body: { revision: article.revision } }),
    onSuccess: async (saved) => {
      client.setQueryData(articleQuestion(article.id).queryKey, saved)
      sayWords(t('history.did.undone'))
      await askAnew(client)
    },
  })
  return (
    <section className="sec">
      <h2>{t('history.title')}</h2>
      <ol className="history">
        {article.history
          .toSorted((a, b) => b.number - a.number)
          .map((revision) => (
            <li key={revision.number}>
              <b className="b">{t('history.revision', { n: revision.number })}</b> {t(`history.${revision.deed}`)}
              <span className="small q block-line">
                <bdi>{showControls(revision.signedBy)}</bdi>, {sayMoment(revision.signedAt)} UTC
              </span>
              {revision.why !== null && (
                <span className="small block-line">
                  <bdi>{showControls(revision.why)}</bdi>
                </span>
              )}
            </li>
          ))}
      </ol>
      {undo.error && <Failed error={undo.error} />}
      {latest && latest.basedOn !== null && (
        <p className="act-line">
          <button type="button" className="btn" disabled={undo.isPending} onClick={() => undo.mutate()}>
            <Icon name="again" />
            {t('history.undo')}
          </button>
        </p>
      )}
      <p className="small q file-line">
        <Link to="/imports/$id" params={{ id: article.file.id }}>
          <bdi>{showControls(article.file.name)}</bdi>
        </Link>{' '}
        {t('article.lines', { from: article.lines[0] ?? 0, to: article.lines[1] ?? 0 })}
      </p>
    </section>
  )
}
