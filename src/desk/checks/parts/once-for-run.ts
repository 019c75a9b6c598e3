// What is counted over a whole run is counted once for it, not once a document.

import type { CheckDocument } from '../check.ts'

type All = readonly CheckDocument[]

/** `compute`, remembering its answer for as long as the run's list of documents lives. */
export function onceForRun<T>(compute: (all: All) => T): (all: All) => T {
  const answers = new WeakMap<All, { readonly answer: T }>()
  return (all) => {
    const known = answers.get(all)
    if (known) return known.answer
    const answer = compute(all)
    answers.set(all, { answer })
    return answer
  }
}
