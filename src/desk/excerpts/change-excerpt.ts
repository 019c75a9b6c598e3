// In: an excerpt and what a person changes of it. Out: its next revision on record, or why not.
// Every change names the revision that it was made on; when that is not the latest, nothing is written.

import type { CheckDecision, ExcerptCheck } from '../../domain/excerpt-history.ts'
import type { Excerpt, ExcerptId } from '../../domain/excerpt.ts'
import type { ReadingId } from '../../domain/reading.ts'
import type { Tx } from '../../store/db.ts'
import { decideChecks, listChecks } from '../../store/excerpt-checks.ts'
import { findExcerpt, reviseExcerpt, type Signed, type StoredExcerpt } from '../../store/excerpts.ts'
import { findReading } from '../../store/readings.ts'
import { cleanTags, makeParts, makeTranslation, plain, type ExcerptWish } from './make-excerpt.ts'

export type ExcerptChanged =
  | { readonly kind: 'changed'; readonly excerpt: StoredExcerpt }
  | { readonly kind: 'stale'; readonly current: StoredExcerpt }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'not-found' }

const WITHDRAWN = 'This excerpt was withdrawn. Restore it if it is needed after all.'

type ExcerptChange = Partial<ExcerptWish> & {
  /** Another reading of the same page, which the pieces are of; absent = the one that the excerpt rests on. */
  readonly readingId?: ReadingId
}

/** Changes the fields given. Pieces are cut anew from the reading; those of another one move the excerpt there. */
export async function changeExcerpt(
  tx: Tx,
  id: ExcerptId,
  { revision, ...change }: ExcerptChange & { readonly revision: number },
  signed: Signed,
): Promise<ExcerptChanged> {
  return onLatest(tx, id, revision, async (current) => {
    const next = await changed(tx, current, change)
    if (next.kind === 'refused') return next
    const written = await reviseExcerpt(tx, next.excerpt, 'changed', signed)
    if (written && change.pieces) await decideOpen(tx, id, 'replaced', signed)
    return written
  })
}

async function changed(
  tx: Tx,
  current: StoredExcerpt,
  change: ExcerptChange,
): Promise<{ kind: 'changed'; excerpt: Excerpt } | Refused> {
  let { parts, anchoring, readingId, captureId } = current
  if (change.pieces) {
    const reading = await findReading(tx, change.readingId ?? current.readingId)
    if (!reading) return refuse('The reading that this excerpt was cut from is not here any more.')
    if (reading.itemId !== current.itemId) return refuse('That reading is of another page. Make an excerpt of it.')
    const made = makeParts(reading.text, change.pieces)
    if (made.kind === 'refused') return made
    parts = made.parts
    anchoring = 'held'
    ;({ id: readingId, captureId } = reading)
  }
  const excerpt: Excerpt = {
    ...withoutStore(current),
    readingId,
    captureId,
    parts,
    anchoring,
    ...(change.translation !== undefined && { translation: makeTranslation(change.translation, parts) }),
    ...(change.speaker !== undefined && { speaker: plain(change.speaker) }),
    ...(change.note !== undefined && { note: plain(change.note) }),
    ...(change.basket !== undefined && { basket: plain(change.basket) }),
    ...(change.tags !== undefined && { tags: cleanTags(change.tags) }),
  }
  return { kind: 'changed', excerpt }
}

/** Takes an excerpt back. It stays on record, with who did so and why. */
export async function withdrawExcerpt(
  tx: Tx,
  id: ExcerptId,
  revision: number,
  signed: Signed,
): Promise<ExcerptChanged> {
  return onLatest(tx, id, revision, (current) => reviseExcerpt(tx, withoutStore(current), 'withdrawn', signed))
}

/** Takes a withdrawal back: the excerpt stands again as it was. */
export async function restoreExcerpt(tx: Tx, id: ExcerptId, revision: number, signed: Signed): Promise<ExcerptChanged> {
  const current = await findExcerpt(tx, id)
  if (!current) return { kind: 'not-found' }
  if (current.revision !== revision) return { kind: 'stale', current }
  if (current.withdrawnAt === null) return refuse('This excerpt stands; there is nothing to restore.')
  const written = await reviseExcerpt(tx, withoutStore(current), 'restored', signed)
  const excerpt = await findExcerpt(tx, id)
  if (!excerpt) return { kind: 'not-found' }
  return written ? { kind: 'changed', excerpt } : { kind: 'stale', current: excerpt }
}

/**
 * Confirms what the latest open look has found. `take`: the excerpt now rests on that text; `keep`: it stays on the version
 * that was cited, whose words still stand there.
 */
export async function decideAnchoring(
  tx: Tx,
  id: ExcerptId,
  { revision, decision }: { readonly revision: number; readonly decision: 'take' | 'keep' },
  signed: Signed,
): Promise<ExcerptChanged> {
  return onLatest(tx, id, revision, async (current) => {
    const open = (await listChecks(tx, id)).filter((check) => check.decision === null && check.anchoring !== 'held')
    const check = open.at(-1)
    if (!check) return refuse('There is nothing to confirm: the words of this excerpt stand where they stood.')
    if (decision === 'take') return takeParts(tx, current, check, signed)
    if (open.some(({ captureId }) => captureId === current.captureId)) {
      return refuse(
        'Its words do not stand there any more in the version it was cut from. Take the new place, or select anew.',
      )
    }
    const written = await reviseExcerpt(tx, { ...withoutStore(current), anchoring: 'held' }, 'anchored', signed)
    if (written) await decideOpen(tx, id, 'keep', signed)
    return written
  })
}

async function takeParts(
  tx: Tx,
  current: StoredExcerpt,
  check: ExcerptCheck,
  signed: Signed,
): Promise<boolean | Refused> {
  if (!check.parts) return refuse('Its words were not found there, so there is no place to take.')
  const reading = await findReading(tx, check.readingId)
  const stands = check.parts.every(
    (part) => part.kind !== 'quote' || reading?.text.slice(part.anchor.start, part.anchor.end) === part.anchor.exact,
  )
  if (!reading || !stands) return refuse('That text has changed once more since. Look again in a moment.')
  const { readingId, captureId, parts } = check
  const next: Excerpt = { ...withoutStore(current), readingId, captureId, parts, anchoring: 'held' }
  const written = await reviseExcerpt(tx, next, 'anchored', signed)
  if (written) await decideOpen(tx, current.id, 'take', signed)
  return written
}

type Refused = { readonly kind: 'refused'; readonly reason: string }

function refuse(reason: string): Refused {
  return { kind: 'refused', reason }
}

/** Does a change on the revision that its maker has seen. */
async function onLatest(
  tx: Tx,
  id: ExcerptId,
  revision: number,
  change: (current: StoredExcerpt) => Promise<boolean | Refused>,
): Promise<ExcerptChanged> {
  const current = await findExcerpt(tx, id)
  if (!current) return { kind: 'not-found' }
  if (current.withdrawnAt !== null) return refuse(WITHDRAWN)
  if (current.revision !== revision) return { kind: 'stale', current }
  const end = await change(current)
  if (typeof end !== 'boolean') return end
  const excerpt = await findExcerpt(tx, id)
  if (!excerpt) return { kind: 'not-found' }
  return end ? { kind: 'changed', excerpt } : { kind: 'stale', current: excerpt }
}

async function decideOpen(tx: Tx, id: ExcerptId, decision: CheckDecision, { by, at }: Signed): Promise<void> {
  const open = (await listChecks(tx, id)).filter((check) => check.decision === null)
  await decideChecks(
    tx,
    open.map((check) => check.id),
    { decision, by, at },
  )
}

/** The excerpt alone, without what the desk keeps beside it. */
export function withoutStore(stored: StoredExcerpt): Excerpt {
  const { itemId: _, changedAt: __, withdrawnAt: ___, position: ____, uses: _____, ...excerpt } = stored
  return excerpt
}
