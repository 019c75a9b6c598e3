// The jobs that a person's wish puts into the queue.

import type { FeedId, ItemId } from '../../domain/feed.ts'
import type { NewJob } from '../../domain/job.ts'
import { hostOf } from '../../lib/url.ts'

/** Polls a feed. A feed has at most one poll waiting. */
export function pollJob(feedId: FeedId, url: string, runAt: number): NewJob {
  return { name: 'collect.feed', data: { feedId }, key: `feed:${feedId}`, ...laneOf(url), runAt }
}

/** Captures a page; `again` when a version of it is kept already. */
export function captureJob(itemId: ItemId, url: string, { again, runAt }: { again: boolean; runAt: number }): NewJob {
  return { name: 'preserve.item', data: { itemId, again }, key: `item:${itemId}`, ...laneOf(url), runAt }
}

function laneOf(url: string): { lane?: string } {
  const lane = hostOf(url)
  return lane === null ? {} : { lane }
}
