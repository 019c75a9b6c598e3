// In: articles that search found. Out: hits in the form of items, with what makes an article of them, so that one list in the
// order of time shows both.

import type { ArticleId } from '../../domain/article.ts'
import type { ArticleHead } from '../../domain/article-record.ts'
import { readInstant } from '../../lib/read-instant.ts'
import { findArticleTexts } from '../../store/article-documents.ts'
import { findArticleHeads } from '../../store/articles.ts'
import type { Db } from '../../store/db.ts'
import type { ItemRow } from '../shapes/item.ts'
import type { Hit } from '../shapes/search.ts'
import { shortenLead } from './text-pieces.ts'

export type FoundArticle = { readonly row: ItemRow & Pick<Hit, 'article'>; readonly text: string }

/** The articles among the ids given, by id. */
export async function loadArticleHits(db: Db, ids: readonly ArticleId[]): Promise<Map<string, FoundArticle>> {
  const heads = await findArticleHeads(db, ids)
  const texts = await findArticleTexts(
    db,
    heads.map(({ id }) => id),
  )
  return new Map(
    heads.map((head): [string, FoundArticle] => {
      const text = texts.get(head.id) ?? ''
      return [head.id, { row: showHit(head, text), text }]
    }),
  )
}

function showHit(head: ArticleHead, text: string): FoundArticle['row'] {
  const { id, kind, title, issue, authors, published, orderAt } = head
  const printed = published ?? issue
  return {
    id,
    url: `/articles/${id}`,
    title,
    titleFrom: title === null ? null : 'reading',
    language: 'en',
    direction: 'ltr',
    outlet: { id: '', name: authors.join(', '), nameAsPrinted: null, descriptor: null },
    publishedEdtf: printed,
    publishedAt: readInstant(printed),
    seenAt: orderAt,
    state: 'read',
    failure: null,
    reason: null,
    versions: head.revision,
    lead: shortenLead(text, title),
    translation: null,
    triage: { state: 'opened', marks: [], version: 0 },
    group: null,
    article: { kind, issue, authors: [...authors] },
  }
}
