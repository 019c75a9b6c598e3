// What the memory learns from a change, and what it unlearns when the change is taken back.

import { isDeepStrictEqual } from 'node:util'
import type { SaidWords, SentenceChange } from '../domain/translation-history.ts'
import type { Db } from '../store/db.ts'
import type { StoredTranslation } from '../store/translations.ts'
import { findExact, forgetLesson, teachMemory, type Lesson } from './memory/translation-memory.ts'
import { saidAt, sourceAt } from './record-changes.ts'

/** Words of people are learnt; words that were learnt and stand no more are forgotten, if the memory has no others by now. */
export async function teachChange(
  db: Db,
  [before, after]: readonly [StoredTranslation, StoredTranslation],
  changes: readonly SentenceChange[],
  now: number,
): Promise<void> {
  if (after.from === 'und') return
  const lessons: Lesson[] = []
  for (const { segment } of changes) {
    const source = sourceAt(after, segment)
    const [then, next] = [lessonOf(source, saidAt(before, segment)), lessonOf(source, saidAt(after, segment))]
    if (next !== null && !isDeepStrictEqual(then, next)) lessons.push(next)
    else if (next === null && then !== null) await forget(db, after, then)
  }
  await teachMemory(db, after, lessons, now)
}

function lessonOf(source: string, said: SaidWords | undefined): Lesson | null {
  if (!said || source === '' || said.target === null || (said.state !== 'human' && said.state !== 'machine-reviewed'))
    return null
  const { target, state, origin, reviewedBy } = said
  const writer = origin?.kind === 'person' ? origin.name : origin?.kind === 'memory' ? origin.of : null
  return { source, target, state, origin: (state === 'human' ? writer : reviewedBy) ?? reviewedBy ?? '' }
}

async function forget(db: Db, pair: { readonly from: string; readonly to: string }, lesson: Lesson): Promise<void> {
  const known = (await findExact(db, pair, [lesson.source])).get(lesson.source)
  if (known?.target === lesson.target) await forgetLesson(db, pair, lesson.source)
}
