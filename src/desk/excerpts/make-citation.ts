// In: the records that an excerpt rests on. Out: its source reference. Nothing is guessed: what is not known stays null.

import type { Capture } from '../../domain/capture.ts'
import type { Citation } from '../../domain/excerpt.ts'
import { statementOn, type Outlet, type OutletStatement } from '../../domain/outlet.ts'
import type { Reading } from '../../domain/reading.ts'
import type { TranslationState } from '../../domain/translation.ts'
import { readMemento } from '../../lib/memento.ts'
import { readPostAddress } from '../../lib/post-address.ts'
import { archiveAddress } from './archive-address.ts'
import { lastDayOf } from './print-date.ts'

export type CitedOutlet = Pick<Outlet, 'name' | 'nameAsPrinted'>

export type CitedRecords = {
  readonly reading: Pick<Reading, 'title' | 'byline' | 'published' | 'language' | 'text'>
  readonly capture: Pick<Capture, 'id' | 'finalUrl' | 'headers' | 'requestedAt' | 'digest'>
  /** Who published it, and what was stated of them; null = not known. */
  readonly outlet: CitedOutlet | null
  readonly statements: readonly OutletStatement[]
  /** Who published the copy that was captured, when that is another. */
  readonly republisher?: CitedOutlet | null
  /** The title in English, where one was made; by whom is in the state. */
  readonly english: { readonly title: string; readonly state: TranslationState; readonly by: string | null } | null
  /** What the feed said; milliseconds UTC. It counts when the page itself bears no date. */
  readonly promised: { readonly title: string | null; readonly at: number | null }
  /** Where the desk says that its archive can be reached; null = nowhere. */
  readonly archive: string | null
}

export function makeCitation(records: CitedRecords): Citation {
  const { reading, capture, outlet, english, promised } = records
  const memento = readMemento(capture.finalUrl, capture.headers)
  const url = memento?.original ?? capture.finalUrl
  const date = reading.published?.edtf ?? (promised.at === null ? null : isoDay(promised.at))
  const accessed = isoDay(capture.requestedAt)
  const isEnglish = reading.language?.split('-')[0] === 'en'
  const descriptor = statementOn(records.statements, 'descriptor', lastDayOf(date) ?? accessed)
  return {
    authors: reading.byline.map(oneLine).filter((name) => name !== ''),
    titleOriginal: oneLine(reading.title ?? promised.title ?? '') || null,
    language: reading.language,
    titleEnglish: isEnglish ? null : oneLine(english?.title ?? '') || null,
    titleState: isEnglish || !english ? 'none' : english.state,
    titleBy: isEnglish || !english ? null : oneLine(english.by ?? '') || null,
    outlet: oneLine(outlet?.name ?? ''),
    outletOriginal: oneLine(outlet?.nameAsPrinted ?? '') || null,
    descriptor: descriptor ? oneLine(descriptor.value) || null : null,
    republisher: oneLine(records.republisher?.name ?? '') || null,
    date,
    printedDate: printedDateOf(reading),
    post: postOf(url, reading.text),
    url,
    archivedUrl: memento?.url ?? archiveAddress(records.archive, capture),
    accessed,
    captured: { at: capture.requestedAt, digest: capture.digest },
  }
}

/** A date of the Gregorian calendar says nothing more as it is printed. */
function printedDateOf({ published }: CitedRecords['reading']): Citation['printedDate'] {
  if (!published?.literal || published.calendar === 'gregorian') return null
  const literal = oneLine(published.literal)
  return literal === '' ? null : { literal, calendar: published.calendar }
}

/** The Chicago Manual quotes a post that has no title by its first 160 characters. */
const POST_LETTERS = 160

function postOf(url: string, text: string): Citation['post'] {
  const post = readPostAddress(url)
  if (!post) return null
  const words = oneLine(text.slice(0, 4 * POST_LETTERS))
  const letters = [...words]
  const begins = letters.length > POST_LETTERS ? `${letters.slice(0, POST_LETTERS).join('').trimEnd()}…` : words
  const account = post.account === null ? null : `${post.at ? '@' : ''}${post.account}`
  return { platform: post.platform, account, id: post.id, words: begins || null }
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Markup of lines and marks of direction are for display; a citation is stored and copied without them. */
function oneLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\0]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
