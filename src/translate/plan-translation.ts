// In: a reading, and its translation as it stands. Out: the segments of the text as it is now, with everything kept that
// still belongs to its sentence; and which sentences to translate first. Pure.

import { createHash } from 'node:crypto'
import type { Reading } from '../domain/reading.ts'
import type { Segment, SegmentFlag } from '../domain/translation.ts'
import type { StoredTranslation, TranslationDraft } from '../store/translations.ts'
import { splitSegments } from './segments/split-segments.ts'
import type { SegmentsTranslated } from './translate-segments.ts'

type Text = Pick<Reading, 'text' | 'blocks' | 'language' | 'title'>

/** What a list shows of a text: its title, and this many sentences. */
const LEAD = 2

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/**
 * Segments of the text. Where it was read anew and has other offsets, all begin without words: those of people come back
 * from the memory, which every correction and review teaches, and those of engines from what was paid for.
 */
export function layOut(reading: Text, standing: Pick<StoredTranslation, 'segments' | 'textDigest'> | null): Segment[] {
  if (standing && standing.textDigest === digestOf(reading.text)) return [...standing.segments]
  return splitSegments(reading.text, reading.blocks, reading.language).map(({ start, end }) => ({
    start,
    end,
    source: reading.text.slice(start, end),
    target: null,
    state: 'none',
    origin: null,
    reviewedBy: null,
    reviewedAt: null,
    flags: [],
  }))
}

/** Sentences that nobody has translated. @param extent `lead`: what a list shows; `whole`: all of them */
export function missingSources(
  reading: Text,
  segments: readonly Segment[],
  title: string | null,
  extent: 'lead' | 'whole',
): string[] {
  const part = extent === 'lead' ? segments.slice(0, LEAD) : segments
  const sources = part.filter(({ state }) => state === 'none').map(({ start, end }) => reading.text.slice(start, end))
  return title === null && reading.title !== null && reading.title.trim() !== '' ? [reading.title, ...sources] : sources
}

/** A translation of which nobody has said a word yet. */
export function emptyDraft(reading: Text, segments: readonly Segment[]): TranslationDraft {
  return {
    title: null,
    titleState: 'none',
    titleOrigin: null,
    titleReviewedBy: null,
    titleReviewedAt: null,
    titleFlags: [],
    titleSource: reading.title,
    segments,
    leftOver: [],
    textDigest: digestOf(reading.text),
    reason: null,
  }
}

/** Puts what was said into what stands. A person’s words are never touched. */
export function fillIn(
  reading: Text,
  standing: TranslationDraft,
  { words, reasons }: Pick<SegmentsTranslated, 'words' | 'reasons'>,
): TranslationDraft {
  const segments = standing.segments.map((segment): Segment => {
    const said = segment.state === 'none' ? words.get(segment.source) : undefined
    return said ? { ...segment, ...said, flags: [...said.flags] } : segment
  })
  const title = standing.title === null && reading.title !== null ? words.get(reading.title) : undefined
  const isWhole =
    segments.every(({ state }) => state !== 'none') && (standing.title ?? title ?? reading.title) !== reading.title
  return {
    ...standing,
    ...(title && {
      title: title.target,
      titleState: title.state,
      titleOrigin: title.origin,
      titleFlags: title.flags,
      titleSource: reading.title,
    }),
    segments,
    reason: isWhole || reasons.length === 0 ? null : reasons.join(' '),
  }
}

/** A person changes one sentence: their words are theirs. */
export function correctSegment(
  segments: readonly Segment[],
  at: number,
  target: string,
  by: { name: string; now: number; flags: readonly SegmentFlag[] },
): Segment[] {
  return segments.map((segment, index) =>
    index === at
      ? {
          ...segment,
          target,
          state: 'human',
          origin: { kind: 'person', name: by.name },
          reviewedBy: by.name,
          reviewedAt: by.now,
          flags: by.flags,
        }
      : segment,
  )
}

/** A person has read machine words and lets them stand. What is not translated cannot be reviewed. */
export function reviewSegments(
  segments: readonly Segment[],
  chosen: ReadonlySet<number> | null,
  by: { name: string; now: number },
): Segment[] {
  return segments.map((segment, index) =>
    segment.state === 'machine' && (chosen === null || chosen.has(index))
      ? { ...segment, state: 'machine-reviewed', reviewedBy: by.name, reviewedAt: by.now }
      : segment,
  )
}
