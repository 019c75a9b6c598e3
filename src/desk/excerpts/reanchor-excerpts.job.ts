// Looks for the excerpts of a page in a reading of it. Safe to run twice.

import type { Jobs } from '../../domain/job.ts'
import type { Db } from '../../store/db.ts'
import { nothingToDo, type Deed } from '../../store/deed.ts'
import { countExcerpts } from '../../store/excerpts.ts'
import { findReading } from '../../store/readings.ts'
import { lookAhead, reanchorExcerpts } from './reanchor-excerpts.ts'

export type ReanchorTools = { readonly db: Db; readonly now: () => number }

export async function reanchorReading(tools: ReanchorTools, { readingId }: Jobs['desk.reanchor']): Promise<Deed> {
  const reading = await findReading(tools.db, readingId)
  const excerpts = reading ? await countExcerpts(tools.db, { itemId: reading.itemId }) : 0
  if (!reading || excerpts === 0) return nothingToDo
  const looked = await lookAhead(tools.db, reading)
  return {
    outcome: `${excerpts} excerpts looked for in reading ${readingId}`,
    async save(tx) {
      await reanchorExcerpts(tx, reading, tools.now(), looked)
    },
  }
}
