// Names that people decided about, as the joining of articles asks for them.

import type { JoinDecision } from '../../domain/authority.ts'
import type { Db } from '../../store/db.ts'
import { findRoots, listDecisions, standing } from '../../store/join-decisions.ts'

/** Printed name → what is meant by it in the end. */
export async function readDecidedNames(db: Db, subject: JoinDecision['subject']): Promise<Map<string, string>> {
  return findRoots(standing(await listDecisions(db, subject)))
}
