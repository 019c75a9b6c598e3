// A translation as the web sees it: beside what the records hold, whether it is of the page’s text, and who is at work on it.

import type { LayoutChange, SaidWords } from '../../domain/translation-history.ts'
import type { Db } from '../../store/db.ts'
import { findItems } from '../../store/items.ts'
import { findReadings, type StoredReading } from '../../store/readings.ts'
import { findTranslationWork, workKey, type TranslationWork } from '../../store/translation-jobs.ts'
import type { StoredTranslation, TranslationRevision } from '../../store/translations.ts'
import { isOfText } from '../../translate/plan-translation.ts'
import { readChanges } from '../../translate/record-changes.ts'
import type { TranslationHistory, TranslationView } from '../shapes/translation.ts'

type Said = TranslationHistory['revisions'][number]['changes']['sentences'][number]['before']

export async function presentTranslations(db: Db, all: readonly StoredTranslation[]): Promise<TranslationView[]> {
  const readings = await findReadings(db, [...new Set(all.map(({ readingId }) => readingId))])
  const byId = new Map(readings.map((reading) => [reading.id, reading]))
  const work = await findTranslationWork(db, all)
  const items = await findItems(db, [...new Set(all.map(({ itemId }) => itemId))])
  const latest = new Set(items.map(({ readingId }) => readingId))
  return all.map((one) =>
    present(one, latest.has(one.readingId) ? byId.get(one.readingId) : undefined, work.get(workKey(one))),
  )
}

export async function presentTranslation(db: Db, translation: StoredTranslation): Promise<TranslationView> {
  const [view] = await presentTranslations(db, [translation])
  return view ?? present(translation, undefined, undefined)
}

/** @param reading that the page stands for now, when the translation is of it */
function present(
  translation: StoredTranslation,
  reading: StoredReading | undefined,
  work: TranslationWork | undefined,
): TranslationView {
  const { textDigest: _, segments, titleFlags, leftOver, ...rest } = translation
  return {
    ...rest,
    isCurrent: reading !== undefined && isOfText(reading, translation),
    isWaiting: segments.some(({ state }) => state === 'none'),
    work: work ?? { state: 'idle', runAt: null },
    titleFlags: titleFlags.map((flag) => ({ ...flag })),
    leftOver: leftOver.map((one) => ({ ...one })),
    segments: segments.map((segment) => ({ ...segment, flags: segment.flags.map((flag) => ({ ...flag })) })),
  }
}

export const presentRevisions = (revisions: readonly TranslationRevision[]): TranslationHistory => ({
  revisions: revisions.map(({ changes: record, ...revision }) => {
    const { sentences, filled, reasons, layout, ...rest } = readChanges(record)
    const changed = sentences.map((one) => ({ ...one, before: toSaid(one.before), after: toSaid(one.after) }))
    const lists = { sentences: changed, filled: [...filled], reasons: [...reasons] }
    return { ...revision, changes: { ...rest, ...lists, layout: layout && toLayout(layout) } }
  }),
})

function toLayout({ at, before, after }: LayoutChange) {
  const toCuts = (segments: LayoutChange['before']) => segments.map(({ source, target }) => ({ source, target }))
  return { at, before: toCuts(before), after: toCuts(after) }
}

function toSaid({ flags, ...said }: Partial<SaidWords>): Said {
  return { ...said, ...(flags && { flags: flags.map((flag) => ({ ...flag })) }) }
}
