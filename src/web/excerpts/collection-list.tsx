// The list of excerpts as a grid of any length: only the rows in sight are in the page.
// One row has the focus; j and k move it. In a basket rows are moved by their handle, or by J and K.

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { keepPlace, readPlace } from '../lists/place.ts'
import { useKeys, type KeyBinding } from '../shell/keys.ts'
import { t } from '../text/t.ts'
import { CollectionLine } from './collection-line.tsx'
import { useArranging, type Arranging } from './use-arranging.ts'
import { useStanding, type Standing } from './use-standing.ts'

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

function useRows({ list, excerpts, onNearEnd }: ListProps) {
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
  const fetchNear = (index: number) => index > excerpts.length - NEAR && onNearEnd()
  const show = (index: number) => {
    rows.scrollToIndex(index)
    fetchNear(index)
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus({ preventScroll: true }),
    )
  }
  const keepScroll = () => {
    keepPlace(list, { offset: box.current?.scrollTop ?? 0 })
    const last = rows.getVirtualItems().at(-1)
    if (last) fetchNear(last.index)
  }
  return { box, rows, show, keepScroll }
}

/** Which excerpt shows all that is known of it; one at a time. */
function useDetailed() {
  const [detailed, setDetailed] = useState<string | null>(null)
  return { detailed, onDetail: (id: string) => setDetailed((was) => (was === id ? null : id)) }
}

type Stood = { standing: Standing; arranging: Arranging } & ReturnType<typeof useDetailed>

function useListKeys({ excerpts, ordered, onChoose, keysFor }: ListProps, { standing, arranging, onDetail }: Stood) {
  const { active, here, step, open } = standing
  const move = (by: 1 | -1) => {
    const other = excerpts[active + by]
    if (here && other) arranging.put(here.id, other.id)
  }
  const orderKeys = [
    { key: 'J', name: 'collection.key.order', run: () => move(1) },
    { key: 'K', name: 'collection.key.order', run: () => move(-1) },
  ] as const
  useKeys([
    { key: 'j', name: 'key.move', run: () => step(1) },
    { key: 'k', name: 'key.move', run: () => step(-1) },
    { key: 'x', name: 'collection.key.choose', run: () => here && onChoose(here) },
    { key: 'Enter', name: 'collection.key.open', run: () => here && open(here) },
    { key: ' ', name: 'collection.key.detail', run: () => here && onDetail(here.id) },
    ...(ordered ? orderKeys : []),
    ...keysFor(here),
  ])
}

type LinesProps = ListProps & Stood & { inSight: readonly VirtualItem[]; measure: (line: Element | null) => void }

function Lines(props: LinesProps) {
  const { inSight, excerpts, ordered, chosen, onChoose, standing, arranging, detailed, onDetail, measure } = props
  return inSight.map(({ index, start, key }) => {
    const excerpt = excerpts[index]
    if (!excerpt) return null
    return (
      <CollectionLine
        key={key}
        excerpt={excerpt}
        index={index}
        start={start}
        measure={measure}
        isHere={index === standing.active}
        isChosen={chosen.has(excerpt.id)}
        isDetailed={detailed === excerpt.id}
        arranging={ordered ? arranging : null}
        onStand={() => standing.stand(excerpt.id)}
        onOpen={() => standing.open(excerpt)}
        onChoose={() => onChoose(excerpt)}
        onDetail={() => onDetail(excerpt.id)}
      />
    )
  })
}

export function CollectionList(props: ListProps) {
  const { list, excerpts, total } = props
  const { box, rows, show, keepScroll } = useRows(props)
  const stood = {
    standing: useStanding(list, excerpts, show),
    arranging: useArranging(excerpts.map(({ id }) => id)),
    ...useDetailed(),
  }
  useListKeys(props, stood)
  return (
    <div className="scroll sheet-ground collection-list" id="collection" ref={box} onScroll={keepScroll}>
      <div
        role="grid"
        aria-label={t('collection.label')}
        aria-rowcount={total}
        aria-multiselectable="true"
        className="list-room"
        style={{ blockSize: rows.getTotalSize() }}
      >
        <Lines {...props} {...stood} inSight={rows.getVirtualItems()} measure={rows.measureElement} />
      </div>
    </div>
  )
}
