// The rows that are made of an article's print: sources, addresses, image, references, index rows, mentions.
// They are replaced together whenever a revision changes the print.

import type { ArticleId } from '../domain/article.ts'
import type { ArticleAddress, CitedSource } from '../domain/cited-source.ts'
import type {
  ArticleCountryRow,
  ArticleImageRow,
  CrossReferenceRow,
  IndexEntryRow,
  MentionRow,
} from './article-schema.ts'
import type { Db } from './db.ts'
import { insertRows } from './insert-rows.ts'

export type ArticleParts = {
  readonly sources: readonly CitedSource[]
  readonly addresses: readonly ArticleAddress[]
  readonly images: readonly ArticleImageRow[]
  readonly references: readonly CrossReferenceRow[]
  readonly entries: readonly IndexEntryRow[]
}

const partTables = [
  'article_sources',
  'article_addresses',
  'article_images',
  'cross_references',
  'index_entries',
] as const

/** Writes the parts of an article in place of those it had. */
export async function replaceParts(db: Db, articleId: ArticleId, parts: ArticleParts): Promise<void> {
  for (const table of partTables) await db.deleteFrom(table).where('article_id', '=', articleId).execute()
  await insertRows(db, 'article_sources', parts.sources.map(toSourceRow))
  await insertRows(db, 'article_addresses', parts.addresses.map(toAddressRow))
  await insertRows(db, 'article_images', parts.images)
  await insertRows(db, 'cross_references', parts.references)
  await insertRows(db, 'index_entries', parts.entries)
}

/** Writes the mentions of an article in place of those it had. */
export async function replaceMentions(db: Db, articleId: ArticleId, mentions: readonly MentionRow[]): Promise<void> {
  await db.deleteFrom('mentions').where('article_id', '=', articleId).execute()
  await insertRows(db, 'mentions', mentions)
}

function toSourceRow(source: CitedSource) {
  return {
    id: source.id,
    article_id: source.articleId,
    ordinal: source.ordinal,
    author: source.author,
    title_original: source.titleOriginal,
    title_english: source.titleEnglish,
    language: source.language,
    outlet: source.outlet,
    outlet_key: source.outletKey,
    descriptor: source.descriptor,
    date: source.date,
    url: source.url,
    url_as_printed: source.urlAsPrinted,
    url_fragment: source.urlFragment,
    host: source.host,
    medium: source.medium,
    outlet_id: source.outletId,
  }
}

function toAddressRow(address: ArticleAddress) {
  return {
    id: address.id,
    article_id: address.articleId,
    place: address.place,
    label: address.label,
    url: address.url,
    url_as_printed: address.urlAsPrinted,
    trouble: address.trouble,
    title: address.title,
    outlet: address.outlet,
    date: address.date,
    slug: address.slug,
  }
}

/** Writes which countries an article names in place of those it had. */
export async function replaceCountries(
  db: Db,
  articleId: ArticleId,
  countries: readonly ArticleCountryRow[],
): Promise<void> {
  await db.deleteFrom('article_countries').where('article_id', '=', articleId).execute()
  await insertRows(db, 'article_countries', countries)
}
