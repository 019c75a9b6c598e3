// The letters of a block as they were brought in, line by line, with what the checks found in them.

import { Fragment, type ReactNode } from 'react'
import { showControls } from '../parts/outside.tsx'
import { t } from '../text/t.ts'
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
  for (const place of here.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(start, place.start), Math.min(end, place.end)]
    if (from < at) continue
    pieces.push(
      <Fragment key={`t${at}`}>{showControls(text.slice(at - start, from - start))}</Fragment>,
      <a
        key={`${place.index} ${from}`}
        href={`#finding-${place.index}`}
        data-place={place.index}
        className={`found ${place.severity}${marks.current === place.index ? ' here' : ''}`}
        title={t(`severity.${place.severity}`)}
        onClick={(event) => {
          event.preventDefault()
          marks.onFinding(place.index)
        }}
      >
        {showControls(text.slice(from - start, to - start))}
      </a>,
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
