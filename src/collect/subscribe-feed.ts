// In: an outlet and the feed to watch. Out: the feed, saved, with its first poll in the queue.

import { DeskError } from '../domain/errors.ts'
import type { Feed, FeedKind } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { OutletId } from '../domain/outlet.ts'
import { normaliseUrl } from '../lib/url.ts'
import type { Tx } from '../store/db.ts'
import { addFeed, findFeedByUrl } from '../store/feeds.ts'
import { pollJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'

export type NewFeed = {
  readonly url: string
  readonly kind: Exclude<FeedKind, 'single'>
  readonly title: string | null
  readonly selector: string | null
  readonly conditionalGet: boolean
}

/** Until a feed has shown its own rhythm. */
const FIRST_INTERVAL_MINUTES = 60

/** Adds the feed in the caller's transaction. Throws `conflict` when its address is watched already. */
export async function subscribeFeed(
  tx: Tx,
  queue: Queue,
  { outletId, feed: wish, now }: { outletId: OutletId; feed: NewFeed; now: number },
): Promise<Feed> {
  const url = normaliseUrl(wish.url)
  if (url === null) throw new DeskError('bad-input', `“${wish.url}” is not a web address that can be watched.`)
  if (wish.kind === 'listing' && !wish.selector) {
    throw new DeskError('bad-input', 'A listing page needs a CSS selector that says which links on it are articles.')
  }
  const feed = makeFeed({ ...wish, url }, outletId, now)
  if (!(await addFeed(tx, feed))) await refuseKnownFeed(tx, url)
  await queue.enqueue(tx, [pollJob(feed, now)])
  return feed
}

async function refuseKnownFeed(tx: Tx, url: string): Promise<never> {
  const known = await findFeedByUrl(tx, url)
  throw new DeskError('conflict', `${url} is watched already${known?.title ? ` as “${known.title}”` : ''}.`)
}

function makeFeed(wish: NewFeed, outletId: OutletId, now: number): Feed {
  return {
    ...wish,
    id: newId(now),
    outletId,
    state: 'watching',
    etag: null,
    lastModified: null,
    bodyDigest: null,
    intervalMinutes: FIRST_INTERVAL_MINUTES,
    nextPollAt: now,
    lastPolledAt: null,
    lastNewItemAt: null,
    failures: 0,
    health: { kind: 'never-polled' },
    createdAt: now,
  }
}
