// In: a reading that is new or was made again. Out: every excerpt of its page looked for in it, and what was found on record.
// Why the excerpt stays where it is: it rests on the version that was cited. Only a person moves it (decide-anchoring.ts).

import type { ExcerptCheck } from '../../domain/excerpt-history.ts'
import type { Anchoring } from '../../domain/excerpt.ts'
import type { ItemId } from '../../domain/feed.ts'
import { newId } from '../../domain/id.ts'
import type { Reading } from '../../domain/reading.ts'
import { findLatestCaptureId } from '../../store/captures.ts'
import type { Db, Tx } from '../../store/db.ts'
import { addCheck, listChecks } from '../../store/excerpt-checks.ts'
import { listExcerpts, type StoredExcerpt } from '../../store/excerpts.ts'
import { reanchorParts, type Reanchoring } from './reanchor-parts.ts'

export type ReanchorTally = { readonly [State in Anchoring]: number }

type NewReading = Pick<Reading, 'id' | 'captureId' | 'text'> & { readonly itemId: ItemId }

const MOST = 10_000

/** What was found, by the excerpt's id and revision. */
export type Looked = ReadonlyMap<string, Reanchoring>

const keyOf = ({ id, revision }: StoredExcerpt): string => `${id}:${revision}`

/** Looks before anything is written: a search through a long text must not hold up a transaction. */
export async function lookAhead(db: Db, reading: NewReading): Promise<Looked> {
  const excerpts = await listExcerpts(db, { itemId: reading.itemId }, MOST)
  return new Map(excerpts.map((excerpt) => [keyOf(excerpt), reanchorParts(reading.text, excerpt.parts)]))
}

/**
 * Writes down where the excerpts of a page stand in one of its readings. Safe to run twice: what is on record already is not
 * added again.
 *
 * @param looked what `lookAhead` has found; an excerpt that was changed since is looked for anew
 */
export async function reanchorExcerpts(
  tx: Tx,
  reading: NewReading,
  now: number,
  looked: Looked = new Map(),
): Promise<ReanchorTally> {
  const tally = { held: 0, moved: 0, lost: 0 }
  const isLatest = (await findLatestCaptureId(tx, reading.itemId)) === reading.captureId
  for (const excerpt of await listExcerpts(tx, { itemId: reading.itemId }, MOST)) {
    const isOwn = excerpt.captureId === reading.captureId
    // Versions between the one that was cited and the latest are history; those before it are not its concern.
    if (!isOwn && !(isLatest && excerpt.captureId < reading.captureId)) continue
    const found = looked.get(keyOf(excerpt)) ?? reanchorParts(reading.text, excerpt.parts)
    tally[await writeDown(tx, excerpt, reading, { ...found, at: now })]++
  }
  return tally
}

async function writeDown(
  tx: Tx,
  excerpt: StoredExcerpt,
  reading: NewReading,
  { anchoring, parts, report, at }: Reanchoring & { readonly at: number },
): Promise<Anchoring> {
  const checks = await listChecks(tx, excerpt.id)
  const last = checks.findLast(({ captureId }) => captureId === reading.captureId)
  const isKnown = last
    ? JSON.stringify(last.report) === JSON.stringify(report)
    : anchoring === 'held' && excerpt.anchoring === 'held'
  if (isKnown) return excerpt.anchoring
  const check: ExcerptCheck = {
    id: newId(at),
    excerptId: excerpt.id,
    readingId: reading.id,
    captureId: reading.captureId,
    at,
    anchoring,
    parts,
    report,
    decision: null,
    decidedBy: null,
    decidedAt: null,
  }
  const state = stateAfter([...checks, check], excerpt)
  await addCheck(tx, check, state)
  return state
}

/** The weaker of two: how it stands in the version that was cited, and in the latest one that nobody has decided on. */
export function stateAfter(
  checks: readonly ExcerptCheck[],
  { captureId }: Pick<StoredExcerpt, 'captureId'>,
): Anchoring {
  const own = checks.findLast((check) => check.captureId === captureId)
  const later = checks
    .filter((check) => check.captureId > captureId)
    .toSorted((a, b) => (a.captureId < b.captureId ? -1 : a.captureId > b.captureId ? 1 : a.at - b.at))
    .at(-1)
  const states = [own, later].map((check) => (check && check.decision === null ? check.anchoring : 'held'))
  if (states.includes('lost')) return 'lost'
  return states.includes('moved') ? 'moved' : 'held'
}
