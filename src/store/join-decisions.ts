// What people decided about records that may be one. Decisions are only added; undoing is one more of them.
// `authorities.joined_into` is made anew from all that stand, so that undoing restores exactly what was.

import type { AuthorityId, JoinDecision } from '../domain/authority.ts'
import { DeskError } from '../domain/errors.ts'
import type { JoinDecisionRow } from './article-schema.ts'
import type { Db } from './db.ts'

/** All decisions in the order in which they were made. */
export async function listDecisions(db: Db, subject?: JoinDecision['subject']): Promise<JoinDecision[]> {
  let query = db.selectFrom('join_decisions').selectAll().orderBy('signed_at').orderBy('id')
  if (subject) query = query.where('subject', '=', subject)
  return (await query.execute()).map(toDecision)
}

/** Those that were not taken back. */
export function standing(decisions: readonly JoinDecision[]): JoinDecision[] {
  const undone = new Set(decisions.flatMap(({ undoes }) => undoes ?? []))
  return decisions.filter(({ id, decision }) => decision !== 'undone' && !undone.has(id))
}

/** Adds a decision and makes the joins anew. For an open transaction. */
export async function addDecision(tx: Db, decision: JoinDecision): Promise<void> {
  await tx
    .insertInto('join_decisions')
    .values({
      id: decision.id,
      subject: decision.subject,
      left_id: decision.left,
      right_id: decision.right,
      decision: decision.decision,
      undoes: decision.undoes,
      signed_by: decision.signedBy,
      signed_at: decision.signedAt,
      why: decision.why,
    })
    .execute()
  if (decision.subject === 'authority') await remakeJoins(tx)
}

/**
 * Takes a decision back.
 *
 * @throws DeskError `not-found` when there is none, `conflict` when it was taken back before
 */
export async function undoDecision(
  tx: Db,
  id: JoinDecision['id'],
  by: Pick<JoinDecision, 'id' | 'signedBy' | 'signedAt' | 'why'>,
): Promise<JoinDecision> {
  const all = await listDecisions(tx)
  const meant = all.find((decision) => decision.id === id && decision.decision !== 'undone')
  if (!meant)
    throw new DeskError('not-found', 'There is no such decision. It may stand under another id; load the list again.')
  if (!standing(all).includes(meant))
    throw new DeskError('conflict', 'This decision was taken back already. Nothing was changed.')
  const undone = { ...meant, ...by, decision: 'undone' as const, undoes: id }
  await addDecision(tx, undone)
  return undone
}

async function remakeJoins(tx: Db): Promise<void> {
  const rootOf = findRoots(standing(await listDecisions(tx, 'authority')))
  const rows = await tx
    .selectFrom('authorities')
    .select(['id', 'joined_into'])
    .where('joined_into', 'is not', null)
    .execute()
  for (const { id, joined_into } of rows) {
    if (rootOf.get(id) !== joined_into) await setRoot(tx, id, rootOf.get(id) ?? null)
  }
  const known = new Map(rows.map(({ id, joined_into }) => [id, joined_into]))
  for (const [id, root] of rootOf) if (known.get(id) !== root) await setRoot(tx, id, root)
}

async function setRoot(tx: Db, id: string, root: string | null): Promise<void> {
  await tx.updateTable('authorities').set({ joined_into: root }).where('id', '=', id).execute()
}

/** Joined id → the one that all of its group were joined into in the end. */
export function findRoots(decisions: readonly JoinDecision[]): Map<string, string> {
  const into = new Map<string, string>()
  const rootOf = (id: string): string => {
    let at = id
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
    return at
  }
  for (const { left, right, decision } of decisions) {
    const [from, to] = [rootOf(left), rootOf(right)]
    if (decision === 'joined' && from !== to) into.set(from, to)
  }
  return new Map([...into.keys()].map((id) => [id, rootOf(id)]))
}

function toDecision(row: JoinDecisionRow): JoinDecision {
  return {
    id: row.id as JoinDecision['id'],
    subject: row.subject as JoinDecision['subject'],
    left: row.left_id as AuthorityId,
    right: row.right_id as AuthorityId,
    decision: row.decision as JoinDecision['decision'],
    undoes: row.undoes as JoinDecision['undoes'],
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    why: row.why,
  }
}
