// The revisions of an excerpt: who did what and when, and what was changed by it.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import { Outside } from '../parts/outside.tsx'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { whatChanged } from './excerpts-changes.ts'
import { excerptQuestion } from './excerpts-questions.ts'

export function History({ excerpt }: { excerpt: Excerpt }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="small excerpt-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('excerpt.history', { n: excerpt.revision })}</summary>
      {open && <Revisions excerpt={excerpt} />}
    </details>
  )
}

function Revisions({ excerpt }: { excerpt: Excerpt }) {
  const { data } = useQuery(excerptQuestion(excerpt))
  const revisions = data?.revisions ?? []
  return (
    <ol reversed>
      {revisions.toReversed().map((revision) => (
        <li key={revision.number}>
          {t(`excerpt.deed.${revision.deed}`)} <bdi>{revision.signedBy}</bdi>{' '}
          <span className="q">{sayMoment(revision.signedAt)}</span>
          <Changes revision={revision} former={revisions.find(({ number }) => number === revision.number - 1)} />
        </li>
      ))}
    </ol>
  )
}

type Revision = ExcerptDetail['revisions'][number]

function Changes({ revision, former }: { revision: Revision; former: Revision | undefined }) {
  const changes = revision.content && former?.content ? whatChanged(former.content, revision.content) : []
  return changes.map(({ field, before, after }) => (
    <p key={field}>
      <span className="q">{t(`excerpt.${field}`)}: </span>
      {before !== '' && (
        <del>
          <Outside text={before} />
        </del>
      )}{' '}
      {after !== '' && (
        <ins>
          <Outside text={after} />
        </ins>
      )}
    </p>
  ))
}
