// Adds lines to the custody log, each sealed over the one before, in the transaction of what they speak of.

import { addCustodyEntries, findLastCustodyEntry, takeCustodyTurn } from '../store/custody.ts'
import type { Tx } from '../store/db.ts'
import { sealEntries, type CustodyDeed } from './custody.ts'

/** Writers take turns: the transaction that reads the last line is the one that adds the next. */
export async function recordCustody(tx: Tx, deeds: readonly CustodyDeed[]): Promise<void> {
  await takeCustodyTurn(tx)
  await addCustodyEntries(tx, sealEntries(await findLastCustodyEntry(tx), deeds))
}
