// In: a sitemap index that was just read. Out: the entries of its likeliest parts, as one outcome.
// Bounded, because an old outlet has hundreds of parts and only the newest are news.

import { createHash } from 'node:crypto'
import type { Entry, PollOutcome } from '../domain/feed.ts'
import type { FailedFetch, FetchedPage } from './fetch-page.ts'
import { sitemap } from './sources/sitemap.ts'
import { mostEntries, type ParsedFeed } from './sources/source.ts'

type Parsed = Extract<ParsedFeed, { kind: 'parsed' }>
type Part = { readonly kind: 'part'; readonly parsed: Parsed; readonly bytes: Uint8Array }
type FetchPart = (url: string) => Promise<FetchedPage | FailedFetch>

/** Parts that one poll asks for, and how far indexes inside indexes are followed. */
const mostParts = 5
const mostLevels = 3

/** Fails only when no part can be read; a part that cannot is a note. */
export async function walkSitemapIndex(index: Parsed, fetch: FetchPart, now: number): Promise<PollOutcome> {
  const entries = new Map<string, Entry>(index.entries.map((entry) => [entry.url, entry]))
  const notes = [...index.notes]
  const digest = createHash('sha256')
  const asked = new Set<string>()
  const failures: FailedFetch[] = []
  const waiting = index.more.map((url) => ({ url, level: 1 }))
  for (
    let next = waiting.shift();
    next && asked.size < mostParts && entries.size < mostEntries;
    next = waiting.shift()
  ) {
    const { url, level } = next
    if (asked.has(url)) continue
    asked.add(url)
    const part = await readPart(url, fetch, now)
    if (part.kind === 'failed') {
      failures.push(part)
      notes.push(`A part could not be read: ${url}: ${part.reason}`)
      continue
    }
    digest.update(part.bytes)
    addUpTo(entries, part.parsed.entries)
    if (level < mostLevels) waiting.unshift(...part.parsed.more.map((more) => ({ url: more, level: level + 1 })))
  }
  const [failure] = failures
  if (failure && failures.length === asked.size && entries.size === 0) return failure
  const left = index.more.filter((url) => !asked.has(url)).length
  if (left > 0) notes.push(`${left} parts of the index were not asked for: the likeliest to hold news went first.`)
  // Validators of the index say nothing of its parts, so none are kept.
  const validators = { etag: null, lastModified: null, bodyDigest: digest.digest('hex') }
  return { kind: 'fetched', entries: [...entries.values()], title: null, notes, ...validators }
}

async function readPart(url: string, fetch: FetchPart, now: number): Promise<Part | FailedFetch> {
  const page = await fetch(url)
  if (page.kind === 'failed') return page
  if (page.status < 200 || page.status > 299) return failed('http-status', `The server answered ${page.status}.`)
  const parsed = sitemap.parse({ body: page.text, url: page.url, contentType: page.contentType, now })
  return parsed.kind === 'parsed' ? { kind: 'part', parsed, bytes: page.bytes } : failed('not-a-feed', parsed.reason)
}

function failed(failure: FailedFetch['failure'], reason: string): FailedFetch {
  return { kind: 'failed', failure, reason, retryAfterSeconds: null }
}

function addUpTo(entries: Map<string, Entry>, added: readonly Entry[]): void {
  for (const entry of added) {
    if (entries.size >= mostEntries) return
    if (!entries.has(entry.url)) entries.set(entry.url, entry)
  }
}
