// The glossary in the records: read whole, changed term by term. Every change is a deed that can be taken back.

import { z } from 'zod'
import type { Db } from '../../store/db.ts'
import {
  findNamesakes,
  isSameTerm,
  listTerms,
  newGlossaryDeed,
  removeTerm,
  removeTerms,
  saveTerm,
  saveTerms,
  type GlossaryDeedId,
  type GlossarySignature,
  type StoredTerm,
} from '../../store/glossary.ts'
import { listChangesOf, markUndone } from '../../store/glossary-history.ts'
import { termKinds, type GlossaryTerm } from './glossary-term.ts'

const namesShape = z.array(
  z.object({ language: z.string(), text: z.string(), status: z.enum(['agreed', 'admitted', 'forbidden']) }),
)

export function readTerm({ key, kind, names, note }: StoredTerm): GlossaryTerm {
  const known = termKinds.find((one) => one === kind) ?? 'other'
  return { key, kind: known, names: namesShape.parse(JSON.parse(names)), note }
}

export const storeTerm = (term: GlossaryTerm): StoredTerm => ({ ...term, names: JSON.stringify(term.names) })

export async function loadGlossary(db: Db): Promise<GlossaryTerm[]> {
  return (await listTerms(db)).map(readTerm)
}

export type Signed = { readonly signedBy: string; readonly now: number }

/** Begins a deed: what is changed under it is taken back together. */
export const beginDeed = ({ signedBy, now }: Signed): GlossarySignature => ({
  deedId: newGlossaryDeed(now),
  signedBy,
  now,
})

/**
 * Adds a term or changes the one of its key.
 *
 * @param expected the revision that the change was made on, null = there was none; absent = whatever there is
 * @returns the deed; null, and nothing is kept, when there is another revision by now
 */
export async function keepTerm(
  db: Db,
  term: GlossaryTerm,
  by: Signed,
  expected?: number | null,
): Promise<GlossaryDeedId | null> {
  const deed = beginDeed(by)
  return (await saveTerm(db, storeTerm(term), deed, expected)) ? deed.deedId : null
}

export type TermDropped =
  | { readonly kind: 'dropped'; readonly deedId: GlossaryDeedId }
  | { readonly kind: 'none' }
  | { readonly kind: 'stale' }

export async function dropTerm(db: Db, key: string, by: Signed, expected?: number): Promise<TermDropped> {
  const deed = beginDeed(by)
  const was = await removeTerm(db, key, deed, expected)
  if (was === undefined) return { kind: 'none' }
  return was === 'stale' ? { kind: 'stale' } : { kind: 'dropped', deedId: deed.deedId }
}

/** Takes a deed back. What somebody changed since stays as it is, and is counted. Undefined: there is no such deed. */
export async function undoGlossaryDeed(
  db: Db,
  deedId: GlossaryDeedId,
  by: Signed,
): Promise<{ undone: number; left: number; deedId: GlossaryDeedId } | undefined> {
  const changes = await listChangesOf(db, deedId)
  if (changes.length === 0) return undefined
  const deed = beginDeed(by)
  const known = new Map((await listTerms(db)).map((term) => [term.key, term]))
  const mine = changes.filter(({ key, after, isUndone }) => !isUndone && isSameTerm(known.get(key) ?? null, after))
  await saveTerms(
    db,
    mine.flatMap(({ key, before }) => (before === null ? [] : [{ term: before, before: known.get(key) }])),
    deed,
  )
  await removeTerms(
    db,
    mine.flatMap(({ key, before }) => (before === null ? (known.get(key) ?? []) : [])),
    deed,
  )
  await markUndone(db, deedId)
  return { undone: mine.length, left: changes.length - mine.length, deedId: deed.deedId }
}

export type Namesake = { readonly language: string; readonly text: string; readonly key: string }

/** Names of a term that another term has too: a text could then mean either. */
export async function listNamesakes(db: Db, term: GlossaryTerm): Promise<Namesake[]> {
  const found: Namesake[] = []
  for (const { language, text, status } of term.names) {
    if (status === 'forbidden') continue
    for (const { key } of await findNamesakes(db, { language, text }, term.key)) found.push({ language, text, key })
  }
  return found
}
