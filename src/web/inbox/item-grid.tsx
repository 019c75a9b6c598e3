// The virtual list: only the lines in sight are in the page. One row has the focus; j and k move it.

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { ItemRow } from '../../server/shapes/item.ts'
import { sayLongDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { ItemLine } from './item-row.tsx'
import { layLines, type ListLine } from './list-lines.ts'
import { keepPlace, readPlace } from '../lists/place.ts'
import { useSeen } from './seen.ts'

export type ItemGridProps = {
  label: string
  items: readonly ItemRow[]
  total: number
  /** Index into `items`. */
  active: number
  asPrinted: boolean
  onActive: (index: number) => void
  onOpen: (item: ItemRow) => void
  onNearEnd: () => void
  /** The name its place is kept under. */
  list: string
}

const remInPx = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

function estimate(line: ListLine | undefined): number {
  if (line?.kind === 'day') return 2.125 * remInPx()
  if (window.innerWidth <= 560) return 8 * remInPx()
  return (document.documentElement.dataset['density'] === 'tight' ? 2 : 3.5) * remInPx()
}

/** Moves the focus with the active row, but never takes it out of a field or another part of the desk. */
function useFocusFollows(active: number, box: { current: HTMLDivElement | null }) {
  const last = useRef(0)
  useEffect(() => {
    const [before, held] = [last.current, document.activeElement]
    last.current = active
    if (before === active) return
    if (held !== document.body && !box.current?.contains(held)) return
    const frame = requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [active, box])
}

export function ItemGrid({ label, items, total, active, asPrinted, onActive, onOpen, onNearEnd, list }: ItemGridProps) {
  const box = useRef<HTMLDivElement>(null)
  const seen = useSeen()
  const lines = useMemo(() => layLines(items), [items])
  // oxlint-disable-next-line react/incompatible-library -- its answers stay in this component, which is not memoised
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimate(lines[index]),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    initialOffset: () => readPlace(list).offset,
    initialMeasurementsCache: readPlace(list).measured,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => {
    if (last > lines.length - 40) onNearEnd()
  }, [last, lines.length, onNearEnd])

  const activeLine = lines.findIndex((line) => line.kind === 'item' && line.index === active)
  const settled = useRef(-1)
  useEffect(() => () => keepPlace(list, { measured: rows.measurementsCache }), [list, rows])
  useEffect(() => {
    if (settled.current !== activeLine && activeLine >= 0)
      rows.scrollToIndex(activeLine <= 1 ? 0 : activeLine, { align: 'auto' })
    settled.current = activeLine
  }, [activeLine, rows])
  useFocusFollows(active, box)

  const openOn = (item: ItemRow) => (event: KeyboardEvent | MouseEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.shiftKey
    if (modified || event.defaultPrevented || (event.target instanceof Element && event.target.closest('a'))) return
    onOpen(item)
  }

  return (
    <div
      className="list scroll"
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={total}
      onScroll={(event) => keepPlace(list, { offset: event.currentTarget.scrollTop })}
    >
      <div className="list-room" role="rowgroup" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map((virtual) => {
          const line = lines[virtual.index]
          if (!line) return null
          const at = { transform: `translateY(${virtual.start}px)` }
          if (line.kind === 'day') {
            return (
              <div
                key={virtual.key}
                data-index={virtual.index}
                ref={rows.measureElement}
                className="day"
                role="row"
                style={at}
              >
                <div role="gridcell" aria-colspan={5}>
                  <h2>{sayLongDay(line.at)}</h2>
                </div>
              </div>
            )
          }
          const isActive = line.index === active
          const unread = line.item.state === 'read' && !seen.has(line.item.id)
          return (
            <div
              key={virtual.key}
              data-index={virtual.index}
              ref={rows.measureElement}
              style={at}
              role="row"
              aria-rowindex={line.index + 1}
              aria-selected={isActive}
              tabIndex={isActive ? 0 : -1}
              className={unread ? 'row' : 'row seen'}
              onFocus={() => onActive(line.index)}
              onClick={openOn(line.item)}
            >
              <ItemLine item={line.item} seen={!unread} asPrinted={asPrinted} />
            </div>
          )
        })}
      </div>
      {items.length >= total && items.length > 0 && <p className="list-end q small">{t('list.end')}</p>}
    </div>
  )
}
