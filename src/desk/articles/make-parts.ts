// In: an article's print. Out: the rows it is taken apart into, for questions across articles.

import type { ArticleId, ArticleImage, ArticlePrint, ArticleSource, IndexEntry } from '../../domain/article.ts'
import type { ArticleAddress, CitedSource } from '../../domain/cited-source.ts'
import type { OutletId } from '../../domain/outlet.ts'
import { hostOf, normaliseUrl } from '../../lib/url.ts'
import type { ArticleParts } from '../../store/article-parts.ts'
import { readDateMeanings } from '../indexes/read-date-meaning.ts'
import { titleKey } from '../references/fold-title.ts'
import { referenceId, referencesOf, rowId, rowKey } from '../references/gather-witnesses.ts'
import { slugOf } from '../references/canonical-address.ts'
import { judgeAddress } from './judge-address.ts'
import { outletKey } from './outlet-key.ts'

/** @param ownerOf the outlet of the register that owns a host */
export function makeParts(
  articleId: ArticleId,
  print: ArticlePrint,
  ownerOf: (host: string) => OutletId | null,
): ArticleParts {
  return {
    sources: print.sources.map((source) => makeSource(articleId, source, ownerOf)),
    addresses: makeAddresses(articleId, print),
    images: print.image ? [makeImage(articleId, print.image)] : [],
    references: makeReferences(articleId, print),
    entries: makeEntries(articleId, print.entries),
  }
}

function makeSource(
  articleId: ArticleId,
  source: ArticleSource,
  ownerOf: (host: string) => OutletId | null,
): CitedSource {
  const host = source.url === null ? null : (hostOf(source.url)?.replace(/^www\./, '') ?? null)
  return {
    id: `${articleId}:s${source.ordinal}`,
    articleId,
    ordinal: source.ordinal,
    author: source.author,
    titleOriginal: source.titleOriginal,
    titleEnglish: source.titleEnglish,
    language: source.language,
    outlet: source.outlet,
    outletKey: source.outlet === null ? null : outletKey(source.outlet),
    descriptor: source.descriptor,
    date: source.date,
    url: source.url,
    urlAsPrinted: source.urlAsPrinted,
    urlFragment: source.urlFragment,
    host,
    medium: source.medium,
    outletId: host === null ? null : ownerOf(host),
  }
}

function makeAddresses(articleId: ArticleId, print: ArticlePrint): ArticleAddress[] {
  const ofSources = print.sources.map((source): Omit<ArticleAddress, 'id' | 'articleId'> => ({
    place: 'source',
    label: String(source.ordinal),
    url: known(source.url),
    urlAsPrinted: source.urlAsPrinted ?? source.url,
    trouble: judgeAddress(source),
    title: source.titleOriginal ?? source.titleEnglish,
    outlet: source.outlet,
    date: source.date,
    slug: source.urlFragment ?? slugIn(source.url),
  }))
  const ofNotes = print.notes.flatMap(({ label, urls }) => urls.map((url) => plain('note', label, url)))
  const imageUrl = print.image?.sourceUrl ?? null
  const ofImage = imageUrl === null ? [] : [plain('image', '', imageUrl)]
  return [...ofSources, ...ofNotes, ...ofImage].map((address, place) => ({
    ...address,
    id: `${articleId}:u${place}`,
    articleId,
  }))
}

function plain(place: 'note' | 'image', label: string, url: string): Omit<ArticleAddress, 'id' | 'articleId'> {
  const trouble = judgeAddress({ url, urlAsPrinted: null, urlFragment: null })
  return {
    place,
    label,
    url: known(url),
    urlAsPrinted: url,
    trouble,
    title: null,
    outlet: null,
    date: null,
    slug: slugIn(url),
  }
}

/** As the desk knows pages, so that what it fetched already is found; an address it cannot know stays as printed. */
function known(url: string | null): string | null {
  return url === null ? null : (normaliseUrl(url) ?? url)
}

function slugIn(url: string | null): string | null {
  return url === null ? null : slugOf(url) || null
}

function makeImage(articleId: ArticleId, { caption, source, sourceUrl, attribution, credit }: ArticleImage) {
  return { id: `${articleId}:p`, article_id: articleId, caption, source, source_url: sourceUrl, attribution, credit }
}

function makeReferences(articleId: ArticleId, print: ArticlePrint) {
  return referencesOf(print).map(({ reference, note }, place) => ({
    id: referenceId(articleId, place),
    article_id: articleId,
    place,
    note,
    author: reference.author,
    title: reference.title,
    issue: reference.issue,
    issue_as_printed: reference.issueAsPrinted,
    url: reference.url,
    start_at: reference.start,
    end_at: reference.end,
  }))
}

function makeEntries(articleId: ArticleId, entries: readonly IndexEntry[]) {
  const meanings = readDateMeanings(entries.map(({ date }) => date))
  const first = new Map<string, string>()
  return entries.map((entry, place) => {
    const key = rowKey(entry)
    const id = rowId(articleId, place)
    const duplicateOf = first.get(key) ?? null
    if (duplicateOf === null) first.set(key, id)
    return {
      id,
      article_id: articleId,
      place,
      date: entry.date,
      meaning: meanings.get(entry.date) ?? null,
      title: entry.title,
      title_key: titleKey(entry.title),
      authors: JSON.stringify(entry.authors),
      line: entry.line,
      duplicate_of: duplicateOf,
      defect: entry.defect,
    }
  })
}
