// All that the desk knows of one excerpt: its citation in the chosen form, by which bytes it can be checked, where it was
// used, and its history.

import { useQuery } from '@tanstack/react-query'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Digest } from '../parts/digest.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolate, showIsolated } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { sayInstant } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { useForm } from './citation-form.ts'
import { changeExcerpts, takeUseBack } from './collection-deeds.ts'
import { citationQuestion, excerptQuestion } from './collection-questions.ts'
import { copyCitations } from './copy-citations.ts'

const signedWords = (who: string, at: number) =>
  showIsolated(t('collection.signed', { who: isolate(who), at: sayInstant(at) }))

function CitationOf({ id }: { id: string }) {
  const form = useForm()
  const { data, error } = useQuery(citationQuestion(id, form))
  if (error) return <Failed error={error} />
  if (!data) return <Waiting rows={1} />
  const { captured, archivedUrl } = data.citation
  return (
    <>
      <p className="citation-of press" lang="en" dir="ltr">
        {data.display}
      </p>
      <p className="act-line">
        <CopyButton text={data.text} label={t('collection.copy.text')} />
        <button type="button" className="btn" onClick={() => void copyCitations([id], form, 'html')}>
          <Icon name="copy" />
          {t('collection.copy.html')}
        </button>
        <button type="button" className="btn" onClick={() => void copyCitations([id], form, 'csl')}>
          <Icon name="copy" />
          {t('collection.copy.csl')}
        </button>
      </p>
      <p className="small q2">
        {t('collection.captured', { at: sayInstant(captured.at) })} <Digest hex={captured.digest} />
        {archivedUrl === null && ` ${t('collection.noArchive')}`}
      </p>
    </>
  )
}

function Uses({ excerptId, uses }: { excerptId: string; uses: ExcerptDetail['uses'] }) {
  if (uses.length === 0) return <p className="small q2">{t('collection.unused')}</p>
  return (
    <ul className="uses-of small">
      {uses.map(({ id, place, note, signedBy, signedAt, removed }) => (
        <li key={id}>
          {removed === null ? <bdi>{place}</bdi> : <del>{place}</del>}
          {note !== null && (
            <>
              {': '}
              <bdi>{note}</bdi>
            </>
          )}{' '}
          <span className="q">{signedWords(signedBy, signedAt)}</span>{' '}
          {removed === null ? (
            <button type="button" className="link" onClick={() => void takeUseBack(excerptId, id)}>
              {t('collection.unuse')}
            </button>
          ) : (
            <>
              <span className="q">
                {showIsolated(t('collection.unusedBy', { who: isolate(removed.by), at: sayInstant(removed.at) }))}
              </span>{' '}
              <button type="button" className="link" onClick={() => void takeUseBack(excerptId, removed.id)}>
                {t('collection.reuse')}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export function CollectionDetail({ excerpt }: { excerpt: Excerpt }) {
  const { data, error, refetch } = useQuery(excerptQuestion(excerpt.id))
  return (
    <div className="detail-of">
      <h3>{t('collection.citation')}</h3>
      <CitationOf id={excerpt.id} />
      <h3>{t('collection.usedIn')}</h3>
      {error && <Failed error={error} again={() => void refetch()} />}
      {data && <Uses excerptId={excerpt.id} uses={data.uses} />}
      {data && (
        <>
          <h3>{t('collection.history')}</h3>
          <ul className="small">
            {data.revisions.map(({ number, deed, signedBy, signedAt, why }) => (
              <li key={number}>
                {t(`collection.deed.${deed}`)} <span className="q">{signedWords(signedBy, signedAt)}</span>
                {why !== null && (
                  <>
                    {': '}
                    <bdi>{why}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="act-line">
        <button
          type="button"
          className="btn"
          onClick={() =>
            void changeExcerpts([excerpt], excerpt.withdrawnAt === null ? { kind: 'withdraw' } : { kind: 'restore' })
          }
        >
          {t(excerpt.withdrawnAt === null ? 'excerpt.withdraw' : 'collection.restore')}
        </button>
        <a className="btn" href={`/api/excerpts/${excerpt.id}/annotation`} download>
          {t('collection.export.jsonld')}
        </a>
      </p>
    </div>
  )
}
