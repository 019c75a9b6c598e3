// Addresses that somebody must look at: missing, shortened, volatile, or dead as far as the desk has asked.

import type { ArticleId } from '../domain/article.ts'
import type { AddressTrouble, ArticleAddress } from '../domain/cited-source.ts'
import type { Db } from './db.ts'

export type WorklistRow = ArticleAddress & {
  readonly articleTitle: string | null
  /** What the desk found when it asked for the page; null = it never did. */
  readonly lastVisit: { readonly itemId: string; readonly state: string; readonly reason: string | null } | null
}

export type WorklistFilter = { readonly trouble?: AddressTrouble; readonly articleId?: ArticleId }

/** A page of the list, in the order of ids, from the one after `after`. @param limit at most 500 */
export async function listWorklist(
  db: Db,
  filter: WorklistFilter,
  limit: number,
  after?: string,
): Promise<WorklistRow[]> {
  let query = filtered(db, filter)
    .innerJoin('articles', 'articles.id', 'u.article_id')
    .selectAll('u')
    .select(['articles.title as article_title', 'items.id as item_id', 'items.state', 'items.reason'])
    .orderBy('u.id')
    .limit(Math.min(limit, 500))
  if (after !== undefined) query = query.where('u.id', '>', after)
  return (await query.execute()).map((row) => ({
    id: row.id,
    articleId: row.article_id as ArticleId,
    articleTitle: row.article_title,
    place: row.place as ArticleAddress['place'],
    label: row.label,
    url: row.url,
    urlAsPrinted: row.url_as_printed,
    trouble: isDead(row.state) ? 'dead' : (row.trouble as AddressTrouble | null),
    title: row.title,
    outlet: row.outlet,
    date: row.date,
    slug: row.slug,
    lastVisit: row.item_id === null ? null : { itemId: row.item_id, state: row.state ?? '', reason: row.reason },
  }))
}

/** How many addresses there are of each trouble. */
export async function countWorklist(db: Db): Promise<{ trouble: AddressTrouble; count: number }[]> {
  const rows = await filtered(db, {})
    .select((e) => [
      e.case().when('items.state', 'in', dead).then('dead').else(e.ref('u.trouble')).end().as('kind'),
      e.fn.countAll().as('n'),
    ])
    .groupBy('kind')
    .execute()
  return rows
    .map(({ kind, n }) => ({ trouble: kind as AddressTrouble, count: Number(n) }))
    .sort((a, b) => b.count - a.count || (a.trouble < b.trouble ? -1 : 1))
}

const dead = ['failed', 'refused']

function isDead(state: string | null): boolean {
  return state !== null && dead.includes(state)
}

function filtered(db: Db, { trouble, articleId }: WorklistFilter) {
  let query = db.selectFrom('article_addresses as u').leftJoin('items', 'items.url', 'u.url')
  if (articleId) query = query.where('u.article_id', '=', articleId)
  if (trouble === 'dead') return query.where('items.state', 'in', dead)
  if (trouble) {
    return query
      .where('u.trouble', '=', trouble)
      .where((e) => e.or([e('items.state', 'is', null), e('items.state', 'not in', dead)]))
  }
  return query.where((e) => e.or([e('u.trouble', 'is not', null), e('items.state', 'in', dead)]))
}
