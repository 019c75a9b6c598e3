// The fields as they would be read from the boundaries that are drawn now, and which of them differ from what is kept.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ArticleBlock, ArticlePrint } from '../../domain/article.ts'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { ask } from '../api/ask.ts'
import { showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { compareFields, type FieldChange } from './list-fields.ts'
import { printOf } from './print-of.ts'

const AFTER_MS = 250

/** The value, once it has stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), AFTER_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** The article as these boundaries would make it; nothing is saved. */
export function useTrial(article: ArticleDetail, blocks: readonly ArticleBlock[]) {
  const settled = useSettled(blocks)
  return useQuery({
    queryKey: ['trial', article.id, article.revision, settled],
    queryFn: ({ signal }) =>
      ask<ArticleDetail>(`/api/articles/${article.id}/revisions`, {
        method: 'POST',
        body: { revision: article.revision, blocks: settled, dryRun: true },
        signal,
      }),
    enabled: settled !== printOf(article).blocks,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
}

export function FieldName({ field: { key, n } }: Pick<FieldChange, 'field'>) {
  const name = t(key === 'source' ? 'block.citation' : `block.${key}`)
  return n === null ? name : `${name} ${n}`
}

export function FieldsPreview({
  before,
  after,
  error,
}: {
  before: ArticlePrint
  after: ArticleDetail | undefined
  error: unknown
}) {
  if (error) return <Failed error={error} />
  if (!after) return <p className="small q">{t('edit.noChange')}</p>
  const changes = compareFields(before, printOf(after))
  if (changes.length === 0) return <p className="small q">{t('edit.noFieldChange')}</p>
  return (
    <dl className="field-changes">
      {changes.map((change) => (
        <div key={`${change.field.key} ${change.field.n}`}>
          <dt>
            <FieldName field={change.field} />
          </dt>
          {change.before !== null && (
            <dd>
              <del className="press">
                <bdi dir="auto">{showControls(change.before)}</bdi>
              </del>
            </dd>
          )}
          <dd>
            {change.after === null ? (
              <span className="q">{t('edit.fieldGone')}</span>
            ) : (
              <ins className="press">
                <bdi dir="auto">{showControls(change.after)}</bdi>
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
