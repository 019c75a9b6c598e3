import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const marker = /(?:\S{1,20}\s?)?\[(?<label>[ivxl]{1,7})\]/gu

/** The reader looks down and finds nothing. */
export const markerWithoutNote: Check = {
  id: 'marker-without-note',
  group: 'notes',
  severity: 'error',
  looksAt: 'Markers in the analysis, against the notes',
  why: 'No note has this label.',
  mend: 'Add the note, or take the marker out.',
  example: {
    bad: { notes: '' },
    good: {},
  },
  find: (context) => {
    const labels = new Set(context.document.notes.map(({ label }) => label))
    return findInProse(passagesIn(context, 'body', 'summary'), marker, ({ groups }) =>
      labels.has(groups?.['label'] ?? '') ? null : {},
    )
  },
}
