// What a person does to a translation: write a sentence, let machine words or a doubt stand, go back, stop the engines. All
// of it is signed, made on a revision, kept in the history with what was there before, and taught to the memory.

import type { SegmentFlag } from '../domain/translation.ts'
import { noChanges, type TranslationChanges } from '../domain/translation-history.ts'
import type { Db, Tx } from '../store/db.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { translateJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReading, type StoredReading } from '../store/readings.ts'
import {
  listRevisions,
  reviseTranslation,
  type SavedTranslation,
  type StoredTranslation,
} from '../store/translations.ts'
import { compareSegment } from './compare/compare-segment.ts'
import { findFooting, saveFooting } from './find-footing.ts'
import { readyGlossary } from './glossary/ready-glossary.ts'
import { openNames } from './names/open-names.ts'
import {
  planCorrection,
  planDismissal,
  planRestoration,
  planReview,
  type Place,
  type Planned,
  type Signature,
  type TranslationChange,
} from './plan-change.ts'
import { planJoin, planLayoutBack, planSplit } from './plan-layout.ts'
import { isOfText } from './plan-translation.ts'
import { describeChanges, hasTouched, readChanges, sayAt, sourceAt } from './record-changes.ts'
import { teachChange } from './teach-change.ts'

export type ChangeEnd = SavedTranslation | { readonly kind: 'refused'; readonly reason: string }

/**
 * A translation that people or engines are to fill: laid out, with the words that earlier texts of the page have for its
 * sentences. One that is there is given back.
 */
export async function beginTranslation(
  db: Db,
  reading: StoredReading,
  to: string,
  by: Signature,
): Promise<StoredTranslation> {
  return inTransaction(db, async (tx) => saveFooting(tx, await findFooting(tx, reading, to), reading, { ...by, to }))
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
  if (!isOfText(reading, standing))
    return {
      kind: 'refused',
      reason: 'The page was read anew since. Carry the translation over first: what people have said comes along.',
    }
  if (await isOvertaken(db, standing, revision, change)) return { kind: 'stale', current: standing }
  const planned = await plan(db, reading, standing, change, by)
  if (planned.kind === 'refused') return planned
  return inTransaction(db, (tx) => saveChange(tx, standing, planned, change, by))
}

/** Whether somebody has changed, since the revision that the person saw, what the person changes now. */
async function isOvertaken(
  db: Db,
  { id, revision }: StoredTranslation,
  seen: number,
  change: TranslationChange,
): Promise<boolean> {
  if (seen === revision) return false
  if (seen > revision) return true
  const places = placesOf(change)
  return (await listRevisions(db, id, 500, seen)).some(({ changes }) => hasTouched(changes, places))
}

function placesOf(change: TranslationChange): readonly Place[] | null {
  if (change.kind === 'review') return change.segments
  return change.segment === undefined ? null : [change.segment]
}

async function plan(
  db: Db,
  reading: StoredReading,
  standing: StoredTranslation,
  change: TranslationChange,
  by: Signature,
): Promise<Planned> {
  switch (change.kind) {
    case 'correct': {
      const compare = await openComparison(db, standing)
      return planCorrection(standing, change, compare(standing, change.segment, change.target), by)
    }
    case 'review':
      return planReview(standing, change.segments, by)
    case 'dismiss':
      return planDismissal(standing, change, by)
    case 'restore': {
      const [found] = await listRevisions(db, standing.id, 1, change.of - 1, change.of)
      if (!found) return { kind: 'refused', reason: 'There is no such revision.' }
      const { layout, sentences } = readChanges(found.changes)
      return layout === null ? planRestoration(standing, change, sentences) : planLayoutBack(standing, layout)
    }
    case 'join':
      return compareAnew(db, planJoin(reading, standing, change.segment))
    case 'split': {
      const place = { source: change.sourceAt, target: change.targetAt }
      return compareAnew(db, planSplit(standing, change.segment, place))
    }
  }
}

/** Looks for doubts in sentences of a translation. The names are read once for all of them. */
async function openComparison(db: Db, { from, to }: StoredTranslation) {
  const glossary = await readyGlossary(db, { from, to })
  const names = await openNames(db, from)
  return (translation: StoredTranslation, segment: Place, target: string): SegmentFlag[] => {
    const source = sourceAt(translation, segment)
    return source === '' ? [] : compareSegment({ source, target: target.trim(), from, to }, glossary, names)
  }
}

/** Sentences under new bounds raise doubts of their own. */
async function compareAnew(db: Db, planned: Planned): Promise<Planned> {
  if (planned.kind === 'refused' || !planned.layout) return planned
  const { layout } = planned
  let { draft } = planned
  const compare = await openComparison(db, draft)
  for (let at = layout.at; at < layout.at + layout.after.length; at++) {
    const target = draft.segments[at]?.target ?? null
    if (target === null) continue
    draft = sayAt(draft, at, { flags: compare(draft, at, target) })
  }
  const after = draft.segments.slice(layout.at, layout.at + layout.after.length)
  return { ...planned, draft, layout: { ...layout, after } }
}

async function saveChange(
  tx: Tx,
  standing: StoredTranslation,
  { draft, deed, layout }: Extract<Planned, { kind: 'planned' }>,
  change: TranslationChange,
  by: Signature,
): Promise<ChangeEnd> {
  const sentences = layout ? [] : describeChanges(standing, draft)
  const of = change.kind === 'restore' ? change.of : null
  const changes: TranslationChanges = { ...noChanges, sentences, layout: layout ?? null, of }
  const isWhole = draft.segments.every(({ state }) => state !== 'none')
  const next = { ...draft, reason: isWhole ? null : draft.reason }
  const saved = await reviseTranslation(tx, standing.id, standing.revision, next, { ...by, deed, changes })
  if (!saved) return { kind: 'refused', reason: 'The translation is gone.' }
  if (saved.kind === 'saved') await teachChange(tx, [standing, saved.translation], sentences, by.now)
  return saved
}

/** Engines are asked for no more of it. What they are asked for now is paid, and comes. */
export async function stopTranslation(
  tools: { readonly db: Db; readonly queue: Queue },
  standing: StoredTranslation,
  by: Signature,
): Promise<StoredTranslation> {
  return inTransaction(tools.db, async (tx) => {
    const { readingId, to } = standing
    for (const extent of ['lead', 'whole'] as const)
      await tools.queue.drop(tx, translateJob({ readingId, to, extent, tries: 0 }, 0).key ?? '')
    const draft = { ...standing, reason: `Stopped by ${by.signedBy}.` }
    const signature = { ...by, deed: 'stopped', changes: noChanges } as const
    const saved = await reviseTranslation(tx, standing.id, standing.revision, draft, signature)
    if (!saved) return standing
    return saved.kind === 'saved' ? saved.translation : saved.current
  })
}
