import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type RefObject } from 'react'
import type { Hit as HitRecord } from '../../server/shapes/search.ts'
import { keepPlace, readPlace } from '../lists/place.ts'
import { useKeys } from '../shell/keys.ts'
import { saveSetting, useSetting } from '../shell/settings.ts'
import { t } from '../text/t.ts'
import { Hit } from './hit.tsx'

type HitListProps = {
  /** The name its place is kept under. */
  list: string
  hits: readonly HitRecord[]
  listRef: RefObject<HTMLOListElement | null>
  more: (() => void) | null
  waiting: boolean
}

/** Coming back from the reader, the same hit is in sight and has the focus. */
function useReturn(listRef: HitListProps['listRef'], active: number) {
  useEffect(() => {
    if (active < 0 || document.activeElement !== document.body) return
    const hit = listRef.current?.querySelector(`[data-hit="${active}"]`)
    hit?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
    hit?.scrollIntoView({ block: 'center' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only once, when the list appears
  }, [])
}

export function HitList({ list, hits, listRef, more, waiting }: HitListProps) {
  const navigate = useNavigate()
  const titles = useSetting('titles')
  const [active, setActive] = useState(() => hits.findIndex((hit) => hit.id === readPlace(list).activeId))
  const activeId = hits[active]?.id
  useEffect(() => {
    if (activeId !== undefined) keepPlace(list, { activeId })
  }, [list, activeId])
  useReturn(listRef, active)
  const open = (hit: HitRecord | undefined) =>
    hit && void navigate({ to: hit.article === null ? '/items/$id' : '/articles/$id', params: { id: hit.id } })
  const go = (index: number) => {
    const next = Math.max(0, Math.min(hits.length - 1, index))
    const hit = listRef.current?.querySelector(`[data-hit="${next}"]`)
    hit?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
    hit?.scrollIntoView({ block: 'nearest' })
    setActive(next)
    if (next > hits.length - 5) more?.()
  }
  useKeys([
    { key: 'j', name: 'key.move', run: () => go(active + 1) },
    { key: 'k', name: 'key.move', run: () => go(active - 1) },
    { key: 'Enter', name: 'key.open', run: () => open(hits[active]) },
    {
      key: 'o',
      name: 'key.originalFirst',
      run: () => saveSetting('titles', titles === 'translated' ? 'original' : 'translated'),
    },
  ])
  return (
    <>
      <ol className="hits" ref={listRef}>
        {hits.map((hit, index) => (
          <Hit
            key={hit.id}
            hit={hit}
            index={index}
            active={index === active}
            onActive={() => setActive(index)}
            onOpen={() => open(hit)}
          />
        ))}
      </ol>
      {more && hits.length > 0 && (
        <p className="more">
          <button type="button" className="btn" disabled={waiting} onClick={more}>
            {t('act.more')}
          </button>
        </p>
      )}
    </>
  )
}
