// In: a reading and a language. Out: the translation to work on: of this very text, with what earlier texts of the page have
// words for.

import { noChanges } from '../domain/translation-history.ts'
import type { Db, Tx } from '../store/db.ts'
import type { StoredReading } from '../store/readings.ts'
import {
  addTranslation,
  findEarlierTranslation,
  findTranslationOf,
  reviseTranslation,
  type SavedTranslation,
  type StoredTranslation,
  type TranslationDraft,
} from '../store/translations.ts'
import { carryOver } from './carry-over.ts'
import { emptyDraft, isOfText } from './plan-translation.ts'

export type Footing = {
  /** What the records have of this reading; null = nothing. It may be of an older text. */
  readonly standing: StoredTranslation | null
  readonly draft: TranslationDraft
  /** What an earlier text gave; null = there is none, or it is taken over already. */
  readonly carried: { readonly carried: number; readonly leftOver: number } | null
}

export async function findFooting(db: Db, reading: StoredReading, to: string): Promise<Footing> {
  const standing = (await findTranslationOf(db, reading.id, to)) ?? null
  if (standing && isOfText(reading, standing)) return { standing, draft: standing, carried: null }
  const earlier = standing ?? (await findEarlierTranslation(db, reading, to))
  if (!earlier) return { standing, draft: emptyDraft(reading), carried: null }
  const { draft, carried, leftOver } = carryOver(reading, earlier)
  return { standing, draft, carried: { carried, leftOver } }
}

/** Puts on record what was carried over, or that a translation was begun. What stands is given back as it is. */
export async function saveFooting(
  tx: Tx,
  { standing, draft, carried }: Footing,
  reading: StoredReading,
  by: { readonly to: string; readonly signedBy: string; readonly now: number },
): Promise<StoredTranslation> {
  if (standing !== null && carried === null) return standing
  const { to, signedBy, now } = by
  const deed = carried === null ? 'made' : 'carried-over'
  const signature = { deed, signedBy, now, changes: { ...noChanges, ...carried } } as const
  const of = { readingId: reading.id, itemId: reading.itemId, from: reading.language ?? 'und', to }
  const saved =
    standing === null
      ? await addTranslation(tx, of, draft, signature)
      : await reviseTranslation(tx, standing.id, standing.revision, { ...draft, to }, signature)
  return currentOf(saved)
}

function currentOf(saved: SavedTranslation | undefined): StoredTranslation {
  if (!saved) throw new Error('a translation that was just saved is gone')
  return saved.kind === 'saved' ? saved.translation : saved.current
}
