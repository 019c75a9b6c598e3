// What would a change do? It is made, looked at, and taken back.

import type { Db, Tx } from './db.ts'
import { inTransaction } from './in-transaction.ts'

/** Carries what was seen out of a transaction that must not be kept. */
class TakenBack<Seen> extends Error {
  readonly seen: Seen
  constructor(seen: Seen) {
    super('A trial was taken back.')
    this.seen = seen
  }
}

/** What `deed` gives when it is run on the records as they are; nothing that it writes is kept. Its errors go through. */
export async function tryTransaction<Seen>(db: Db, deed: (tx: Tx) => Promise<Seen>): Promise<Seen> {
  try {
    return await inTransaction(db, async (tx): Promise<never> => {
      throw new TakenBack(await deed(tx))
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.seen as Seen
    throw error
  }
}
