// In: a listing page that was just read. Out: its entries, and those of the pages that it calls the next (rel=next).
// Bounded: a first look goes a few pages back, a later one looks at the next page only, for what slid there meanwhile.

import type { Entry } from '../domain/feed.ts'
import type { FailedFetch, FetchedPage } from './fetch-page.ts'
import { listing } from './sources/listing.ts'
import { mostEntries, type ParsedFeed } from './sources/source.ts'

type Parsed = Extract<ParsedFeed, { kind: 'parsed' }>

export type NextPages = { readonly entries: readonly Entry[]; readonly notes: readonly string[] }

const PAGES_AT_FIRST = 5
const PAGES_LATER = 1

/** A page that cannot be read ends the walk, and is a note: the first page stands all the same. */
export async function walkNextPages(
  first: Parsed,
  fetch: (url: string) => Promise<FetchedPage | FailedFetch>,
  { selector, isFirstPoll, now }: { selector: string | null; isFirstPoll: boolean; now: number },
): Promise<NextPages> {
  const entries = new Map<string, Entry>(first.entries.map((entry) => [entry.url, entry]))
  const notes = [...first.notes]
  const asked = new Set<string>()
  const most = isFirstPoll ? PAGES_AT_FIRST : PAGES_LATER
  for (let [next] = first.more; next !== undefined && asked.size < most && entries.size < mostEntries;) {
    if (asked.has(next)) break
    asked.add(next)
    const page = await fetch(next)
    const parsed = page.kind === 'page' && page.status < 300 ? readPage(page, selector, now) : undefined
    if (parsed?.kind !== 'parsed') {
      notes.push(`The next page of the list could not be read: ${next}`)
      break
    }
    const before = entries.size
    for (const entry of parsed.entries) if (!entries.has(entry.url)) entries.set(entry.url, entry)
    // A page that brings nothing more is the same one under another address.
    if (entries.size === before) break
    ;[next] = parsed.more
  }
  return { entries: [...entries.values()].slice(0, mostEntries), notes }
}

function readPage(page: FetchedPage, selector: string | null, now: number): ParsedFeed {
  return listing.parse({ body: page.text, url: page.url, contentType: page.contentType, selector, now })
}
