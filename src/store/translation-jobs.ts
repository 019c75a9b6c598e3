// Whether engines are at work on a translation, as the queue has it.

import type { ReadingId } from '../domain/reading.ts'
import type { Db } from './db.ts'
import { translateJob } from './queue/new-jobs.ts'

/** `runAt`: when a waiting job falls due, milliseconds UTC. */
export type TranslationWork =
  | { readonly state: 'idle'; readonly runAt: null }
  | { readonly state: 'waiting'; readonly runAt: number }
  | { readonly state: 'running'; readonly runAt: null }

type Of = { readonly readingId: ReadingId; readonly to: string }

/** By the key that `workKey` gives; those that nothing waits for are not in the map. */
export async function findTranslationWork(db: Db, of: readonly Of[]): Promise<Map<string, TranslationWork>> {
  const keys = new Map(of.flatMap((one) => jobKeys(one).map((key) => [key, workKey(one)] as const)))
  const found = new Map<string, TranslationWork>()
  if (keys.size === 0) return found
  const rows = await db
    .selectFrom('jobs')
    .select(['key', 'state', 'run_at'])
    .where('key', 'in', [...keys.keys()])
    .where('state', '!=', 'failed')
    .orderBy('run_at', 'desc')
    .execute()
  for (const { key, state, run_at } of rows) {
    const work = keys.get(key ?? '') ?? ''
    if (state === 'running') found.set(work, { state: 'running', runAt: null })
    else if (found.get(work)?.state !== 'running') found.set(work, { state: 'waiting', runAt: run_at })
  }
  return found
}

export const workKey = ({ readingId, to }: Of): string => `${readingId} ${to}`

const jobKeys = ({ readingId, to }: Of): string[] =>
  (['lead', 'whole'] as const).flatMap((extent) => translateJob({ readingId, to, extent, tries: 0 }, 0).key ?? [])
