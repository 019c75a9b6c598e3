import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'
import { widen } from './parts/spans.ts'

const ellipsis = /\s?\[(?:…|\.\.\.)\]\s?|(?:\s?…\s?\.?|\s?\.{2,4})(?=(?<after>[\s\S]?))/gu

type Form = 'house' | 'glued' | 'with a full stop' | 'spaced after' | 'spaced on both sides' | 'in brackets' | 'of dots'

/** One way to show that words were left out; the first place of each other way in a document is shown. */
export const ellipsisMixed: Check = {
  id: 'ellipsis-mixed',
  group: 'run-in',
  severity: 'information',
  looksAt: 'Ellipses in quotations and excerpts',
  why: 'Omissions are marked in several ways.',
  mend: 'Use one form throughout.',
  example: {
    bad: {
      excerpt:
        'The town council said on Monday that both ferries are ready….The crews are trained… and rested. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      excerpt:
        'The town council said on Monday that both ferries are ready. The crews are trained. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => {
    const roles = ['title', 'pull-quote', 'summary', 'body', 'citation', 'excerpt', 'note'] as const
    const seen = new Set<Form>()
    return findInProse(passagesIn(context, ...roles), ellipsis, (match, { start }) => {
      const form = formOf(match[0], match.groups?.['after'] ?? '')
      if (form === 'house' || seen.has(form)) return null
      seen.add(form)
      const at = start + match.index
      return {
        ...widen(context.text, { start: at, end: at + match[0].length }),
        why: `Omissions are marked in several ways; this one is ${form}.`,
      }
    })
  },
}

/** At the end of a paragraph an ellipsis is simply that. */
function formOf(found: string, after: string): Form {
  if (found.includes('[')) return 'in brackets'
  if (!found.includes('…')) return 'of dots'
  if (found.endsWith('.')) return 'with a full stop'
  if (/\s$/u.test(found)) return /^\s/u.test(found) ? 'spaced on both sides' : 'spaced after'
  return /\p{L}/u.test(after) ? 'glued' : 'house'
}
