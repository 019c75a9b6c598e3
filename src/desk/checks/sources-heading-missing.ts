import type { Check } from './check.ts'
import { headingLine } from './parts/headings.ts'

/** The heading is what tells a reader, and a machine, that analysis ends and sources begin. */
export const sourcesHeadingMissing: Check = {
  id: 'sources-heading-missing',
  group: 'structure',
  severity: 'warning',
  looksAt: 'What stands above the first citation',
  why: 'No heading “Sources:” separates the analysis from its sources.',
  mend: 'Put “Sources:” above the first citation.',
  example: { bad: { sourcesHeading: '' }, good: {} },
  find(context) {
    const [first] = context.document.sources
    const line = first?.citation[0]
    return line === undefined || headingLine(context, 'sources') ? [] : [line]
  },
}
