// What can be done with the excerpts that are chosen, or with the one that is stood on.

import { useState } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import type { KeyBinding } from '../shell/keys.ts'
import { t, type PhraseKey } from '../text/t.ts'
import { ActSheet, type Sheet } from './act-sheet.tsx'
import { useForm } from './citation-form.ts'
import { changeExcerpts } from './collection-deeds.ts'
import type { CollectionFilter } from './collection-filter.ts'
import { copyCitations } from './copy-citations.ts'

/** The sheets that a deed on excerpts asks for a label with. */
export function useActs(filter: CollectionFilter) {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const form = useForm()
  const acts = (excerpts: readonly Excerpt[]) => {
    const ask = (kind: Sheet['kind']) => () => {
      if (excerpts.length > 0) setSheet({ kind, excerpts })
    }
    return {
      basket: ask('basket'),
      tag: ask('tag'),
      untag: ask('untag'),
      use: ask('use'),
      copy: () => {
        if (excerpts.length === 0) return
        void copyCitations(
          excerpts.map(({ id }) => id),
          form,
          'html',
        )
      },
      withdraw: () => excerpts.length > 0 && void changeExcerpts(excerpts, { kind: 'withdraw' }),
      restore: () => excerpts.length > 0 && void changeExcerpts(excerpts, { kind: 'restore' }),
    }
  }
  return { acts, sheet: sheet && <ActSheet sheet={sheet} filter={filter} onClose={() => setSheet(null)} /> }
}

export type Acts = ReturnType<ReturnType<typeof useActs>['acts']>

export const actKeys = (acts: Acts): KeyBinding[] => [
  { key: 'b', name: 'collection.key.basket', run: acts.basket },
  { key: 't', name: 'collection.key.tag', run: acts.tag },
  { key: 'w', name: 'collection.key.use', run: acts.use },
  { key: 'c', name: 'collection.key.cite', run: acts.copy },
]

type ActBarProps = {
  chosen: readonly Excerpt[]
  acts: Acts
  onExport: () => void
  onClear: () => void
  /** How many are found but not fetched yet, and what chooses them too; 0 = all are here. */
  further: number
  onFurther: () => void
}

/** Stands over the list while something is chosen. */
export function ActBar({ chosen, acts, onExport, onClear, further, onFurther }: ActBarProps) {
  const gone = chosen.every(({ withdrawnAt }) => withdrawnAt !== null)
  const act = (name: PhraseKey, icon: IconName, run: () => void, key?: string) => (
    <button type="button" className="btn" onClick={run}>
      <Icon name={icon} />
      {t(name)}
      {key !== undefined && <kbd>{key}</kbd>}
    </button>
  )
  return (
    <div className="act-bar" role="toolbar" aria-label={t('collection.acts')}>
      <b role="status">{t('collection.chosen', { n: chosen.length })}</b>
      {further > 0 && (
        <button type="button" className="link" onClick={onFurther}>
          {t('collection.chooseFurther', { n: further })}
        </button>
      )}
      {gone ? (
        act('collection.restore', 'again', acts.restore)
      ) : (
        <>
          {act('collection.basket', 'bookmark', acts.basket, 'b')}
          {act('collection.tag', 'flag', acts.tag, 't')}
          {chosen.some(({ tags }) => tags.length > 0) && act('collection.untag', 'dash', acts.untag)}
          {act('collection.use', 'pencil', acts.use, 'w')}
          {act('excerpt.cite', 'copy', acts.copy, 'c')}
          {act('collection.export', 'out', onExport)}
          {act('excerpt.withdraw', 'trash', acts.withdraw)}
        </>
      )}
      <button type="button" className="btn bare" onClick={onClear}>
        {t('collection.clear')} <kbd>Esc</kbd>
      </button>
    </div>
  )
}
