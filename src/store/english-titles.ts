// Titles of readings in English, where a translation has one.

import type { ReadingId } from '../domain/reading.ts'
import type { TranslationState } from '../domain/translation.ts'
import type { Db } from './db.ts'

export type EnglishTitle = { readonly title: string; readonly state: TranslationState }

const best: readonly TranslationState[] = ['human', 'machine-reviewed', 'machine']

/** Of several English titles the one that most of a person is in. */
export async function findEnglishTitle(db: Db, readingId: ReadingId): Promise<EnglishTitle | undefined> {
  const rows = await db
    .selectFrom('translations')
    .select(['title', 'title_state', 'to_language'])
    .where('reading_id', '=', readingId)
    .where('title', 'is not', null)
    .orderBy('changed_at', 'desc')
    .execute()
  const english = rows.filter(({ to_language }) => to_language.split('-')[0] === 'en')
  for (const state of best) {
    const found = english.find((row) => row.title_state === state)
    if (found?.title) return { title: found.title, state }
  }
  return undefined
}
