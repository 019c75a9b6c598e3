// In: the records that an excerpt rests on. Out: its source reference. Nothing is guessed: what is not known stays null.

import type { Capture } from '../../domain/capture.ts'
import type { Citation } from '../../domain/excerpt.ts'
import { statementOn, type Outlet, type OutletStatement } from '../../domain/outlet.ts'
import type { Reading } from '../../domain/reading.ts'
import type { TranslationState } from '../../domain/translation.ts'
import { lastDayOf } from './print-date.ts'

export type CitedRecords = {
  readonly reading: Pick<Reading, 'title' | 'byline' | 'published' | 'language'>
  readonly capture: Pick<Capture, 'finalUrl' | 'requestedAt'>
  readonly outlet: Pick<Outlet, 'name' | 'nameAsPrinted'>
  readonly statements: readonly OutletStatement[]
  /** The title in English, where one was made; by whom is in the state. */
  readonly english: { readonly title: string; readonly state: TranslationState } | null
  /** What the feed said; milliseconds UTC. It counts when the page itself bears no date. */
  readonly promised: { readonly title: string | null; readonly at: number | null }
  /** Where an archive that everybody can reach keeps the page. */
  readonly archivedUrl: string | null
}

export function makeCitation(records: CitedRecords): Citation {
  const { reading, capture, outlet, english, promised } = records
  const date = reading.published?.edtf ?? (promised.at === null ? null : isoDay(promised.at))
  const accessed = isoDay(capture.requestedAt)
  const isEnglish = reading.language?.split('-')[0] === 'en'
  const descriptor = statementOn(records.statements, 'descriptor', lastDayOf(date) ?? accessed)
  return {
    authors: reading.byline.map(oneLine).filter((name) => name !== ''),
    titleOriginal: oneLine(reading.title ?? promised.title ?? '') || null,
    titleEnglish: isEnglish ? null : oneLine(english?.title ?? '') || null,
    titleState: isEnglish || !english ? 'none' : english.state,
    outlet: oneLine(outlet.name),
    outletOriginal: oneLine(outlet.nameAsPrinted ?? '') || null,
    descriptor: descriptor ? oneLine(descriptor.value) || null : null,
    date,
    url: capture.finalUrl,
    archivedUrl: records.archivedUrl,
    accessed,
  }
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
