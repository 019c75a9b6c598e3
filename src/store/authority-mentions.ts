// Where authorities are named: each place with the words around it, newest first, and how many there are by year.

import type { ArticleId, ArticlePrint, Printed } from '../domain/article.ts'
import type { AuthorityId, Mention, MentionPart } from '../domain/authority.ts'
import type { MentionRow } from './article-schema.ts'
import type { Db } from './db.ts'

/** A mention with the article and, in an excerpt, the outlet that speaks. */
export type ShownMention = Mention & {
  readonly id: string
  readonly articleTitle: string | null
  readonly orderAt: number
  readonly outlet: string | null
  readonly sourceDate: string | null
  /** The words around it: `text.slice(start, end)` is the mention. */
  readonly context: { readonly text: string; readonly start: number; readonly end: number }
}

export type MentionCursor = { readonly orderAt: number; readonly id: string }

/** Mentions of all the authorities given, by the time of their articles, newest first. @param limit at most 200 */
export async function listMentions(
  db: Db,
  ids: readonly AuthorityId[],
  limit: number,
  before?: MentionCursor,
): Promise<ShownMention[]> {
  if (ids.length === 0) return []
  let query = db
    .selectFrom('mentions as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .leftJoin('article_sources as s', (join) =>
      join.onRef('s.article_id', '=', 'm.article_id').onRef('s.ordinal', '=', 'm.source'),
    )
    .selectAll('m')
    .select(['a.title', 'a.order_at', 's.outlet', 's.date'])
    .where('m.authority_id', 'in', ids)
    .orderBy('a.order_at', 'desc')
    .orderBy('m.id')
    .limit(Math.min(limit, 200))
  if (before) {
    query = query.where((e) =>
      e.or([
        e('a.order_at', '<', before.orderAt),
        e.and([e('a.order_at', '=', before.orderAt), e('m.id', '>', before.id)]),
      ]),
    )
  }
  const rows = await query.execute()
  const prints = await readPrints(db, [...new Set(rows.map(({ article_id }) => article_id))])
  return rows.map((row) => ({
    ...toMention(row),
    id: row.id,
    articleTitle: row.title,
    orderAt: row.order_at,
    outlet: row.outlet,
    sourceDate: row.date,
    context: showContext(prints.get(row.article_id), row),
  }))
}

function toMention(row: MentionRow): Mention {
  return {
    authorityId: row.authority_id as AuthorityId,
    articleId: row.article_id as ArticleId,
    part: row.part as MentionPart,
    source: row.source,
    start: row.start_at,
    end: row.end_at,
    text: row.text,
    role: row.role,
    isQuoted: row.quoted === 1,
  }
}

async function readPrints(db: Db, ids: readonly string[]): Promise<Map<string, ArticlePrint>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('articles as a')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.number', '=', 'a.revision'),
    )
    .select(['a.id', 'r.print'])
    .where('a.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, print }): [string, ArticlePrint] => [id, JSON.parse(print) as ArticlePrint]))
}

/** Characters shown on each side. */
const AROUND = 140

type Place = { readonly start_at: number; readonly end_at: number; readonly text: string }

function showContext(print: ArticlePrint | undefined, { start_at, text }: Place): ShownMention['context'] {
  const piece = print && piecesOf(print).find(({ start, end }) => start <= start_at && start_at < end)
  const at = piece ? nearest(piece.text, text, start_at - piece.start) : -1
  if (!piece || at < 0) return { text, start: 0, end: text.length }
  const from = wordEdge(piece.text, Math.max(0, at - AROUND))
  const to = wordEdge(piece.text, Math.min(piece.text.length, at + text.length + AROUND))
  return { text: piece.text.slice(from, to), start: at - from, end: at - from + text.length }
}

function piecesOf({ title, caption, pullQuote, summary, body, sources }: ArticlePrint): Printed[] {
  const single = [title, caption, pullQuote, summary].flatMap((piece) => piece ?? [])
  return [...single, ...body, ...sources.flatMap(({ excerpt }) => excerpt)]
}

/** White space is collapsed in what is shown, so a place there lies at or a little before its place in the file. */
function nearest(text: string, words: string, wanted: number): number {
  let best = -1
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at
  }
  return best
}

function wordEdge(text: string, at: number): number {
  if (at === 0 || at === text.length) return at
  const space = text.lastIndexOf(' ', at)
  return space < 0 ? at : space + 1
}

/** The places in the desk's own words of the newest articles that name one of the authorities. */
export async function listArticlesNaming(
  db: Db,
  ids: readonly AuthorityId[],
  limit: number,
): Promise<{ articleId: ArticleId; start: number }[]> {
  if (ids.length === 0) return []
  const newest = db
    .selectFrom('mentions as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .select(['a.id', 'a.order_at'])
    .where('m.authority_id', 'in', ids)
    .groupBy(['a.id', 'a.order_at'])
    .orderBy('a.order_at', 'desc')
    .orderBy('a.id')
    .limit(limit)
  const rows = await db
    .selectFrom('mentions')
    .select(['article_id', 'start_at'])
    .where('authority_id', 'in', ids)
    .where('part', 'in', ['body', 'summary'])
    .where('article_id', 'in', (e) => e.selectFrom(newest.as('newest')).select('newest.id'))
    .execute()
  return rows.map(({ article_id, start_at }) => ({ articleId: article_id as ArticleId, start: start_at }))
}

/** What the page of an authority counts. */
export type MentionCounts = {
  readonly mentions: number
  readonly articles: number
  readonly quoted: number
  /** Of the articles' order in time, oldest first. */
  readonly years: readonly { readonly year: number; readonly articles: number }[]
  /** Who speaks of it in excerpts, most first. */
  readonly outlets: readonly { readonly outlet: string; readonly mentions: number }[]
  /** Offices printed before its name, each with its first and last article in time. */
  readonly roles: readonly {
    readonly role: string
    readonly count: number
    readonly from: number
    readonly to: number
  }[]
}

/** @param ids an authority with all that were joined into it */
export async function countMentions(db: Db, ids: readonly AuthorityId[]): Promise<MentionCounts> {
  if (ids.length === 0) return { mentions: 0, articles: 0, quoted: 0, years: [], outlets: [], roles: [] }
  const articles = await db
    .selectFrom('mentions as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .select(['a.id', 'a.order_at'])
    .select((e) => [e.fn.countAll().as('n'), e.fn.sum('m.quoted').as('quoted')])
    .where('m.authority_id', 'in', ids)
    .groupBy(['a.id', 'a.order_at'])
    .execute()
  const years = new Map<number, number>()
  for (const { order_at } of articles) {
    const year = new Date(order_at).getUTCFullYear()
    years.set(year, (years.get(year) ?? 0) + 1)
  }
  return {
    mentions: articles.reduce((all, { n }) => all + Number(n), 0),
    articles: articles.length,
    quoted: articles.reduce((all, { quoted }) => all + Number(quoted ?? 0), 0),
    years: [...years].sort((a, b) => a[0] - b[0]).map(([year, count]) => ({ year, articles: count })),
    outlets: await countOutlets(db, ids),
    roles: await countRoles(db, ids),
  }
}

async function countOutlets(db: Db, ids: readonly AuthorityId[]): Promise<MentionCounts['outlets']> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('article_sources as s', (join) =>
      join.onRef('s.article_id', '=', 'm.article_id').onRef('s.ordinal', '=', 'm.source'),
    )
    .select((e) => ['s.outlet', e.fn.countAll().as('n')])
    .where('m.authority_id', 'in', ids)
    .where('s.outlet', 'is not', null)
    .groupBy('s.outlet')
    .orderBy('n', 'desc')
    .orderBy('s.outlet')
    .limit(200)
    .execute()
  return rows.map(({ outlet, n }) => ({ outlet: outlet ?? '', mentions: Number(n) }))
}

async function countRoles(db: Db, ids: readonly AuthorityId[]): Promise<MentionCounts['roles']> {
  const rows = await db
    .selectFrom('mentions as m')
    .innerJoin('articles as a', 'a.id', 'm.article_id')
    .select((e) => [
      'm.role',
      e.fn.countAll().as('n'),
      e.fn.min('a.order_at').as('from'),
      e.fn.max('a.order_at').as('to'),
    ])
    .where('m.authority_id', 'in', ids)
    .where('m.role', 'is not', null)
    .groupBy('m.role')
    .orderBy('n', 'desc')
    .orderBy('m.role')
    .limit(200)
    .execute()
  return rows.map(({ role, n, from, to }) => ({
    role: role ?? '',
    count: Number(n),
    from: Number(from),
    to: Number(to),
  }))
}
