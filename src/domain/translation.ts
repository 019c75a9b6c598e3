// A translation is a record beside its original: segment by segment, each with who made it and in what state it is.
// It hangs on a reading, because offsets do; a better reading takes its segments along where the text is the same.

import type { Id } from './id.ts'
import type { ReadingId } from './reading.ts'

export type TranslationId = Id<'translation'>

/**
 * - `none`: nobody has translated it, or the engines failed (the reason says so)
 * - `machine`: an engine's words that no person has read
 * - `machine-reviewed`: an engine's words that a person has read and let stand or corrected
 * - `human`: a person's words
 */
export type TranslationState = 'none' | 'machine' | 'machine-reviewed' | 'human'

/** Where the words of a segment came from. `at`: when they were put there, milliseconds UTC; absent = not on record. */
export type SegmentOrigin = SegmentSource & { readonly at?: number }

type SegmentSource =
  | { readonly kind: 'engine'; readonly engine: string; readonly version: string }
  /** From the translation memory: a segment that is the same (1) or alike (below 1). `of`: whose words the memory says they are. */
  | { readonly kind: 'memory'; readonly match: number; readonly of: string | null }
  | { readonly kind: 'person'; readonly name: string }

/** Something that a comparison of original and translation found. */
export type SegmentFlag = {
  readonly kind: 'figure' | 'date' | 'name' | 'glossary' | 'missing' | 'markup' | 'language' | 'machine-marks'
  /** A sentence for people: what is in the one and not in the other. */
  readonly words: string
  /** The very words in question, as they stand in the original and in the translation, where they can be pointed at. */
  readonly inOriginal?: string
  readonly inTranslation?: string
  /** A person has looked and says that it is right as it is. */
  readonly dismissed?: { readonly by: string; readonly at: number }
}

/** One sentence or heading of the original, and its translation. */
export type Segment = {
  /** UTF-16 offsets into `Reading.text`. Segments are in order and do not overlap. */
  readonly start: number
  readonly end: number
  /** The sentence itself: what it said when it was translated outlives the text that it stood in. */
  readonly source: string
  /** null = not translated (yet). */
  readonly target: string | null
  readonly state: TranslationState
  readonly origin: SegmentOrigin | null
  /** Who reviewed it, and when (milliseconds since 1970, UTC). */
  readonly reviewedBy: string | null
  readonly reviewedAt: number | null
  readonly flags: readonly SegmentFlag[]
  /** A person set its bounds: two sentences were joined, or one was split. */
  readonly isCut?: true
}

/** What a person wrote or reviewed for a sentence or title that is gone from the page: kept and shown, never lost. */
export type LeftOver = Pick<Segment, 'source' | 'target' | 'state' | 'origin' | 'reviewedBy' | 'reviewedAt'>

export type Translation = {
  readonly id: TranslationId
  readonly readingId: ReadingId
  /** BCP 47 of the original and of the translation. */
  readonly from: string
  readonly to: string
  readonly title: string | null
  readonly titleState: TranslationState
  readonly titleOrigin: SegmentOrigin | null
  readonly titleReviewedBy: string | null
  readonly titleReviewedAt: number | null
  readonly titleFlags: readonly SegmentFlag[]
  /** The title that this is a translation of; null = the page had none, or it is not known any more. */
  readonly titleSource: string | null
  /** The first sentences in the other language, for lists; null when the first is not translated. */
  readonly lead: string | null
  /** The weakest state of the sentences of the lead. */
  readonly leadState: TranslationState
  readonly segments: readonly Segment[]
  /** People’s words whose sentence the page does not say any more. */
  readonly leftOver: readonly LeftOver[]
  /** The weakest state of its segments: what a reader must be told of the whole. */
  readonly state: TranslationState
  /** Why it is not complete, in a sentence; null when it is. */
  readonly reason: string | null
  readonly createdAt: number
  readonly changedAt: number
  /** Rises with every change; a change must name the revision that it was made on. */
  readonly revision: number
}

/** The state of a whole is that of its weakest part: one unread machine sentence makes it machine. */
export function weakestState(states: readonly TranslationState[]): TranslationState {
  const order: readonly TranslationState[] = ['none', 'machine', 'machine-reviewed', 'human']
  return states.reduce<TranslationState>(
    (weakest, state) => (order.indexOf(state) < order.indexOf(weakest) ? state : weakest),
    states.length === 0 ? 'none' : 'human',
  )
}

/** A lead has as many whole sentences as it takes to have this many letters… */
const LEAD_LETTERS = 200
/** …and ends in the middle of a sentence that is longer than this. */
const MOST_LEAD_LETTERS = 280

/** @param to language of the translation: some are written without spaces */
export function leadOf(segments: readonly Segment[], to: string): Pick<Translation, 'lead' | 'leadState'> {
  const parts: string[] = []
  const states: TranslationState[] = []
  let letters = 0
  for (const { target, state } of segments) {
    if (target === null || letters >= LEAD_LETTERS) break
    parts.push(target.trim())
    states.push(state)
    letters += target.length
  }
  const lead = parts.join(/^(?:zh|ja|th|lo|km|my)\b/.test(to) ? '' : ' ')
  if (lead === '') return { lead: null, leadState: 'none' }
  return { lead: lead.length > MOST_LEAD_LETTERS ? cutAtWord(lead) : lead, leadState: weakestState(states) }
}

function cutAtWord(text: string): string {
  const cut = text.slice(0, MOST_LEAD_LETTERS).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > LEAD_LETTERS ? cut.slice(0, space) : cut}…`
}

/** Who the words are of, in plain English words that go on record: an engine with its version, a person, or whom the memory has them from. */
export function namesOf(
  origin: SegmentOrigin | null,
  { reviewedBy }: { readonly reviewedBy: string | null },
): string | null {
  if (origin === null) return null
  const maker = makerOf(origin)
  return reviewedBy === null || reviewedBy === maker ? maker : `${maker}, reviewed by ${reviewedBy}`
}

function makerOf(origin: SegmentOrigin): string {
  if (origin.kind === 'person') return origin.name
  if (origin.kind === 'memory') return origin.of ?? 'translation memory'
  // Many versions begin with the name already, as in “DeepL API v2”.
  const isNamed = origin.version.toLowerCase().startsWith(origin.engine)
  return isNamed ? origin.version : `${origin.engine} ${origin.version}`.trim()
}
