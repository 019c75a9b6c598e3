// A person says that a printed name of an outlet is an outlet of the register, or that a print of an author is a slip for
// another name; or that it is not. What is printed stays; the decision is put between the print and what is made of it.

import type { JoinDecision } from '../../domain/authority.ts'
import { DeskError } from '../../domain/errors.ts'
import { newId, parseId } from '../../domain/id.ts'
import { markUnjoined } from '../../store/article-joins.ts'
import type { Db } from '../../store/db.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { addDecision, listDecisions, standing, undoDecision } from '../../store/join-decisions.ts'
import { findOutlet } from '../../store/outlets.ts'
import { joinArticles } from './join-articles.ts'
import { mapOutlets } from './map-outlets.ts'
import { outletKey } from './outlet-key.ts'

export type NameWish = {
  readonly subject: 'outlet-name' | 'author'
  /** The name as printed. */
  readonly left: string
  /** An outlet's id, or the author's name that is meant. */
  readonly right: string
  readonly decision: 'joined' | 'apart'
  readonly why: string | null
}

/** @throws DeskError `not-found` (the outlet), `bad-input`, `conflict` when the name stands decided already */
export async function decideName(db: Db, wish: NameWish, by: { signedBy: string; now: number }): Promise<JoinDecision> {
  return inTransaction(db, async (tx) => {
    const isOutlet = wish.subject === 'outlet-name'
    const left = isOutlet ? outletKey(wish.left) : wish.left.trim()
    const right = wish.right.trim()
    if (left === '' || right === '' || left === right) {
      throw new DeskError('bad-input', 'A name can only be joined with another one. Give both.')
    }
    if (isOutlet && wish.decision === 'joined') {
      const id = parseId<'outlet'>(right)
      if (!id || !(await findOutlet(tx, id)))
        throw new DeskError('not-found', 'There is no such outlet in the register. Add it first.')
    }
    const known = standing(await listDecisions(tx, wish.subject)).find(
      (one) => one.left === left && one.decision === 'joined',
    )
    if (known && wish.decision === 'joined') {
      throw new DeskError(
        'conflict',
        `“${left}” stands decided already, by ${known.signedBy}. Undo that decision first.`,
      )
    }
    const made: JoinDecision = {
      id: newId<'join'>(by.now),
      ...wish,
      left,
      right,
      undoes: null,
      signedBy: by.signedBy,
      signedAt: by.now,
    }
    await addDecision(tx, made)
    await takeEffect(tx, wish.subject)
    return made
  })
}

/** Takes any decision back, with its effect. */
export async function undoAnyJoin(
  db: Db,
  id: JoinDecision['id'],
  by: { signedBy: string; now: number; why: string | null },
): Promise<JoinDecision> {
  const mark = { id: newId<'join'>(by.now), signedBy: by.signedBy, signedAt: by.now, why: by.why }
  return inTransaction(db, async (tx) => {
    const undone = await undoDecision(tx, id, mark)
    await takeEffect(tx, undone.subject)
    return undone
  })
}

async function takeEffect(tx: Db, subject: JoinDecision['subject']): Promise<void> {
  if (subject === 'outlet-name') await mapOutlets(tx)
  if (subject !== 'author') return
  await markUnjoined(tx)
  await joinArticles(tx)
}
