// What helps a person to write a sentence: what the memory has for it, and the agreed terms that are in it.

import type { Db } from '../store/db.ts'
import type { StoredTranslation } from '../store/translations.ts'
import { readyGlossary } from './glossary/ready-glossary.ts'
import { findFuzzy, type MemoryMatch } from './memory/translation-memory.ts'
import type { Place } from './plan-change.ts'
import { saidAt, sourceAt } from './record-changes.ts'

export type SentenceAids = {
  /** The best first. What stands there already is none. */
  readonly matches: MemoryMatch[]
  readonly terms: {
    readonly key: string
    readonly printed: string
    readonly targets: string[]
    readonly forbidden: string[]
  }[]
}

/** Undefined: there is no such sentence. */
export async function findSentenceAids(
  db: Db,
  translation: StoredTranslation,
  place: Place,
): Promise<SentenceAids | undefined> {
  const said = saidAt(translation, place)
  if (!said) return undefined
  const source = sourceAt(translation, place)
  const { from, to } = translation
  const matches = source === '' ? [] : await findFuzzy(db, { from, to }, source, { limit: 6 })
  const found = (await readyGlossary(db, { from, to })).find(source)
  const terms = found.map(({ term, start, end, targets, forbidden }) => ({
    key: term.key,
    printed: source.slice(start, end),
    targets: [...targets],
    forbidden: [...forbidden],
  }))
  return {
    matches: matches.filter(({ target }) => target !== said.target).slice(0, 5),
    terms: [...new Map(terms.map((term) => [term.key, term])).values()],
  }
}
