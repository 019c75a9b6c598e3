import type { Check } from './check.ts'
import { headingLine } from './parts/headings.ts'
import { lineSpan } from './parts/lines.ts'

/** As for the sources. */
export const notesHeadingMissing: Check = {
  id: 'notes-heading-missing',
  group: 'structure',
  severity: 'warning',
  looksAt: 'What stands above the first note',
  why: 'No heading “Notes:” stands above the first note.',
  mend: 'Put “Notes:” above it.',
  example: { bad: { notesHeading: '' }, good: {} },
  find(context) {
    const first = context.document.notes[0]?.paragraphs[0]
    if (first === undefined || headingLine(context, 'notes')) return []
    const line = lineSpan(context.text, first.start)
    const label = /^\s*\[[ivxl]+\]/u.exec(context.text.slice(line.start, line.end))
    return [label ? { start: line.start, end: line.start + label[0].length } : first]
  },
}
