// In: what a parser read. Out: entries that can be kept: absolute addresses, no repeats, no dates from the future, not too many.
// Nothing is dropped in silence: each kind of loss is one note.

import type { Entry } from '../domain/feed.ts'
import { normaliseUrl } from '../lib/url.ts'
import type { DraftEntry } from './draft-entry.ts'
import { mostEntries } from './sources/source.ts'

/** Clocks and zones of publishers are wrong by hours; by more than a day is no date. */
const toleratedFuture = 24 * 3_600_000
const longestAddress = 4_000

type Settings = {
  /** The address that relative links hang on when the entry gives no base of its own. */
  readonly base: string
  readonly now: number
  /** How many drafts were seen, when the parser kept only the newest. */
  readonly seen?: number
}

export function finishEntries(
  drafts: readonly DraftEntry[],
  settings: Settings,
): { entries: Entry[]; notes: string[] } {
  const notes = createTally()
  const byUrl = new Map<string, Ordered>()
  for (const draft of drafts) {
    const url = pageAddress(draft, settings.base)
    if (url === null) notes.count('withoutAddress')
    else if (byUrl.has(pageKey(url))) notes.count('repeated')
    else byUrl.set(pageKey(url), finishEntry(draft, url, settings.now, notes))
  }
  const all = [...byUrl.values()]
  all.sort((one, other) => other.order - one.order) // stable: without dates the feed's own order holds
  const kept = forgetSharedGuids(
    all.slice(0, mostEntries).map(({ entry }) => entry),
    notes,
  )
  notes.count('left', all.length - kept.length + Math.max(0, (settings.seen ?? 0) - drafts.length))
  return { entries: kept, notes: notes.sentences() }
}

type Ordered = { readonly entry: Entry; readonly order: number }

function finishEntry(draft: DraftEntry, url: string, now: number, notes: Tally): Ordered {
  const isFuture = draft.publishedAt !== null && draft.publishedAt > now + toleratedFuture
  if (isFuture) notes.count('future')
  const publishedAt = isFuture ? null : draft.publishedAt
  const { guid, title, summary, author, language } = draft
  // A date from the future says nothing of the order, so the entry sorts with the undated.
  return {
    entry: { url, guid, title, summary, author, publishedAt, language },
    order: publishedAt ?? draft.changedAt ?? 0,
  }
}

/** The first link that can be a page's address, absolute; `null` when there is none. */
function pageAddress(draft: DraftEntry, base: string): string | null {
  for (const link of draft.links) {
    const url = resolvePage(link.written, link.base ?? base)
    if (url !== null) return url
  }
  return null
}

export function resolvePage(written: string, base: string): string | null {
  const text = written.trim()
  if (text === '' || text.length > longestAddress) return null
  const spelled = /^www\.[^\s/]+\.[^\s/]/i.test(text) ? `https://${text}` : text
  const url = URL.parse(spelled, base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null
  url.username = ''
  url.password = ''
  return url.href
}

/** Two addresses with one key lead to one page. */
function pageKey(url: string): string {
  // Some sites route by fragment ("#!/story/12"); there it is part of the address.
  return /#[!/]/.test(url) ? url : (normaliseUrl(url) ?? url)
}

/** An identifier that two pages share identifies nothing. */
function forgetSharedGuids(entries: readonly Entry[], notes: Tally): Entry[] {
  const uses = new Map<string, number>()
  for (const { guid } of entries) if (guid !== null) uses.set(guid, (uses.get(guid) ?? 0) + 1)
  return entries.map((entry) => {
    if (entry.guid === null || uses.get(entry.guid) === 1) return entry
    notes.count('sharedGuid')
    return { ...entry, guid: null }
  })
}

type Tally = ReturnType<typeof createTally>

const sentences = {
  withoutAddress: (count: number) => `${entriesOf(count)} without the address of a page: left out.`,
  repeated: (count: number) => `${entriesOf(count)} with an address that another entry already has: left out.`,
  future: (count: number) => `${entriesOf(count)} dated more than a day ahead: the date is not believed.`,
  sharedGuid: (count: number) =>
    `${entriesOf(count)} with an identifier that several pages share: the identifier is not used.`,
  left: (count: number) => `${entriesOf(count)} more than the ${mostEntries} newest: not taken.`,
}

function entriesOf(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`
}

function createTally() {
  const counts = new Map<keyof typeof sentences, number>()
  return {
    count(what: keyof typeof sentences, by = 1): void {
      if (by > 0) counts.set(what, (counts.get(what) ?? 0) + by)
    },
    sentences: () => [...counts].map(([what, count]) => sentences[what](count)),
  }
}
