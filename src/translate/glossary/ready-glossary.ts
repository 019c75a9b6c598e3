// In: the records and a direction. Out: the glossary, ready. Kept as long as nobody changes a term, and given back when nobody
// asks for a while: a person who goes from sentence to sentence does not wait for ten thousand terms each time.

import type { Db } from '../../store/db.ts'
import { readGlossaryStamp } from '../../store/glossary-history.ts'
import { openGlossary, type Glossary } from './apply-glossary.ts'
import { loadGlossary } from './keep-glossary.ts'

const IDLE_MS = 60_000
/** Directions that are kept at once. */
const MOST_KEPT = 20

type Kept = {
  readonly stamp: number
  readonly directions: Map<string, Promise<Glossary>>
  readonly leave: NodeJS.Timeout
}

const kept = new WeakMap<Db, Kept>()

export async function readyGlossary(db: Db, { from, to }: { from: string; to: string }): Promise<Glossary> {
  const { directions } = keptAt(db, await readGlossaryStamp(db))
  const key = `${from}>${to}`
  const known = directions.get(key)
  if (known) return known
  if (directions.size === MOST_KEPT) directions.clear()
  const made = loadGlossary(db).then((terms) => openGlossary(terms, from, to))
  directions.set(key, made)
  made.catch(() => directions.delete(key))
  return made
}

function keptAt(db: Db, stamp: number): Kept {
  const known = kept.get(db)
  if (known?.stamp === stamp) {
    known.leave.refresh()
    return known
  }
  clearTimeout(known?.leave)
  const fresh: Kept = { stamp, directions: new Map(), leave: setTimeout(() => kept.delete(db), IDLE_MS).unref() }
  kept.set(db, fresh)
  return fresh
}
