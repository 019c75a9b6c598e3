// What a person does to a translation: write a sentence, or let machine words stand. Both teach the memory; both are signed,
// made on a revision, and kept in the history.

import type { Segment, SegmentFlag, Translation } from '../domain/translation.ts'
import type { Db } from '../store/db.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { findReading, type StoredReading } from '../store/readings.ts'
import {
  addTranslation,
  findTranslationOf,
  reviseTranslation,
  type RevisionSignature,
  type SavedTranslation,
  type StoredTranslation,
} from '../store/translations.ts'
import { compareSegment } from './compare/compare-segment.ts'
import { openGlossary } from './glossary/apply-glossary.ts'
import { loadGlossary } from './glossary/keep-glossary.ts'
import { teachMemory, type Lesson } from './memory/translation-memory.ts'
import { correctSegment, digestOf, emptyDraft, layOut, reviewSegments } from './plan-translation.ts'

export type Signature = { readonly signedBy: string; readonly now: number }

export type TranslationChange =
  /** `segment`: which one, from 0; null = the title. */
  | { readonly kind: 'correct'; readonly segment: number | null; readonly target: string }
  /** null = all machine sentences and the title. */
  | { readonly kind: 'review'; readonly segments: readonly number[] | null }

export type ChangeEnd = SavedTranslation | { readonly kind: 'refused'; readonly reason: string }

/** A translation that people or engines are to fill: laid out, without words. One that is there is given back. */
export async function beginTranslation(
  db: Db,
  reading: StoredReading,
  to: string,
  by: Signature,
): Promise<StoredTranslation> {
  const known = await findTranslationOf(db, reading.id, to)
  if (known) return known
  const draft = emptyDraft(reading, layOut(reading, null))
  const of = { readingId: reading.id, itemId: reading.itemId, from: reading.language ?? 'und', to }
  const saved = await inTransaction(db, (tx) => addTranslation(tx, of, draft, { ...by, deed: 'made', changes: {} }))
  return saved.kind === 'saved' ? saved.translation : saved.current
}

/** Changes a translation and teaches the memory, together. @param revision that the person saw */
export async function changeTranslation(
  db: Db,
  standing: StoredTranslation,
  revision: number,
  change: TranslationChange,
  by: Signature,
): Promise<ChangeEnd> {
  const reading = await findReading(db, standing.readingId)
  if (!reading) return { kind: 'refused', reason: 'The reading that this translates is gone.' }
  if (standing.textDigest !== digestOf(reading.text))
    return {
      kind: 'refused',
      reason: 'The page was read anew since. Translate it again: what people have said comes back.',
    }
  if (standing.revision !== revision) return { kind: 'stale', current: standing }
  const planned =
    change.kind === 'correct'
      ? await planCorrection(db, reading, standing, change, by)
      : planReview(reading, standing, change.segments, by)
  if (planned.kind === 'refused') return planned
  const { draft, lessons, signature } = planned
  return inTransaction(db, async (tx) => {
    const saved = await reviseTranslation(tx, standing.id, revision, draft, signature)
    if (!saved) return { kind: 'refused', reason: 'The translation is gone.' }
    if (saved.kind === 'saved' && standing.from !== 'und') await teachMemory(tx, standing, lessons, by.now)
    return saved
  })
}

type Planned = {
  readonly kind: 'planned'
  readonly draft: StoredTranslation
  readonly lessons: readonly Lesson[]
  readonly signature: RevisionSignature
}
type Plan = Planned | { readonly kind: 'refused'; readonly reason: string }

const sourceOf = ({ text }: StoredReading, { start, end }: Segment): string => text.slice(start, end)

async function planCorrection(
  db: Db,
  reading: StoredReading,
  standing: StoredTranslation,
  { segment, target }: Extract<TranslationChange, { kind: 'correct' }>,
  by: Signature,
): Promise<Plan> {
  const words = target.trim()
  if (words === '') return { kind: 'refused', reason: 'A correction must have words.' }
  const at = segment === null ? undefined : standing.segments[segment]
  if (segment !== null && !at) return { kind: 'refused', reason: 'There is no such sentence.' }
  const source = at ? sourceOf(reading, at) : reading.title
  const lessons: Lesson[] = source === null ? [] : [{ source, target: words, state: 'human', origin: by.signedBy }]
  const changes = { segment, before: at ? at.target : standing.title, after: words }
  const signature = { ...by, deed: 'corrected' as const, changes }
  const { from, to } = standing
  const glossary = openGlossary(await loadGlossary(db), from, to)
  const flags = source === null ? [] : compareSegment({ source, target: words, from, to }, glossary)
  if (segment === null)
    return {
      kind: 'planned',
      lessons,
      signature,
      draft: correctTitle(standing, reading.title, words, { ...by, flags }),
    }
  const segments = correctSegment(standing.segments, segment, words, { name: by.signedBy, now: by.now, flags })
  return { kind: 'planned', lessons, signature, draft: withSegments(standing, segments) }
}

function planReview(
  reading: StoredReading,
  standing: StoredTranslation,
  chosen: readonly number[] | null,
  by: Signature,
): Plan {
  const segments = reviewSegments(standing.segments, chosen === null ? null : new Set(chosen), {
    name: by.signedBy,
    now: by.now,
  })
  const reviewed = segments.flatMap((segment, at) => (segment === standing.segments[at] ? [] : [at]))
  const lessons = reviewed.flatMap((at): Lesson[] => {
    const segment = segments[at]
    return segment?.target
      ? [{ source: sourceOf(reading, segment), target: segment.target, state: 'machine-reviewed', origin: by.signedBy }]
      : []
  })
  const title = chosen === null && standing.titleState === 'machine' ? reviewedTitle(by) : null
  if (reviewed.length === 0 && title === null)
    return { kind: 'refused', reason: 'There is nothing here that waits for review.' }
  const draft = { ...withSegments(standing, segments), ...title }
  return { kind: 'planned', draft, lessons, signature: { ...by, deed: 'reviewed', changes: { segments: reviewed } } }
}

function correctTitle(
  standing: StoredTranslation,
  source: string | null,
  title: string,
  { signedBy, now, flags }: Signature & { readonly flags: readonly SegmentFlag[] },
): StoredTranslation {
  const origin = { kind: 'person', name: signedBy } as const
  const signs = { titleOrigin: origin, titleReviewedBy: signedBy, titleReviewedAt: now }
  return { ...standing, title, titleState: 'human', ...signs, titleFlags: flags, titleSource: source }
}

const reviewedTitle = ({ signedBy, now }: Signature) =>
  ({ titleState: 'machine-reviewed', titleReviewedBy: signedBy, titleReviewedAt: now }) as const

function withSegments(standing: StoredTranslation, segments: Translation['segments']): StoredTranslation {
  const isWhole = segments.every(({ state }) => state !== 'none')
  return { ...standing, segments, reason: isWhole ? null : standing.reason }
}
