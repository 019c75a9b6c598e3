// An agreed name or term: what it is called in each language, and what it must not be called.

import { primaryOf } from '../../lib/primary-of.ts'

export type TermKind = 'person' | 'organisation' | 'place' | 'other'

export type TermName = {
  /** BCP 47. */
  readonly language: string
  readonly text: string
  /** `agreed` is what we write; `admitted` may stand; `forbidden` must not. */
  readonly status: 'agreed' | 'admitted' | 'forbidden'
}

export type GlossaryTerm = {
  /** What stays the same when the names change: given by the file, or made of the first agreed name. */
  readonly key: string
  readonly kind: TermKind
  readonly names: readonly TermName[]
  readonly note: string | null
}

export const termKinds: readonly TermKind[] = ['person', 'organisation', 'place', 'other']

/** Whether two tags are of one language: `en-GB` is English, and `zh-Hant` Chinese. */
export function isLanguage(tag: string, wanted: string): boolean {
  return primaryOf(tag) === primaryOf(wanted)
}
