// In: a list of feeds. Out: what of it is new, saved unless it is a dry run. Running it twice changes nothing more.

import type { FeedKind } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { Outlet } from '../domain/outlet.ts'
import { hostOf, normaliseUrl } from '../lib/url.ts'
import type { Tx } from '../store/db.ts'
import { findFeedByUrl } from '../store/feeds.ts'
import { addOutlet, findOutletByDomain } from '../store/outlets.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { OpmlFeed, OpmlOutlet } from './opml.ts'
import { subscribeFeed } from './subscribe-feed.ts'

export type ImportedFeed = { readonly url: string; readonly title: string | null; readonly kind: 'new' | 'known' }

export type ImportedOutlet = {
  readonly name: string
  readonly homepage: string | null
  readonly kind: 'new' | 'known'
  readonly feeds: readonly ImportedFeed[]
}

export type OpmlImport = { readonly outlets: readonly ImportedOutlet[]; readonly notes: readonly string[] }

export type ImportOptions = { readonly dryRun: boolean; readonly now: number }

/** Brings the list in, in the caller's transaction; feeds that are known stay with the outlet they have. */
export async function importOpml(
  tx: Tx,
  queue: Queue,
  wished: readonly OpmlOutlet[],
  options: ImportOptions,
): Promise<OpmlImport> {
  const outlets: ImportedOutlet[] = []
  const notes: string[] = []
  for (const wish of wished) outlets.push(await importOutlet(tx, queue, wish, { ...options, notes }))
  return { outlets, notes }
}

type Context = ImportOptions & { readonly notes: string[] }

async function importOutlet(tx: Tx, queue: Queue, wish: OpmlOutlet, context: Context): Promise<ImportedOutlet> {
  const planned = await Promise.all(wish.feeds.map((feed) => planFeed(tx, feed, context.notes)))
  const feeds = planned.filter((feed) => feed !== null)
  const page = wish.homepage ?? wish.feeds[0]?.url ?? null
  const host = page === null ? null : hostOf(page)
  const known = host === null ? undefined : await findOutletByDomain(tx, host)
  const isNew = known === undefined && feeds.some((feed) => feed.kind === 'new')
  if (!context.dryRun) {
    const outlet = known ?? (isNew && page !== null ? await makeOutlet(tx, wish, page, context.now) : undefined)
    for (const feed of feeds) {
      if (!outlet || feed.kind === 'known') continue
      await subscribeFeed(tx, queue, { outletId: outlet.id, feed: feed.wish, now: context.now })
    }
  }
  return {
    name: known?.name ?? wish.name,
    homepage: known?.homepage ?? wish.homepage,
    kind: isNew ? 'new' : 'known',
    feeds: feeds.map(({ url, title, kind }) => ({ url, title, kind })),
  }
}

type PlannedFeed = ImportedFeed & {
  readonly wish: Omit<OpmlFeed, 'kind'> & {
    readonly kind: Exclude<FeedKind, 'single'>
    readonly conditionalGet: boolean
  }
}

async function planFeed(tx: Tx, feed: OpmlFeed, notes: string[]): Promise<PlannedFeed | null> {
  const url = normaliseUrl(feed.url)
  if (url === null || (feed.kind === 'listing' && feed.selector === null)) {
    notes.push(`${feed.url.slice(0, 200)} was left out: it cannot be watched as it stands.`)
    return null
  }
  const known = await findFeedByUrl(tx, url)
  return { url, title: feed.title, kind: known ? 'known' : 'new', wish: { ...feed, url, conditionalGet: true } }
}

async function makeOutlet(tx: Tx, wish: OpmlOutlet, page: string, now: number): Promise<Outlet> {
  const host = hostOf(page)?.replace(/^www\./, '')
  const outlet: Outlet = {
    id: newId(now),
    name: wish.name,
    nameAsPrinted: null,
    homepage: wish.homepage ?? new URL('/', page).href,
    domains: host ? [host] : [],
    languages: wish.languages,
    country: null,
    createdAt: now,
  }
  await addOutlet(tx, outlet)
  return outlet
}
