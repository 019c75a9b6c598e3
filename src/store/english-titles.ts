// Titles of readings in English, where a translation has one.

import type { ReadingId } from '../domain/reading.ts'
import type { TranslationState } from '../domain/translation.ts'
import { primaryOf } from '../lib/primary-of.ts'
import type { Db } from './db.ts'
import { titleNamesOf } from './translated-heads.ts'

export type EnglishTitle = {
  readonly title: string
  readonly state: TranslationState
  /** Who made and who reviewed it, in words that go on record; null = not known. */
  readonly by: string | null
}

const best: readonly TranslationState[] = ['human', 'machine-reviewed', 'machine']

/** Of several English titles of a reading the one that most of a person is in. */
export async function findEnglishTitles(
  db: Db,
  readingIds: readonly ReadingId[],
): Promise<Map<ReadingId, EnglishTitle>> {
  const titles = new Map<ReadingId, EnglishTitle>()
  if (readingIds.length === 0) return titles
  const rows = await db
    .selectFrom('translations')
    .select(['reading_id', 'title', 'title_state', 'title_origin', 'title_reviewed_by', 'to_language'])
    .where('reading_id', 'in', readingIds)
    .where('title', 'is not', null)
    .orderBy('changed_at', 'desc')
    .execute()
  const english = rows.filter(({ to_language }) => primaryOf(to_language) === 'en')
  for (const state of best)
    for (const row of english) {
      const id = row.reading_id as ReadingId
      if (row.title_state !== state || !row.title || titles.has(id)) continue
      titles.set(id, { title: row.title, state, by: titleNamesOf(row) })
    }
  return titles
}
