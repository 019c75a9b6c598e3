// The filter of the page of excerpts in words, over the list that it narrows.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'
import { renameLabel } from './collection-deeds.ts'
import { nameOfValue } from './collection-facets.tsx'
import { collectionFilterNames, NONE, type Filtering } from './collection-filter.ts'
import { collectionFacetsQuestion } from './collection-questions.ts'
import { LabelSheet } from './label-sheet.tsx'

type RenameProps = Filtering & { kind: 'basket' | 'tag'; label: string; onClose: () => void }

function RenameSheet({ kind, label, filter, onFilter, onClose }: RenameProps) {
  const { data } = useQuery(collectionFacetsQuestion(filter))
  const rename = (to: string | null) => renameLabel({ kind, from: label, to })
  return (
    <LabelSheet
      title={t(`collection.rename.${kind}`)}
      field={t('collection.rename.to')}
      start={label}
      offered={(kind === 'basket' ? data?.baskets : data?.tags) ?? []}
      most={kind === 'basket' ? 200 : 80}
      act={t('collection.rename')}
      taken={(other) => t('collection.rename.merges', { other })}
      onNone={{
        name: t(kind === 'basket' ? 'collection.rename.empty' : 'collection.rename.off'),
        run: () => void rename(null).then(() => onFilter({ [kind]: undefined })),
      }}
      onTake={(to) => void rename(to).then((done) => done && onFilter({ [kind]: to }))}
      onClose={onClose}
    />
  )
}

/** What the list is narrowed by: each can be dropped, a basket or a tag renamed. */
export function CollectionChips({ filter, onFilter }: Filtering) {
  const { data } = useQuery(collectionFacetsQuestion(filter))
  const [renaming, setRenaming] = useState<'basket' | 'tag' | null>(null)
  const chosen = collectionFilterNames.flatMap((name) => {
    const value = filter[name]
    return value === undefined || name === 'q' ? [] : [{ name, value }]
  })
  if (chosen.length === 0) return null
  const label = renaming === null ? undefined : filter[renaming]
  return (
    <p className="kinds chips-of">
      {chosen.map(({ name, value }) => {
        const words = nameOfValue(name, value, data)
        return (
          <span key={name} className="kinds">
            <button type="button" className="filt" onClick={() => onFilter({ [name]: undefined })}>
              <b>{t(`collection.by.${name}`)}</b> <bdi className="clip">{words}</bdi>{' '}
              <Icon name="cross" label={t('collection.dropFilter')} />
            </button>
            {(name === 'basket' || name === 'tag') && value !== NONE && (
              <button type="button" className="btn bare" onClick={() => setRenaming(name)}>
                <Icon name="pencil" />
                {t('collection.rename')}
              </button>
            )}
          </span>
        )
      })}
      {renaming !== null && label !== undefined && (
        <RenameSheet
          kind={renaming}
          label={label}
          filter={filter}
          onFilter={onFilter}
          onClose={() => setRenaming(null)}
        />
      )}
    </p>
  )
}
