// In: a reading, and its translation as it stands. Out: the segments of the text as it is now, with everything kept that
// still belongs to its sentence; and which sentences to translate first. Pure.

import { createHash } from 'node:crypto'
import type { Reading } from '../domain/reading.ts'
import type { Segment } from '../domain/translation.ts'
import type { StoredTranslation, TranslationDraft } from '../store/translations.ts'
import { splitSegments } from './segments/split-segments.ts'
import type { SegmentsTranslated } from './translate-segments.ts'

type Text = Pick<Reading, 'text' | 'blocks' | 'language' | 'title'>

/** What a list shows of a text: its title, and this many sentences. */
const LEAD = 2
/** Sentences that are asked for and saved together: so long texts are seen to grow, and can be stopped. */
const PART = 50

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** The sentences of a text, without words. */
export function layOut(reading: Text): Segment[] {
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

/** Whether a translation is of what the page says now. */
export function isOfText(reading: Pick<Text, 'text' | 'title'>, standing: StoredTranslation): boolean {
  const isOfTitle = standing.titleSource === null || standing.titleSource === reading.title
  return isOfTitle && standing.textDigest === digestOf(reading.text)
}

export type MissingPart = {
  readonly sources: readonly string[]
  /** The number of the first sentence of the part that follows; null = this is the last. */
  readonly next: number | null
}

/** Sentences that nobody has translated. @param extent `lead`: what a list shows; `whole`: a part of all, from the sentence `after` */
export function missingPart(
  { title, titleSource, segments }: TranslationDraft,
  { extent, after = 0 }: { readonly extent: 'lead' | 'whole'; readonly after?: number },
): MissingPart {
  const titles = title === null && after === 0 && titleSource !== null && titleSource.trim() !== '' ? [titleSource] : []
  const open = [...segments.entries()].filter(([at, { state }]) => state === 'none' && at >= after)
  const part = extent === 'lead' ? open.filter(([at]) => at < LEAD) : open.slice(0, PART)
  const next = extent === 'lead' ? undefined : open[PART]
  return { sources: [...titles, ...part.map(([, { source }]) => source)], next: next?.[0] ?? null }
}

/** A translation of which nobody has said a word yet. */
export function emptyDraft(reading: Text, segments: readonly Segment[] = layOut(reading)): TranslationDraft {
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

/** Puts what was said into what stands. A person’s words are never touched. @param now when it was said, milliseconds UTC */
export function fillIn(
  standing: TranslationDraft,
  { words, reasons }: Pick<SegmentsTranslated, 'words' | 'reasons'>,
  now: number,
): TranslationDraft {
  const say = (source: string) => {
    const said = words.get(source)
    return said && { ...said, origin: { ...said.origin, at: now }, flags: [...said.flags] }
  }
  const segments = standing.segments.map((segment): Segment => {
    const said = segment.state === 'none' ? say(segment.source) : undefined
    return said ? { ...segment, ...said } : segment
  })
  const title = standing.title === null && standing.titleSource !== null ? say(standing.titleSource) : undefined
  const hasTitle = standing.title !== null || title !== undefined || (standing.titleSource ?? '').trim() === ''
  const isWhole = hasTitle && segments.every(({ state }) => state !== 'none')
  return {
    ...standing,
    ...(title && {
      title: title.target,
      titleState: title.state,
      titleOrigin: title.origin,
      titleFlags: title.flags,
    }),
    segments,
    reason: isWhole || reasons.length === 0 ? null : reasons.join(' '),
  }
}
