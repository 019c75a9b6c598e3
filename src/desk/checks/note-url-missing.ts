import type { Check } from './check.ts'
import { noteCitations } from './parts/note-citations.ts'

/** Notes cite what is on the web like sources do. Journal pages and press are; a book (title without marks) is not asked. */
export const noteUrlMissing: Check = {
  id: 'note-url-missing',
  group: 'citation',
  severity: 'warning',
  looksAt: 'Works cited in notes: quoted title, outlet, date',
  why: 'The note cites a work that can be read on the web, and gives no address.',
  mend: 'Put the address of the work after its date.',
  example: {
    bad: {
      notes:
        '[i] For more on the ferries of the north, see: Jane Roe, “Harbors of the North,” Northern Review, 12 January 2024.',
    },
    good: {},
  },
  find: (context) =>
    noteCitations(context)
      .filter(({ url, date }) => url === null && date !== null)
      .map(({ span }) => span),
}
