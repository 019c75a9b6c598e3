// The list of excerpts as a grid of any length: only the rows in sight are in the page.
// One row has the focus; j and k move it. In a basket rows are moved by their handle, or by J and K.

import { useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type DragEvent, type MouseEvent } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { Icon } from '../parts/icon.tsx'
import { keepPlace, readPlace } from '../lists/place.ts'
import { useKeys, type KeyBinding } from '../shell/keys.ts'
import { t } from '../text/t.ts'
import { moveExcerpt } from './collection-deeds.ts'
import { CollectionDetail } from './collection-detail.tsx'
import { CollectionRow } from './collection-row.tsx'

type ListProps = {
  /** The name its place is kept under. */
  list: string
  excerpts: readonly Excerpt[]
  total: number
  /** Whether it is a basket, whose order is the person's. */
  ordered: boolean
  chosen: ReadonlySet<string>
  onChoose: (excerpt: Excerpt) => void
  onNearEnd: () => void
  /** Keys that act on those chosen, or on the row that is stood on. */
  keysFor: (here: Excerpt | undefined) => KeyBinding[]
}

const NEAR = 20

function useRows({ list, excerpts }: ListProps) {
  const box = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- its answers stay with the caller, which is not memoised
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: excerpts.length,
    getScrollElement: () => box.current,
    estimateSize: () => 150,
    getItemKey: (index) => excerpts[index]?.id ?? index,
    overscan: 6,
    initialOffset: () => readPlace(list).offset,
    initialMeasurementsCache: readPlace(list).measured,
  })
  useEffect(() => () => keepPlace(list, { measured: rows.measurementsCache }), [list, rows])
  return { box, rows }
}

/** Before which excerpt one stands after it was let go over another. */
export function targetOf(ids: readonly string[], moving: string, over: string): string | null | undefined {
  const [from, to] = [ids.indexOf(moving), ids.indexOf(over)]
  if (from < 0 || to < 0 || from === to) return undefined
  return from < to ? (ids[to + 1] ?? null) : over
}

export function CollectionList(props: ListProps) {
  const { list, excerpts, total, ordered, chosen, onChoose, onNearEnd, keysFor } = props
  const { box, rows } = useRows(props)
  const navigate = useNavigate()
  const [activeId, setActiveId] = useState(() => readPlace(list).activeId)
  const [openId, setOpenId] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const active = Math.max(
    0,
    excerpts.findIndex(({ id }) => id === activeId),
  )
  const here = excerpts[active]
  const stand = (id: string) => {
    setActiveId(id)
    keepPlace(list, { activeId: id })
  }
  const go = (index: number) => {
    const next = Math.max(0, Math.min(excerpts.length - 1, index))
    const excerpt = excerpts[next]
    if (!excerpt) return
    stand(excerpt.id)
    rows.scrollToIndex(next)
    if (next > excerpts.length - NEAR) onNearEnd()
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus({ preventScroll: true }),
    )
  }
  const open = (excerpt: Excerpt | undefined) => {
    if (!excerpt) return
    stand(excerpt.id)
    void navigate({ to: '/items/$id', params: { id: excerpt.itemId }, search: { excerpt: excerpt.id } })
  }
  const ids = excerpts.map(({ id }) => id)
  const move = (step: 1 | -1) => {
    const other = excerpts[active + step]
    const before = here && other && targetOf(ids, here.id, other.id)
    if (here && before !== undefined) void moveExcerpt(here.id, before)
  }
  useKeys([
    { key: 'j', name: 'key.move', run: () => go(active + 1) },
    { key: 'k', name: 'key.move', run: () => go(active - 1) },
    { key: 'x', name: 'collection.key.choose', run: () => here && onChoose(here) },
    { key: 'Enter', name: 'collection.key.open', run: () => open(here) },
    {
      key: ' ',
      name: 'collection.key.detail',
      run: () => setOpenId((was) => (here && was !== here.id ? here.id : null)),
    },
    ...(ordered
      ? ([
          { key: 'J', name: 'collection.key.order', run: () => move(1) },
          { key: 'K', name: 'collection.key.order', run: () => move(-1) },
        ] as const)
      : []),
    ...keysFor(here),
  ])
  const drop = (event: DragEvent, over: string) => {
    event.preventDefault()
    const before = dragged === null ? undefined : targetOf(ids, dragged, over)
    setDragged(null)
    if (dragged !== null && before !== undefined) void moveExcerpt(dragged, before)
  }
  const clickRow = (event: MouseEvent, excerpt: Excerpt) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, select')) return
    stand(excerpt.id)
  }
  return (
    <div
      className="scroll sheet-ground collection-list"
      id="collection"
      ref={box}
      onScroll={() => {
        keepPlace(list, { offset: box.current?.scrollTop ?? 0 })
        const last = rows.getVirtualItems().at(-1)
        if (last && last.index > excerpts.length - NEAR) onNearEnd()
      }}
    >
      <div
        role="grid"
        aria-label={t('collection.label')}
        aria-rowcount={total}
        aria-multiselectable="true"
        className="list-room"
        style={{ blockSize: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const excerpt = excerpts[index]
          if (!excerpt) return null
          const isHere = index === active
          const classes = [
            'collection-row',
            excerpt.anchoring === 'held' ? '' : 'astray',
            dragged === excerpt.id ? 'dragged' : '',
          ]
          return (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={chosen.has(excerpt.id)}
              {...(isHere ? { 'aria-current': true as const } : {})}
              tabIndex={isHere ? 0 : -1}
              className={classes.join(' ')}
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => clickRow(event, excerpt)}
              onFocus={() => stand(excerpt.id)}
              onDoubleClick={() => open(excerpt)}
              {...(ordered && dragged !== null
                ? {
                    onDragOver: (event: DragEvent) => event.preventDefault(),
                    onDrop: (event: DragEvent) => drop(event, excerpt.id),
                  }
                : {})}
            >
              <CollectionRow
                excerpt={excerpt}
                number={ordered ? index + 1 : null}
                chosen={chosen.has(excerpt.id)}
                onChoose={() => onChoose(excerpt)}
              >
                <p className="row-acts small">
                  <button type="button" className="link" tabIndex={isHere ? 0 : -1} onClick={() => open(excerpt)}>
                    {t('collection.open')}
                  </button>
                  <button
                    type="button"
                    className="link"
                    tabIndex={isHere ? 0 : -1}
                    aria-expanded={openId === excerpt.id}
                    onClick={() => setOpenId((was) => (was === excerpt.id ? null : excerpt.id))}
                  >
                    {t('collection.detail')}
                  </button>
                  {ordered && (
                    <span
                      className="handle q"
                      draggable
                      title={t('collection.drag')}
                      onDragStart={(event) => {
                        event.dataTransfer.effectAllowed = 'move'
                        event.dataTransfer.setData('text/plain', excerpt.printed)
                        setDragged(excerpt.id)
                      }}
                      onDragEnd={() => setDragged(null)}
                    >
                      <Icon name="facets" />
                      {t('collection.handle')}
                    </span>
                  )}
                </p>
                {openId === excerpt.id && <CollectionDetail excerpt={excerpt} />}
              </CollectionRow>
            </div>
          )
        })}
      </div>
    </div>
  )
}
