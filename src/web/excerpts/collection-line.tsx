// One line of the list of excerpts: where it stands in the grid, what a pointer does to it, and its detail when opened.

import type { DragEvent, MouseEvent } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'
import { CollectionDetail } from './collection-detail.tsx'
import { CollectionRow } from './collection-row.tsx'
import type { Arranging } from './use-arranging.ts'

type LineProps = {
  excerpt: Excerpt
  index: number
  /** How far down the list it begins, in pixels. */
  start: number
  measure: (line: Element | null) => void
  isHere: boolean
  isChosen: boolean
  isDetailed: boolean
  /** null = the list has no order of its own. */
  arranging: Arranging | null
  onStand: () => void
  onOpen: () => void
  onChoose: () => void
  onDetail: () => void
}

function Handle({ excerpt: { id, printed }, arranging }: { excerpt: Excerpt; arranging: Arranging }) {
  return (
    <span
      className="handle q"
      draggable
      title={t('collection.drag')}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', printed)
        arranging.drag(id)
      }}
      onDragEnd={arranging.letGo}
    >
      <Icon name="facets" />
      {t('collection.handle')}
    </span>
  )
}

function LineActs({ excerpt, isHere, isDetailed, arranging, onOpen, onDetail }: LineProps) {
  const tabIndex = isHere ? 0 : -1
  return (
    <p className="row-acts small">
      <button type="button" className="link" tabIndex={tabIndex} onClick={onOpen}>
        {t('collection.open')}
      </button>
      <button type="button" className="link" tabIndex={tabIndex} aria-expanded={isDetailed} onClick={onDetail}>
        {t('collection.detail')}
      </button>
      {arranging && <Handle excerpt={excerpt} arranging={arranging} />}
    </p>
  )
}

/** What lets another line be let go over this one, while one is on its way. */
function dropHandlers(id: string, arranging: Arranging | null) {
  if (!arranging || arranging.dragged === null) return {}
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      arranging.dropOver(id)
    },
  }
}

const classesOf = ({ excerpt: { id, anchoring }, arranging }: LineProps): string =>
  ['collection-row', anchoring === 'held' ? '' : 'astray', arranging?.dragged === id ? 'dragged' : ''].join(' ')

const isOnControl = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('a, button, input, select') !== null

export function CollectionLine(props: LineProps) {
  const { excerpt, index, start, measure, isHere, isChosen, isDetailed, arranging, onStand, onOpen, onChoose } = props
  return (
    <div
      data-index={index}
      ref={measure}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      {...(isHere ? { 'aria-current': true as const } : {})}
      tabIndex={isHere ? 0 : -1}
      className={classesOf(props)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => !isOnControl(event) && onStand()}
      onFocus={onStand}
      onDoubleClick={onOpen}
      {...dropHandlers(excerpt.id, arranging)}
    >
      <CollectionRow excerpt={excerpt} number={arranging && index + 1} chosen={isChosen} onChoose={onChoose}>
        <LineActs {...props} />
        {isDetailed && <CollectionDetail excerpt={excerpt} />}
      </CollectionRow>
    </div>
  )
}
