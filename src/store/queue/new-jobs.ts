// The jobs that rooms hand each other, each made in one place so that its key and lane are always the same.

import type { Channel, DeliveryId } from '../../domain/alert.ts'
import type { CaptureId } from '../../domain/capture.ts'
import type { FeedId, ItemId } from '../../domain/feed.ts'
import type { Id } from '../../domain/id.ts'
import type { FeedEntryWords, Jobs, NewJob } from '../../domain/job.ts'
import type { ReadingId } from '../../domain/reading.ts'
import { hostOf } from '../../lib/url.ts'

/** The lane of an address: its host. */
export function laneOf(url: string): string {
  return hostOf(url) ?? 'no-host'
}

export const feedKey = (feedId: FeedId): string => `feed:${feedId}`

/** Polls a feed at a time. A feed has at most one poll waiting; the earliest wins. */
export function pollJob(feed: { readonly id: FeedId; readonly url: string }, runAt: number): NewJob {
  return { name: 'collect.feed', data: { feedId: feed.id }, key: feedKey(feed.id), lane: laneOf(feed.url), runAt }
}

/** Visits a page. `again`: for a further version of a page that is kept already. */
export function preserveJob(item: { readonly id: ItemId; readonly url: string }, runAt: number, again = false): NewJob {
  const data = again ? { itemId: item.id, again } : { itemId: item.id }
  return { name: 'preserve.item', data, key: `item:${item.id}`, lane: laneOf(item.url), runAt }
}

/** Keeps the words of a feed in place of the page. */
export function entryJob(itemId: ItemId, words: FeedEntryWords, runAt: number): NewJob {
  return { name: 'preserve.entry', data: { itemId, words }, key: `item:${itemId}`, runAt }
}

export function imageJob(itemId: ItemId, url: string, runAt: number): NewJob {
  return { name: 'preserve.image', data: { itemId, url }, key: `image:${itemId}`, lane: laneOf(url), runAt }
}

export function readJob(captureId: CaptureId, runAt: number): NewJob {
  return { name: 'read.capture', data: { captureId }, key: `read:${captureId}`, runAt }
}

export function indexJob(readingId: ReadingId, runAt: number): NewJob {
  return { name: 'index.reading', data: { readingId }, key: `index:${readingId}`, runAt }
}

export function indexTranslationJob(readingId: ReadingId, runAt: number): NewJob {
  return { name: 'index.translation', data: { readingId }, key: `retold:${readingId}`, runAt }
}

/** Copies are looked for some at a time; there is one such job at most. `since`: it gives way, and has done so since then. */
export function copiesJob(runAt: number, since?: number): NewJob {
  return { name: 'understand.copies', data: since === undefined ? {} : { since }, key: 'copies', runAt }
}

/** Looks for the excerpts of a page in a reading of it. */
export function reanchorJob(readingId: ReadingId, runAt: number): NewJob {
  return { name: 'desk.reanchor', data: { readingId }, key: `reanchor:${readingId}`, runAt }
}

/** Engines are asked one thing at a time: most of them count requests. */
export function translateJob(data: Jobs['translate.reading'], runAt: number): NewJob {
  const key = `translate:${data.readingId}:${data.to}:${data.extent}`
  return { name: 'translate.reading', data, key, lane: 'translate', runAt }
}

export function watchJob(runAt: number): NewJob {
  return { name: 'watch.items', data: {}, key: 'watch', runAt }
}

/** The lane of a webhook is its host, that of mail is our own. */
export function deliverJob(deliveryId: DeliveryId, channel: Channel, runAt: number): NewJob {
  const lane = channel.kind === 'webhook' ? laneOf(channel.url) : 'mail'
  return { name: 'watch.deliver', data: { deliveryId }, key: `deliver:${deliveryId}`, lane, runAt }
}

/** @param after the last item that was told already */
export function indexMoveJob(moveId: Id<'move'>, runAt: number, after?: ItemId): NewJob {
  const data = after === undefined ? { moveId } : { moveId, after }
  return { name: 'index.move', data, key: `index-move:${moveId}:${after ?? ''}`, runAt }
}
