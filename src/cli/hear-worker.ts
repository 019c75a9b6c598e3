// In: what the worker thread says. Out: live events for open pages, and lines in the log.
// Pages hear at most twice a second, however fast the work goes.

import type { JobName } from '../domain/job.ts'
import type { ReadingId } from '../domain/reading.ts'
import type { WorkerSays } from '../pipeline/worker-messages.ts'
import { announceTranslations, MOST_ANNOUNCED } from '../server/announce-translations.ts'
import type { EventHub } from '../server/event-hub.ts'
import { readQueueCounts } from '../server/read-status.ts'
import type { TargetTools } from '../server/target-language.ts'
import type { ServerTools } from '../server/tools.ts'
import { countUnseen } from '../store/alert-hits.ts'
import { countRecords } from '../store/record-counts.ts'
import { listItems } from '../store/item-list.ts'
import { findItemsRead } from '../store/readings.ts'
import { now, type Records } from '../tools.ts'
import { describeRecovery, describeRefill } from './describe-recovery.ts'
import type { Output } from './output.ts'

export type WorkerEar = {
  readonly hear: (message: WorkerSays) => void
  /** True while nothing can be written: a full disk, a database that is away. */
  readonly isHalted: () => boolean
  close(): void
}

const EVERY_MS = 500

type EarTools = { readonly out: Output; readonly log: (error: unknown) => void }

export function hearWorker(
  records: Records & Pick<ServerTools, 'search'> & TargetTools,
  events: EventHub,
  { out, log }: EarTools,
): WorkerEar {
  let halted = false
  let arrived = 0
  let watched = false
  const translated = new Set<ReadingId>()
  let told = -1

  function note(job: JobName, words: string, kind: 'done' | 'failed'): void {
    events.noteDeed({ at: now(), job, kind, subject: null, words })
  }

  function hear(message: WorkerSays): void {
    switch (message.kind) {
      case 'ended':
        if (message.name === 'index.reading') arrived++
        if (message.name === 'watch.items') watched = true
        if (message.translated !== undefined && translated.size <= MOST_ANNOUNCED) translated.add(message.translated)
        return note(message.name, message.words, message.trouble ? 'failed' : 'done')
      case 'failed':
        log(message.detail)
        return note(message.name, message.words, 'failed')
      case 'halted':
        if (!halted) out.note(message.words)
        halted = true
        return
      case 'resumed':
      case 'ready':
        if (halted) out.note('Work goes on.')
        halted = false
        return
      case 'refilled':
        return out.note(describeRefill(message.documents))
      case 'recovered':
        return out.note(describeRecovery(message.finding))
    }
  }

  async function tellPages(): Promise<void> {
    // Who opens a page later asks for what it shows.
    if (events.listeners() === 0) return translated.clear()
    if (events.revision() === told) return
    const [queue, counts] = await Promise.all([
      readQueueCounts({ queue: records.queue, now }),
      countRecords(records.db, records.search),
    ])
    events.publish({ name: 'progress', data: { at: now(), queue, counts, lastDeeds: [...events.lastDeeds()] } })
    if (arrived > 0) {
      const [newest] = await listItems(records.db, { states: ['read'] }, 1)
      events.publish({ name: 'items', data: { new: arrived, newest: newest?.id ?? null, at: now() } })
      arrived = 0
    }
    if (watched) {
      watched = false
      events.publish({ name: 'notices', data: { at: now(), unseen: await countUnseen(records.db) } })
    }
    if (translated.size > 0) {
      const readings = [...translated]
      translated.clear()
      await announceTranslations({ ...records, events, now }, await findItemsRead(records.db, readings))
    }
    told = events.revision()
  }

  let telling = false
  const timer = setInterval(() => {
    if (telling) return
    telling = true
    tellPages()
      .catch(log)
      .finally(() => (telling = false))
  }, EVERY_MS)
  return { hear, isHalted: () => halted, close: () => clearInterval(timer) }
}
