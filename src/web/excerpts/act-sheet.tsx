// The sheet in which a deed on excerpts asks for its label: a basket, a tag, or the place where they were used.

import { useQuery } from '@tanstack/react-query'
import type { ExcerptFacets } from '../../server/shapes/excerpt-filter.ts'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { t } from '../text/t.ts'
import { changeExcerpts, writeUses } from './collection-deeds.ts'
import type { CollectionFilter } from './collection-filter.ts'
import { collectionFacetsQuestion } from './collection-questions.ts'
import { LabelSheet } from './label-sheet.tsx'

export type Sheet = { readonly kind: 'basket' | 'tag' | 'untag' | 'use'; readonly excerpts: readonly Excerpt[] }

type SheetProps = {
  excerpts: readonly Excerpt[]
  /** The labels there are; absent = not known yet. */
  facets: ExcerptFacets | undefined
  onClose: () => void
}

function UseSheet({ excerpts, facets, start, onClose }: SheetProps & { start: string }) {
  const ids = excerpts.map(({ id }) => id)
  return (
    <LabelSheet
      title={t('collection.use.title', { n: ids.length })}
      field={t('collection.use.place')}
      hint={t('collection.use.hint')}
      start={start}
      offered={(facets?.places ?? []).map((label) => ({ label }))}
      most={300}
      act={t('collection.use')}
      withNote
      onTake={(place, note) => void writeUses(ids, place, note)}
      onClose={onClose}
    />
  )
}

function BasketSheet({ excerpts, facets, onClose }: SheetProps) {
  const put = (label: string | null) => void changeExcerpts(excerpts, { kind: 'basket', label })
  const isInBasket = excerpts.some(({ basket }) => basket !== null)
  return (
    <LabelSheet
      title={t('collection.basket.title', { n: excerpts.length })}
      field={t('excerpt.basket')}
      hint={t('excerpt.basket.hint')}
      offered={facets?.baskets ?? []}
      most={200}
      act={t('collection.basket')}
      {...(isInBasket ? { onNone: { name: t('collection.unbasket'), run: () => put(null) } } : {})}
      onTake={put}
      onClose={onClose}
    />
  )
}

function TagSheet({ kind, excerpts, facets, onClose }: SheetProps & { kind: 'tag' | 'untag' }) {
  const theirs = [...new Set(excerpts.flatMap(({ tags }) => tags))].map((label) => ({ label }))
  return (
    <LabelSheet
      title={t(`collection.${kind}.title`, { n: excerpts.length })}
      field={t('collection.by.tag')}
      offered={kind === 'tag' ? (facets?.tags ?? []) : theirs}
      most={80}
      act={t(`collection.${kind}`)}
      onTake={(label) => void changeExcerpts(excerpts, { kind, label })}
      onClose={onClose}
    />
  )
}

type ActSheetProps = { sheet: Sheet; filter: CollectionFilter; onClose: () => void }

export function ActSheet({ sheet: { kind, excerpts }, filter, onClose }: ActSheetProps) {
  const { data: facets } = useQuery(collectionFacetsQuestion(filter))
  const asked = { excerpts, facets, onClose }
  if (kind === 'use') return <UseSheet {...asked} start={filter.basket ?? ''} />
  if (kind === 'basket') return <BasketSheet {...asked} />
  return <TagSheet {...asked} kind={kind} />
}
