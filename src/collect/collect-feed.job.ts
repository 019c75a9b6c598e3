// Polls one feed and hands each new item to preserve. Safe to run twice.

import type { Entry, Feed, PollOutcome } from '../domain/feed.ts'
import type { FeedEntryWords, Jobs } from '../domain/job.ts'
import { nextOpening, type Policy } from '../domain/policy.ts'
import { normaliseUrl } from '../lib/url.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { notePoll } from '../store/feed-days.ts'
import { changeFeed, findFeed } from '../store/feeds.ts'
import { addNewItems, listArrivals } from '../store/items.ts'
import { findPolicy } from '../store/policies.ts'
import { entryJob, laneOf, pollJob, preserveJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { decideNextPoll, type PollPlan } from './decide-next-poll.ts'

export type CollectTools = {
  readonly db: Db
  readonly queue: Queue
  readonly poll: (feed: Feed) => Promise<PollOutcome>
  readonly now: () => number
  /** When a host may be asked again, milliseconds UTC. */
  readonly nextTurn: (host: string) => number
}

/** How many arrivals the rhythm of a feed is measured by. */
const ARRIVALS = 200

export async function collectFeed(tools: CollectTools, { feedId }: Jobs['collect.feed']): Promise<Deed> {
  const feed = await findFeed(tools.db, feedId)
  if (feed?.state !== 'watching' || feed.kind === 'single') return nothingToDo

  const policy = await findPolicy(tools.db, feed.outletId)
  const opensAt = nextOpening(policy.hours, tools.now())
  if (opensAt !== null) return waitForOpening(tools.queue, feed, opensAt)
  const outcome = await tools.poll(feed)
  const now = tools.now()
  const arrivals = await listArrivals(tools.db, feed.id, ARRIVALS)
  const plan = decideNextPoll(feed, outcome, { arrivals, now })

  return {
    outcome: describePoll(feed, outcome),
    trouble: outcome.kind === 'failed' || outcome.kind === 'gone',
    freeAt: tools.nextTurn(laneOf(feed.url)),
    save: (tx) => savePoll(tx, tools.queue, { feed, outcome, plan, now, policy }),
  }
}

/** Outside of the hours that the outlet's policy gives us nobody knocks. */
function waitForOpening(queue: Queue, feed: Feed, opensAt: number): Deed {
  return {
    outcome: `${feed.url}: outside of the hours of its outlet`,
    async save(tx) {
      await changeFeed(tx, feed.id, { nextPollAt: opensAt })
      await queue.enqueue(tx, [pollJob(feed, opensAt)])
    },
  }
}

type Poll = {
  readonly feed: Feed
  readonly outcome: PollOutcome
  readonly plan: PollPlan
  readonly now: number
  readonly policy: Policy
}

async function savePoll(tx: Tx, queue: Queue, { feed, outcome, plan, now, policy }: Poll): Promise<void> {
  // While we asked, a person may have paused the feed or given it to another outlet: that stands.
  const current = await findFeed(tx, feed.id)
  if (!current) return
  const { outletId } = current
  const isWatched = current.state === 'watching'
  const added =
    outcome.kind === 'fetched'
      ? await addNewItems(tx, { outletId, feedId: feed.id }, outcome.entries.map(underOneAddress), now)
      : []
  await notePoll(tx, feed.id, outcome, now)
  const { state: _state, nextPollAt: _nextPollAt, ...learnt } = plan
  await changeFeed(tx, feed.id, {
    ...(isWatched ? plan : learnt),
    lastPolledAt: now,
    ...(added.length > 0 && { lastNewItemAt: now }),
    ...(outcome.kind === 'fetched' && {
      etag: outcome.etag,
      lastModified: outcome.lastModified,
      bodyDigest: outcome.bodyDigest,
      title: feed.title ?? outcome.title,
    }),
    ...(outcome.kind === 'moved' && { url: outcome.to }),
  })
  const entries = outcome.kind === 'fetched' ? outcome.entries.map(underOneAddress) : []
  const following = added.map((item) => {
    const entry = policy.textFrom === 'feed' ? entries.find(({ url }) => url === item.url) : undefined
    return entry ? entryJob(item.id, wordsOf(entry), now) : preserveJob(item, now)
  })
  const url = outcome.kind === 'moved' ? outcome.to : feed.url
  if (plan.nextPollAt !== null && isWatched) following.push(pollJob({ id: feed.id, url }, plan.nextPollAt))
  await queue.enqueue(tx, following)
}

function wordsOf({ title, summary, author, publishedAt, language }: Entry): FeedEntryWords {
  return { title, summary, author, publishedAt, language }
}

/** Feeds promise one page under many addresses, each with its own campaign marks; it is one item. */
function underOneAddress(entry: Entry): Entry {
  return { ...entry, url: normaliseUrl(entry.url) ?? entry.url }
}

function describePoll(feed: Feed, outcome: PollOutcome): string {
  switch (outcome.kind) {
    case 'fetched':
      return `${feed.url}: ${outcome.entries.length} entries`
    case 'unchanged':
      return `${feed.url}: unchanged`
    case 'moved':
      return `${feed.url}: moved to ${outcome.to}`
    case 'gone':
      return `${feed.url}: gone (${outcome.reason})`
    case 'failed':
      return `${feed.url}: ${outcome.reason}`
  }
}
