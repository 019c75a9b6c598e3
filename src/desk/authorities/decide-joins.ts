// A person says that two authorities are one, or are not; or takes that back.

import type { AuthorityId, JoinDecision } from '../../domain/authority.ts'
import { DeskError } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import { findAuthority, listAllNames } from '../../store/authorities.ts'
import type { Db } from '../../store/db.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { addDecision, listDecisions, standing } from '../../store/join-decisions.ts'
import { suggestJoins, type JoinSuggestion } from './suggest-joins.ts'

export type JoinWish = {
  readonly left: AuthorityId
  readonly right: AuthorityId
  readonly decision: 'joined' | 'apart'
  readonly why: string | null
}

/**
 * Records what a person decided about two authorities.
 *
 * @throws DeskError `not-found`, `bad-input` when they cannot be one, `conflict` when the same stands decided already
 */
export async function decideJoin(db: Db, wish: JoinWish, by: { signedBy: string; now: number }): Promise<JoinDecision> {
  return inTransaction(db, async (tx) => {
    const [left, right] = [await findAuthority(tx, wish.left), await findAuthority(tx, wish.right)]
    if (!left || !right) throw new DeskError('not-found', 'One of the two is not here. Load the list again.')
    if (left.id === right.id)
      throw new DeskError('bad-input', 'An authority cannot be joined with itself. Choose another one.')
    const areOne = (left.joinedInto ?? left.id) === (right.joinedInto ?? right.id)
    if (wish.decision === 'joined' && areOne)
      throw new DeskError('conflict', `“${left.name}” and “${right.name}” are joined already.`)
    if (wish.decision === 'joined' && (left.kind === 'country') !== (right.kind === 'country')) {
      throw new DeskError(
        'bad-input',
        'A country can only be joined with a country. State a relation between the two instead.',
      )
    }
    if (wish.decision === 'apart' && areOne) {
      throw new DeskError('conflict', `“${left.name}” and “${right.name}” are joined. Undo that decision first.`)
    }
    const decision: JoinDecision = {
      id: newId<'join'>(by.now),
      subject: 'authority',
      ...wish,
      undoes: null,
      signedBy: by.signedBy,
      signedAt: by.now,
    }
    await addDecision(tx, decision)
    return decision
  })
}

/** Pairs that nobody has decided about, the surest first. */
export async function listSuggestions(db: Db): Promise<JoinSuggestion[]> {
  const decided = new Set(standing(await listDecisions(db, 'authority')).map(({ left, right }) => pairKey(left, right)))
  const suggestions = suggestJoins(await listAllNames(db))
  return suggestions.filter(({ left, right }) => !decided.has(pairKey(left, right)))
}

function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
