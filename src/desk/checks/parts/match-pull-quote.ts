// The pull quote against the excerpts of its article: read once, told by three checks.

import type { CheckDocument } from '../check.ts'
import { matchQuotation, type Match } from './match-quotation.ts'
import { excerptTexts } from './quotation-texts.ts'

const known = new WeakMap<CheckDocument['document'], Match>()

/** How the pull quote stands in the excerpts; `same` where there is none, or nothing to compare it with. */
export function matchPullQuote(context: CheckDocument): Match {
  const done = known.get(context.document)
  if (done) return done
  const { pullQuote } = context.document
  const texts = excerptTexts(context)
  const match: Match =
    pullQuote === null || texts.length === 0
      ? { kind: 'same' }
      : matchQuotation(context.text.slice(pullQuote.start, pullQuote.end), texts)
  known.set(context.document, match)
  return match
}
