// The sources of imported articles as rows.

import type { ArticleId } from '../domain/article.ts'
import type { CitedSource } from '../domain/cited-source.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from './db.ts'

/** The sources of an article in the order of print. */
export async function listSources(db: Db, articleId: ArticleId): Promise<CitedSource[]> {
  const rows = await db
    .selectFrom('article_sources')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    articleId,
    ordinal: row.ordinal,
    author: row.author,
    titleOriginal: row.title_original,
    titleEnglish: row.title_english,
    language: row.language,
    outlet: row.outlet,
    outletKey: row.outlet_key,
    descriptor: row.descriptor,
    date: row.date,
    url: row.url,
    urlAsPrinted: row.url_as_printed,
    urlFragment: row.url_fragment,
    host: row.host,
    medium: row.medium,
    outletId: row.outlet_id as OutletId | null,
  }))
}
