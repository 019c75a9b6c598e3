// In: outlets. Out: rows of the register, with what is stated of each today and how its feeds are.

import type { Feed } from '../../domain/feed.ts'
import { printedOn, type StoredOutlet } from '../../domain/outlet.ts'
import type { StoredRelation, StoredStatement } from '../../store/statements.ts'
import type { FeedRow } from '../shapes/feed.ts'
import type { OutletDetail, OutletHealth, OutletRow } from '../shapes/outlet.ts'
import { dayOf, pickStatement, showRelation, showStatement } from './statements.ts'

export type OutletFacts = {
  readonly outlet: StoredOutlet
  readonly statements: readonly StoredStatement[]
  readonly feeds: readonly Feed[]
  readonly items: number
  readonly latestItemAt: number | null
}

export function showOutletRow(facts: OutletFacts, now: number): OutletRow {
  const { outlet, statements } = facts
  const today = dayOf(now)
  const descriptor = pickStatement(statements, 'descriptor', today)
  const alignment = pickStatement(statements, 'alignment', today)
  const reliability = pickStatement(statements, 'reliability', today)
  const feeds = facts.feeds.filter((feed) => feed.kind !== 'single')
  return {
    ...outlet,
    domains: [...outlet.domains],
    languages: [...outlet.languages],
    descriptor: descriptor ? showStatement(descriptor) : null,
    alignment: alignment ? showStatement(alignment) : null,
    reliability: reliability ? showStatement(reliability) : null,
    health: worstHealth(feeds),
    feeds: feeds.length,
    items: facts.items,
    latestItemAt: facts.latestItemAt,
  }
}

export type OutletSurroundings = {
  readonly relations: readonly StoredRelation[]
  /** Outlet id → the name the desk uses. */
  readonly names: ReadonlyMap<string, string>
  /** The ISO day to print for; today when absent. */
  readonly day?: string | undefined
}

export function showOutletDetail(facts: OutletFacts, around: OutletSurroundings, now: number): OutletDetail {
  const day = around.day ?? dayOf(now)
  return {
    ...showOutletRow(facts, now),
    feedList: facts.feeds.map(showFeed),
    statements: facts.statements.map(showStatement),
    day,
    printed: printedOn(facts.statements, day).map(showStatement),
    relations: around.relations.map((relation) => showRelation(relation, around.names)),
  }
}

/** The row without what only the poller needs. */
export function showFeed(feed: Feed): FeedRow {
  const { etag: _etag, lastModified: _lastModified, bodyDigest: _bodyDigest, ...row } = feed
  return row
}

const worstFirst: readonly OutletHealth[] = ['failing', 'gone', 'quiet', 'never-polled', 'paused', 'well']

function worstHealth(feeds: readonly Feed[]): OutletHealth {
  const states = new Set<OutletHealth>(feeds.map((feed) => (feed.state === 'paused' ? 'paused' : feed.health.kind)))
  return worstFirst.find((health) => states.has(health)) ?? 'no-feeds'
}
