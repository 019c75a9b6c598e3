import type { Check } from './check.ts'

/** A note that nothing leads to was moved, or its sentence was cut. */
export const noteWithoutMarker: Check = {
  id: 'note-without-marker',
  group: 'notes',
  severity: 'error',
  looksAt: 'Notes, against the markers in the analysis',
  why: 'No marker in the analysis leads to this note.',
  mend: 'Put the marker where the note belongs, or take the note out.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands. The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.',
    },
    good: {},
  },
  find: ({ document }) => {
    const markers = new Set(document.markers)
    return document.notes.flatMap(({ label, paragraphs: [first] }) =>
      markers.has(label) || first === undefined ? [] : [first],
    )
  },
}
