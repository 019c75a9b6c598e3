// Keeps a file that a person handed over. Safe to run twice: a file that is kept already has left the spool.

import { randomUUID } from 'node:crypto'
import type { Jobs } from '../domain/job.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItem } from '../store/items.ts'
import type { Spool } from '../store/spool.ts'
import { captureFile } from './capture-file.ts'
import { saveCapture, type Keeper } from './save-capture.ts'

export type PreserveFileTools = Keeper & {
  readonly db: Db
  readonly spool: Spool
  /** Name and version of the software that makes the capture. */
  readonly tool: string
}

export async function preserveFile(tools: PreserveFileTools, data: Jobs['preserve.file']): Promise<Deed> {
  const item = await findItem(tools.db, data.itemId)
  const bytes = await tools.spool.read(data.spooled)
  if (!item || !bytes) return nothingToDo
  const { capture, records, main } = captureFile(
    { ...data, bytes },
    { now: tools.now(), tool: tools.tool, newRecordId: randomUUID, source: data.source },
  )
  return {
    outcome: `${data.name}: kept, ${bytes.length} bytes`,
    records,
    save: (tx, { places }) =>
      saveCapture(tx, tools, { item, capture, place: places[main], robotsRule: null, source: data.source }),
    after: () => tools.spool.remove(data.spooled),
  }
}
