// Visits an item's page and keeps what came back. Safe to run twice: a page that is kept already is left alone
// unless a further version is asked for.

import type { Jobs } from '../domain/job.ts'
import type { OutletId } from '../domain/outlet.ts'
import { nextOpening } from '../domain/policy.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItem, markItemFailed, type StoredItem } from '../store/items.ts'
import { findPolicy } from '../store/policies.ts'
import { laneOf, preserveJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { CaptureOutcome } from './capture-page.ts'
import { decideNextVisit } from './decide-next-visit.ts'
import { saveCapture } from './save-capture.ts'

export type PreserveTools = {
  readonly db: Db
  readonly queue: Queue
  /** Goes the way that the outlet's policy says. */
  readonly visit: (url: string, outletId: OutletId) => Promise<CaptureOutcome>
  readonly now: () => number
  /** When a host may be asked again, milliseconds UTC. */
  readonly nextTurn: (host: string) => number
  /** Who is written into the custody log. */
  readonly actor: string
}

export async function preserveItem(tools: PreserveTools, { itemId, again }: Jobs['preserve.item']): Promise<Deed> {
  const item = await findItem(tools.db, itemId)
  if (!item || (item.versions > 0 && !again)) return nothingToDo
  const opensAt = nextOpening((await findPolicy(tools.db, item.outletId)).hours, tools.now())
  if (opensAt !== null) return waitForOpening(tools, item, opensAt, again ?? false)
  const outcome = await tools.visit(item.url, item.outletId)
  const freeAt = tools.nextTurn(laneOf(item.url))
  return outcome.kind === 'captured' ? keep(tools, item, outcome, freeAt) : giveUpForNow(tools, item, outcome, freeAt)
}

/** Outside of the hours that the outlet's policy gives us nobody knocks. */
function waitForOpening({ queue }: PreserveTools, item: StoredItem, opensAt: number, again: boolean): Deed {
  return {
    outcome: `${item.url}: outside of the hours of its outlet`,
    save: (tx) => queue.enqueue(tx, [preserveJob(item, opensAt, again)]),
  }
}

type Captured = Extract<CaptureOutcome, { kind: 'captured' }>
type Failed = Extract<CaptureOutcome, { kind: 'failed' }>

function keep(tools: PreserveTools, item: StoredItem, outcome: Captured, freeAt: number): Deed {
  const { capture, records, main, robotsRule } = outcome
  return {
    outcome: `${item.url}: kept, ${capture.size} bytes`,
    freeAt,
    records,
    save: (tx, { places }) => saveCapture(tx, tools, { item, capture, place: places[main], robotsRule }),
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
