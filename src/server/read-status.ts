// Gathers the state of the desk, for the status page and for live progress.

import { countFeedHealth, countRecords } from '../store/record-counts.ts'
import type { QueueCounts, Status } from './shapes/status.ts'
import type { ServerTools } from './tools.ts'

export async function readStatus(tools: ServerTools): Promise<Status> {
  const [counts, queue, disk, archive, health] = await Promise.all([
    countRecords(tools.db, tools.search),
    readQueueCounts(tools),
    tools.readDisk(),
    tools.measureArchive(),
    countFeedHealth(tools.db),
  ])
  return {
    ...tools.about,
    analyst: tools.analyst,
    now: tools.now(),
    counts: { ...counts },
    queue,
    disk,
    archive: { ...archive },
    quietFeeds: health.quiet,
    failingFeeds: health.failing + health.gone,
    waitingFeeds: health['never-polled'],
  }
}

/** `queued` is due now; `waiting` includes what is planned for later. */
export async function readQueueCounts(tools: Pick<ServerTools, 'queue' | 'now'>): Promise<QueueCounts> {
  const counts = await tools.queue.counts(tools.now())
  return Object.fromEntries(
    Object.entries(counts).map(([name, { waiting, due, running, failed }]) => [
      name,
      { queued: due, waiting, running, failed },
    ]),
  )
}
