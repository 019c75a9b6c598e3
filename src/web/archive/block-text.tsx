// The letters of a block as they were brought in, line by line, with what the checks found in them.

import { Fragment, type ReactNode } from 'react'
import { showControls } from '../parts/outside.tsx'
import { FoundLink } from './found-link.tsx'
import type { PageMarks } from './marked-text.tsx'
import { splitTextLines } from './split-lines.ts'

type BlockTextProps = {
  start: number
  end: number
  /** Number of its first line in the file. */
  line: number
  marks: PageMarks
}

function lightLine(start: number, text: string, marks: PageMarks): ReactNode[] {
  const end = start + text.length
  const pieces: ReactNode[] = []
  let at = start
  const here = marks.places.filter((place) => place.end > start && place.start < end && place.end > place.start)
  for (const first of here.toSorted((a, b) => a.start - b.start)) {
    if (Math.max(start, first.start) < at) continue
    const places = here.filter((place) => place.start >= first.start && place.start < first.end)
    const from = Math.max(start, first.start)
    const to = Math.min(end, Math.max(...places.map((place) => place.end)))
    pieces.push(
      <Fragment key={`t${at}`}>{showControls(text.slice(at - start, from - start))}</Fragment>,
      <FoundLink key={from} places={places} current={marks.current} onFinding={marks.onFinding}>
        {showControls(text.slice(from - start, to - start))}
      </FoundLink>,
    )
    at = to
  }
  pieces.push(<Fragment key={`t${at}`}>{showControls(text.slice(at - start))}</Fragment>)
  return pieces
}

export function BlockText({ start, end, line, marks }: BlockTextProps) {
  const { file } = marks
  const lines = splitTextLines(file.text.slice(start - file.start, end - file.start), start, line)
  return (
    <div className="block-text">
      {lines.map((each) => (
        <p key={each.start} data-offset={each.start} data-line={each.number}>
          <bdi dir="auto">{each.text === '' ? '\u00a0' : lightLine(each.start, each.text, marks)}</bdi>
        </p>
      ))}
    </div>
  )
}
