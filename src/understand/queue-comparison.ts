// At the start of work: whatever was read and never compared, in an older home or a restored one, is compared now.

import { compareAllAnew, countToCompare, findComparedWith } from '../store/copies-waiting.ts'
import type { Db } from '../store/db.ts'
import { copiesJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { inTransaction } from '../store/in-transaction.ts'

/** Safe to run again. @param at when the work may begin, milliseconds UTC */
export async function queueComparison({ db, queue }: { db: Db; queue: Pick<Queue, 'enqueue'> }, at: number) {
  await inTransaction(db, async (tx) => {
    if ((await findComparedWith(tx)) === undefined) await compareAllAnew(tx, null)
    if ((await countToCompare(tx)) > 0) await queue.enqueue(tx, [copiesJob(at)])
  })
}
