// In: an outlet and the feed to watch. Out: the feed, saved, with its first poll in the queue.

import { DeskError } from '../domain/errors.ts'
import { newFeed, type Feed, type FeedKind } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { OutletId } from '../domain/outlet.ts'
import { normaliseUrl } from '../lib/url.ts'
import type { Tx } from '../store/db.ts'
import { addFeed, findFeedByUrl } from '../store/feeds.ts'
import { pollJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'

export type FeedWish = {
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
  { outletId, feed: wish, now }: { outletId: OutletId; feed: FeedWish; now: number },
): Promise<Feed> {
  const url = normaliseUrl(wish.url)
  if (url === null) throw new DeskError('bad-input', `“${wish.url}” is not a web address that can be watched.`)
  if (wish.kind === 'listing' && !wish.selector) {
    throw new DeskError('bad-input', 'A listing page needs a CSS selector that says which links on it are articles.')
  }
  const { kind, title, selector, conditionalGet } = wish
  const feed = newFeed({
    id: newId<'feed'>(now),
    outletId,
    url,
    kind,
    title,
    selector,
    conditionalGet,
    intervalMinutes: FIRST_INTERVAL_MINUTES,
    nextPollAt: now,
    createdAt: now,
  })
  if (!(await addFeed(tx, feed))) await refuseKnownFeed(tx, url)
  await queue.enqueue(tx, [pollJob(feed, now)])
  return feed
}

async function refuseKnownFeed(tx: Tx, url: string): Promise<never> {
  const known = await findFeedByUrl(tx, url)
  throw new DeskError('conflict', `${url} is watched already${known?.title ? ` as “${known.title}”` : ''}.`)
}
