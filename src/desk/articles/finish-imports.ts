// After files have come in: everything is joined again, names are found, and the index takes what waits for it.
// A kill in between loses nothing: what is left to do is written in the records, and the next import or start does it.

import { isUnjoined } from '../../store/article-joins.ts'
import { listWaitingDocuments, markArticlesIndexed } from '../../store/article-documents.ts'
import type { Db } from '../../store/db.ts'
import type { SearchIndex } from '../../store/search/search-index.ts'
import { joinArticles } from './join-articles.ts'

const BATCH = 200

/** Joins what came in and indexes what waits. Safe to run twice, and with nothing to do. */
export async function finishImports(
  { db, search }: { readonly db: Db; readonly search?: Pick<SearchIndex, 'upsert'> },
  now: number,
): Promise<void> {
  if (await isUnjoined(db)) await joinArticles(db)
  if (search) await indexWaiting(db, search, now)
}

/** Gives the index every article that it does not have in its latest state. */
async function indexWaiting(db: Db, search: Pick<SearchIndex, 'upsert'>, now: number): Promise<void> {
  for (;;) {
    const documents = await listWaitingDocuments(db, BATCH)
    if (documents.length === 0) return
    await search.upsert(documents)
    await markArticlesIndexed(
      db,
      documents.map(({ id }) => id),
      now,
    )
  }
}
