// The virtual list: only the lines in sight are in the page. When pages come or go above, the line that is being looked
// at stays where it is.

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { keepPlace, readPlace } from '../lists/place.ts'
import type { ListLine } from './list-lines.ts'

type Box = RefObject<HTMLDivElement | null>
type Rows = Virtualizer<HTMLDivElement, Element>

const remInPx = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

function estimate(line: ListLine | undefined, rem: number): number {
  if (line?.kind === 'day') return 2.125 * rem
  if (window.innerWidth <= 560) return 8 * rem
  return (document.documentElement.dataset['density'] === 'tight' ? 2 : 3.5) * rem
}

/** Holds the first item in sight in its place when the lines above it change. */
function useAnchor(lines: readonly ListLine[], rows: Rows, box: Box) {
  const anchor = useRef<{ key: string; delta: number } | null>(null)
  const first = lines.find((line) => line.kind === 'item')?.key
  const drop = () => {
    const top = box.current?.scrollTop ?? 0
    const seen = rows.getVirtualItems().find((item) => item.end > top && lines[item.index]?.kind === 'item')
    anchor.current = seen ? { key: String(seen.key), delta: top - seen.start } : null
  }
  useLayoutEffect(() => {
    const held = anchor.current
    const index = held === null ? -1 : lines.findIndex((line) => line.key === held.key)
    const start = rows.measurementsCache[index]?.start
    if (held !== null && start !== undefined && box.current) box.current.scrollTop = start + held.delta
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when the list begins with another item
  }, [first])
  return drop
}

export function useVirtualLines(list: string, lines: readonly ListLine[], box: Box) {
  const rem = useRef(0)
  const getItemKey = useCallback((index: number) => lines[index]?.key ?? index, [lines])
  // oxlint-disable-next-line react/incompatible-library -- its answers stay with the caller, which is not memoised
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimate(lines[index], (rem.current ||= remInPx())),
    getItemKey,
    overscan: 8,
    initialOffset: () => readPlace(list).offset,
    initialMeasurementsCache: readPlace(list).measured,
  })
  useEffect(() => () => keepPlace(list, { measured: rows.measurementsCache }), [list, rows])
  const drop = useAnchor(lines, rows, box)
  const onScroll = () => {
    drop()
    keepPlace(list, { offset: box.current?.scrollTop ?? 0 })
  }
  return { rows, onScroll }
}
