// The boundary between two blocks: dragged with the mouse, moved with the arrow keys, taken away with Delete.

import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { t } from '../text/t.ts'
import type { Step } from './edit-blocks.ts'

type BlockBoundaryProps = {
  above: string
  below: string
  line: number
  lines: readonly [first: number, last: number]
  /** The words after it, said to those who do not see it. */
  words: string
  onStep: (step: Step) => void
  onDrop: (offset: number) => void
  onRemove: () => void
}

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'line-up',
  ArrowDown: 'line-down',
  ArrowLeft: 'word-back',
  ArrowRight: 'word-on',
}

/** The line of the text under the pointer, as an offset in the file. */
function offsetUnder(x: number, y: number): number | null {
  const line = document
    .elementsFromPoint(x, y)
    .find((element) => element instanceof HTMLElement && element.dataset['offset'])
  return line instanceof HTMLElement ? Number(line.dataset['offset']) : null
}

export function BlockBoundary({ above, below, line, lines, words, onStep, onDrop, onRemove }: BlockBoundaryProps) {
  const [dragging, setDragging] = useState(false)
  const target = useRef<number | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
    if (step === undefined) onRemove()
    else onStep(step)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (dragging) target.current = offsetUnder(event.clientX, event.clientY) ?? target.current
  }
  const end = () => {
    setDragging(false)
    if (target.current !== null) onDrop(target.current)
    target.current = null
  }
  return (
    <div
      className={dragging ? 'boundary dragging' : 'boundary'}
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('edit.boundary', { above, below })}
      aria-valuenow={line}
      aria-valuemin={lines[0]}
      aria-valuemax={lines[1]}
      aria-valuetext={t('edit.boundary.at', { line, words })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragging(true)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={() => setDragging(false)}
    >
      <i aria-hidden="true" />
    </div>
  )
}
