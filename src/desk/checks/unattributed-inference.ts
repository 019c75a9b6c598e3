import type { Check } from './check.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const certain =
  /\b(?:[Tt]his(?: much)? is obvious|[Ii]t is (?:obvious|self-evident|undeniable|beyond doubt|no secret)(?: that)?|could(?: have)? only(?: have)? been(?: possible)?|[Tt]here (?:is|can be) no doubt|[Uu]ndoubtedly|[Ww]ithout (?:a )?doubt|[Nn]eedless to say|[Oo]bviously|[Cc]learly,|[Ee]veryone knows|[Oo]f course,|must have been)\b/gu

/** A judgement says how likely and on what it rests. */
export const unattributedInference: Check = {
  id: 'unattributed-inference',
  group: 'repost',
  severity: 'information',
  looksAt: 'Analysis and commentary; not excerpts',
  why: 'An inference is stated as a fact.',
  mend: 'Say who infers it, how likely it is, and from what.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town of Lindholm opened a ferry line to the islands.[i] This could have only been possible with the help of the farmers. The town council expects the line to shorten the way to the hospital for people who live on the islands.',
    },
    good: {},
  },
  find: (context) => findInProse(passagesIn(context, 'body', 'summary'), certain),
}
