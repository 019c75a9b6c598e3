import type { Check } from './check.ts'
import { placeOfProblem } from './parts/mark-places.ts'
import { passagesIn } from './parts/passages.ts'
import { pairMarks } from './parts/quote-marks.ts'

/** Speech opened or closed outside the cut: nobody can tell any more where it ends. */
export const quoteUnbalancedExcerpt: Check = {
  id: 'quote-unbalanced-excerpt',
  group: 'quotes',
  severity: 'information',
  looksAt: 'Paragraphs of excerpts',
  why: 'The quotation marks of the excerpt do not pair.',
  mend: 'Look at the original, and put the mark where the speech begins or ends.',
  example: {
    bad: {
      excerpt:
        'Both ferries are ready,” the town council said on Monday. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        '“Both ferries are ready,” the town council said on Monday. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => {
    const paragraphs = passagesIn(context, 'excerpt')
    return paragraphs.flatMap((paragraph, index) => {
      const next = paragraphs[index + 1]
      // Speech over several paragraphs opens each and closes only the last.
      const goesOn = next !== undefined && next.of === paragraph.of && /^\s*[“"]/u.test(next.prose)
      return pairMarks(paragraph.prose)
        .problems.filter(({ kind, mark }) => (kind === 'unclosed' && mark !== '‘' && !goesOn) || kind === 'unopened')
        .map((problem) => placeOfProblem(paragraph, problem))
    })
  },
}
