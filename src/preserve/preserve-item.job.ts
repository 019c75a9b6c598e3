// Visits an item's page and keeps what came back. Safe to run twice: a page that is kept already is left alone
// unless a further version is asked for.

import type { CaptureId } from '../domain/capture.ts'
import type { Jobs } from '../domain/job.ts'
import { newId } from '../domain/id.ts'
import { addCapture } from '../store/captures.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItem, markItemCaptured, markItemFailed, type StoredItem } from '../store/items.ts'
import { laneOf, preserveJob, readJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { CaptureOutcome } from './capture-page.ts'
import { decideNextVisit } from './decide-next-visit.ts'
import { recordCustody } from './record-custody.ts'

export type PreserveTools = {
  readonly db: Db
  readonly queue: Queue
  readonly visit: (url: string) => Promise<CaptureOutcome>
  readonly now: () => number
  /** When a host may be asked again, milliseconds UTC. */
  readonly nextTurn: (host: string) => number
  /** Who is written into the custody log. */
  readonly actor: string
}

export async function preserveItem(tools: PreserveTools, { itemId, again }: Jobs['preserve.item']): Promise<Deed> {
  const item = await findItem(tools.db, itemId)
  if (!item || (item.versions > 0 && !again)) return nothingToDo
  const outcome = await tools.visit(item.url)
  const freeAt = tools.nextTurn(laneOf(item.url))
  return outcome.kind === 'captured' ? keep(tools, item, outcome, freeAt) : giveUpForNow(tools, item, outcome, freeAt)
}

type Captured = Extract<CaptureOutcome, { kind: 'captured' }>
type Failed = Extract<CaptureOutcome, { kind: 'failed' }>

function keep(tools: PreserveTools, item: StoredItem, outcome: Captured, freeAt: number): Deed {
  const now = tools.now()
  const id: CaptureId = newId<'capture'>(now)
  return {
    outcome: `${item.url}: kept, ${outcome.capture.size} bytes`,
    freeAt,
    records: outcome.records,
    async save(tx, places) {
      const place = places[outcome.main]
      if (!place) throw new Error('the archive gave no place for the main record')
      await addCapture(tx, { ...outcome.capture, id, itemId: item.id, place })
      await markItemCaptured(tx, item.id)
      const details = {
        url: outcome.capture.url,
        payload: outcome.capture.digest,
        bytes: outcome.capture.size,
        file: place.file,
        offset: place.offset,
        length: place.length,
        robots: outcome.robotsRule,
        tool: outcome.capture.tool,
      }
      await recordCustody(tx, [{ at: now, actor: tools.actor, deed: 'capture', subject: id, details }])
      await tools.queue.enqueue(tx, [readJob(id, now)])
    },
  }
}

function giveUpForNow(tools: PreserveTools, item: StoredItem, outcome: Failed, freeAt: number): Deed {
  const plan = decideNextVisit(outcome, item.failures, tools.now())
  return {
    outcome: `${item.url}: ${outcome.reason}`,
    trouble: true,
    freeAt,
    async save(tx) {
      await markItemFailed(tx, item.id, { state: plan.state, failure: outcome.failure, reason: outcome.reason })
      if (plan.nextVisitAt !== null)
        await tools.queue.enqueue(tx, [preserveJob(item, plan.nextVisitAt, item.versions > 0)])
    },
  }
}
