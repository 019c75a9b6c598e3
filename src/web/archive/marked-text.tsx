// A printed piece with what was found in it: findings are underlined and lead to their words beside; note markers jump.

import { Fragment, type MouseEvent, type ReactNode } from 'react'
import type { Printed } from '../../domain/article.ts'
import { showControls } from '../parts/outside.tsx'
import { t } from '../text/t.ts'
import { FoundLink } from './found-link.tsx'
import { placeMarks, type FileText, type FindingPlace } from './place-marks.ts'

export type PageMarks = {
  readonly file: FileText
  readonly places: readonly FindingPlace[]
  /** Labels of the notes that are there. */
  readonly labels: ReadonlySet<string>
  /** The finding that is stood on. */
  readonly current: number | null
  readonly onFinding: (index: number) => void
}

/** Goes to an element of the page and gives it the focus; the address stays as it is. */
export function jumpTo(event: MouseEvent | null, id: string) {
  event?.preventDefault()
  const target = document.getElementById(id)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}

type MarkedProps = {
  printed: Printed
  marks: PageMarks
  /** Whether markers of notes stand in it. */ withNotes?: boolean
}

export function MarkedText({ printed, marks, withNotes = false }: MarkedProps) {
  const { file, places, labels, current, onFinding } = marks
  const pieces: ReactNode[] = []
  let at = 0
  for (const mark of placeMarks(printed, file, places, withNotes ? labels : undefined)) {
    pieces.push(<Fragment key={`t${at}`}>{showControls(printed.text.slice(at, mark.from))}</Fragment>)
    const words = printed.text.slice(mark.from, mark.to)
    if (mark.kind === 'marker') {
      pieces.push(
        <a
          key={mark.from}
          id={`marker-${mark.label}`}
          className="note-marker"
          href={`#note-${mark.label}`}
          aria-label={t('article.toNote', { label: mark.label })}
          onClick={(event) => jumpTo(event, `note-${mark.label}`)}
        >
          {words}
        </a>,
      )
    } else {
      pieces.push(
        <FoundLink key={mark.from} places={mark.places} current={current} onFinding={onFinding}>
          {showControls(words)}
        </FoundLink>,
      )
    }
    at = mark.to
  }
  pieces.push(<Fragment key={`t${at}`}>{showControls(printed.text.slice(at))}</Fragment>)
  return <bdi dir="auto">{pieces}</bdi>
}
