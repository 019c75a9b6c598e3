// The list of items as a grid. One row has the focus; j and k move it.

import { memo, useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { ItemRow } from '../../server/shapes/item.ts'
import type { TitleOrder } from '../parts/shown-title.ts'
import { sayLongDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { triageOf } from '../triage/triage-deeds.ts'
import { ItemLine } from './item-row.tsx'
import { isUnread } from './item-state.tsx'
import { layLines, type ListLine } from './list-lines.ts'
import { useVirtualLines } from './use-virtual-lines.ts'

export type ItemGridProps = {
  label: string
  items: readonly ItemRow[]
  /** How many stand before the first of `items`, and how many there are in all. */
  before: number
  total: number
  /** Index into `items`. */
  active: number
  asPrinted: boolean
  titles: TitleOrder
  /** What the desk translates into. */
  translateTo: string
  onActive: (index: number) => void
  onOpen: (item: ItemRow) => void
  onNearStart: () => void
  onNearEnd: () => void
  /** The name its place is kept under. */
  list: string
}

const NEAR = 40

/** Moves the focus with the active row, but never takes it out of a field or another part of the desk. */
function useFocusFollows(active: string | undefined, box: { current: HTMLDivElement | null }) {
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    const [before, held] = [last.current, document.activeElement]
    last.current = active
    if (before === active || before === undefined) return
    if (held !== document.body && !box.current?.contains(held)) return
    const frame = requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [active, box])
}

const rowClass = (item: ItemRow) =>
  `row${isUnread(item) ? '' : ' seen'}${triageOf(item).state === 'skipped' ? ' skipped' : ''}`

type LineProps = {
  line: ListLine
  index: number
  start: number
  rowIndex: number
  active: boolean
  asPrinted: boolean
  titles: TitleOrder
  translateTo: string
  measure: (element: Element | null) => void
  onActive: (index: number) => void
  onOpen: (item: ItemRow) => void
}

const Line = memo(function Line(props: LineProps) {
  const { line, index, start, active, measure } = props
  const at = { transform: `translateY(${start}px)` }
  if (line.kind === 'day')
    return (
      <div data-index={index} ref={measure} className="day" role="row" style={at}>
        <div role="gridcell" aria-colspan={5}>
          <h2>{sayLongDay(line.at)}</h2>
        </div>
      </div>
    )
  const openOn = (event: KeyboardEvent | MouseEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.shiftKey
    if (modified || event.defaultPrevented || (event.target instanceof Element && event.target.closest('a'))) return
    props.onOpen(line.item)
  }
  return (
    <div
      data-index={index}
      ref={measure}
      style={at}
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={active}
      tabIndex={active ? 0 : -1}
      className={rowClass(line.item)}
      onFocus={() => props.onActive(line.index)}
      onClick={openOn}
    >
      <ItemLine item={line.item} asPrinted={props.asPrinted} titles={props.titles} translateTo={props.translateTo} />
    </div>
  )
})

export function ItemGrid(props: ItemGridProps) {
  const { items, before, total, active, onNearStart, onNearEnd } = props
  const box = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => layLines(items), [items])
  const { rows, onScroll } = useVirtualLines(props.list, lines, box)
  const shown = rows.getVirtualItems()
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0]

  useEffect(() => {
    if (last > lines.length - NEAR) onNearEnd()
    else if (before > 0 && first < NEAR) onNearStart()
  }, [first, last, before, lines.length, onNearStart, onNearEnd])

  const activeKey = items[active]?.id
  const activeLine = lines.findIndex((line) => line.key === activeKey)
  const settled = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (settled.current !== activeKey && activeLine >= 0)
      rows.scrollToIndex(activeLine <= 1 ? 0 : activeLine, { align: 'auto' })
    settled.current = activeKey
  }, [activeKey, activeLine, rows])
  useFocusFollows(activeKey, box)

  const acts = useRef(props)
  useEffect(() => {
    acts.current = props
  })
  const onActive = useCallback((index: number) => acts.current.onActive(index), [])
  const onOpen = useCallback((item: ItemRow) => acts.current.onOpen(item), [])

  return (
    <div
      className="list scroll"
      ref={box}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total}
      onScroll={onScroll}
    >
      <div className="list-room" role="rowgroup" style={{ blockSize: rows.getTotalSize() }}>
        {shown.map((virtual) => {
          const line = lines[virtual.index]
          if (!line) return null
          return (
            <Line
              key={virtual.key}
              line={line}
              index={virtual.index}
              start={virtual.start}
              rowIndex={line.kind === 'item' ? before + line.index + 1 : 0}
              active={line.kind === 'item' && line.index === active}
              asPrinted={props.asPrinted}
              titles={props.titles}
              translateTo={props.translateTo}
              measure={rows.measureElement}
              onActive={onActive}
              onOpen={onOpen}
            />
          )
        })}
      </div>
      {before + items.length >= total && items.length > 0 && <p className="list-end q small">{t('list.end')}</p>}
    </div>
  )
}
