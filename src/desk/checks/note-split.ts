import type { Check } from './check.ts'

/** After an empty line, nothing says that this is still the note. */
export const noteSplit: Check = {
  id: 'note-split',
  group: 'structure',
  severity: 'warning',
  looksAt: 'Notes',
  why: 'The note goes on in a new paragraph after these words.',
  mend: 'Join the paragraphs, or label the second.',
  example: {
    bad: {
      notes:
        '[i] The ferries of the north have always been built on the\n\nislands themselves. See: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
    good: {
      notes:
        '[i] The ferries of the north have always been built on the islands themselves. See: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024. https://northern-review.example/harbors-of-the-north/',
    },
  },
  find: ({ text, document }) =>
    document.notes.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((paragraph, index) => {
        const next = paragraphs[index + 1]
        if (next === undefined || !/\n\s*\n/u.test(text.slice(paragraph.end, next.start))) return []
        const tail = /(?:\S+\s+){0,5}\S+\s*$/u.exec(
          text.slice(Math.max(paragraph.start, paragraph.end - 80), paragraph.end),
        )
        return [{ start: paragraph.end - (tail?.[0].length ?? 0), end: paragraph.end }]
      }),
    ),
}
