// In: an article as saved. Out: its names in the records: authorities found again or made, their prints, every mention.
// Nothing is joined here beyond what one article itself says; two prints that may be one are suggested to a person.

import type { ArticleId, ArticlePrint } from '../../domain/article.ts'
import { hashId } from '../articles/hash-id.ts'
import type { ArticleCountryRow, AuthorityNameRow, AuthorityRow, MentionRow } from '../../store/article-schema.ts'
import { addAuthorities, readKnownKinds } from '../../store/authorities.ts'
import { replaceCountries, replaceMentions } from '../../store/article-parts.ts'
import type { Db } from '../../store/db.ts'
import { findCountryWords, findNames } from './find-names.ts'
import type { FoundName } from './found-name.ts'
import { nameKey } from './name-key.ts'
import { scriptOf } from './script-of.ts'

export type ArticleToRead = {
  readonly id: ArticleId
  readonly title: string
  readonly print: ArticlePrint
  readonly text: string
}

/** Finds and records the names of articles, in place of those recorded before. For an open transaction. */
export async function recordNames(tx: Db, articles: readonly ArticleToRead[], now: number): Promise<void> {
  const known = await readKnownKinds(tx)
  for (const article of articles) {
    const names = article.print.kind === 'index' ? [] : findNames(article.print, article.text, known)
    const records = names.map((name) => makeRecord(name, article, now))
    await addAuthorities(
      tx,
      records.map(({ authority }) => authority),
      records.flatMap(({ names: prints }) => prints),
    )
    await replaceMentions(
      tx,
      article.id,
      records
        .flatMap(({ mentions }) => mentions)
        .map((mention, place) => ({ ...mention, id: `${article.id}:m${place}` })),
    )
    await replaceCountries(tx, article.id, countCountries(article, names))
  }
}

type NameRecord = {
  readonly authority: AuthorityRow
  readonly names: readonly AuthorityNameRow[]
  readonly mentions: readonly Omit<MentionRow, 'id'>[]
}

function makeRecord(found: FoundName, { id: articleId, title }: ArticleToRead, now: number): NameRecord {
  const naturalKey = found.country === null ? `${found.kind}:${nameKey(found.name)}` : `country:${found.country}`
  const id = hashId(naturalKey)
  const prints = [{ name: found.name, kind: 'established' as const }, ...found.otherNames]
  return {
    authority: { id, kind: found.kind, name: found.name, natural_key: naturalKey, joined_into: null, created_at: now },
    names: prints.map(({ name, kind }) => ({
      id: hashId(`${naturalKey}\n${kind}\n${name}`),
      authority_id: id,
      name,
      name_key: nameKey(name),
      language: found.country === null ? null : 'en',
      script: scriptOf(name),
      kind,
      from_where: title,
    })),
    mentions: found.mentions.map((mention) => ({
      authority_id: id,
      article_id: articleId,
      part: mention.part,
      source: mention.source,
      start_at: mention.start,
      end_at: mention.end,
      text: mention.text,
      role: mention.role,
      quoted: mention.isQuoted ? 1 : 0,
    })),
  }
}

/** A country that stands in the title, or takes at least this share of all mentions of countries, is what a piece is about. */
const ABOUT_SHARE = 0.25

function countCountries(article: ArticleToRead, names: readonly FoundName[]): ArticleCountryRow[] {
  const counts = new Map<string, number>()
  // Excerpts say whom sources name; the piece is about whom its own words name.
  for (const { country, mentions } of names) {
    const own = mentions.filter(({ part }) => part !== 'excerpt').length
    if (country !== null && own > 0) counts.set(country, own)
  }
  const inTitle = new Set(findCountryWords(article.title).map(({ country }) => country))
  for (const country of inTitle) counts.set(country, (counts.get(country) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts].map(([country, mentions]) => ({
    id: `${article.id}:${country}`,
    article_id: article.id,
    country,
    mentions,
    about: inTitle.has(country) || mentions >= ABOUT_SHARE * all ? 1 : 0,
  }))
}
