// Dates that a page declares for machines: linked data, meta elements, microdata, the data of scripts.

import { attributeOf } from '../html/attributes.ts'
import { textOfNode } from '../html/node-text.ts'
import { isInOthers } from './clue-places.ts'
import { addMachineClue, type DateAsk, type DateClue } from './date-clue.ts'

const publishedNames: readonly (readonly [name: string, weight: number])[] = [
  ['article:published_time', 9],
  ['og:published_time', 9],
  ['article:published', 9],
  ['og:article:published_time', 9],
  ['datepublished', 9],
  ['og:pubdate', 8],
  ['pubdate', 8],
  ['publishdate', 8],
  ['publish-date', 8],
  ['publish_date', 8],
  ['published_time', 8],
  ['publication_date', 8],
  ['publicationdate', 8],
  ['article.published', 8],
  ['article.created', 7],
  ['article:created_time', 7],
  ['parsely-pub-date', 8],
  ['sailthru.date', 7],
  ['cxenseparse:recs:publishtime', 8],
  ['cxenseparse:publishtime', 8],
  ['dc.date.issued', 8],
  ['dcterms.issued', 8],
  ['dc.date.created', 7],
  ['dcterms.created', 7],
  ['dcterms.date', 7],
  ['dc.date', 7],
  ['datecreated', 7],
  ['citation_publication_date', 7],
  ['citation_date', 6],
  ['date', 6.5],
  ['dat', 5],
  ['article_date_original', 8],
  ['originalpublicationdate', 8],
  ['published', 7],
  ['published-date', 8],
  ['pub_date', 8],
  ['pubtime', 7],
  ['publishtime', 7],
  ['news:publication_date', 8],
  ['analyticsattributes.articledate', 7],
  ['lastpubdate', 5],
  ['rnews:datepublished', 8],
  ['vr:published_time', 7],
  ['mediator_published_time', 8],
  ['weibo:article:create_at', 8],
  ['bt:pubdate', 7],
  ['date.release', 7],
  ['release_date', 6],
  ['dateposted', 7],
  ['created', 6],
  ['article:post_date', 7],
  ['page-date', 6],
  ['content-date', 6],
  ['timestamp', 5],
  ['datetime', 6],
  ['last_published', 4],
  ['article-date', 7],
  ['story_date', 7],
]
const updatedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified_time',
  'revision_date',
  'article:updated_time',
  'article.updated',
  'og:modified_time',
  'cxenseparse:modified',
  'updated_time',
  'revised',
  'modified',
]

export function addLinkedData({ facts, ...rest }: DateAsk, clues: DateClue[]): void {
  const ask = { facts, ...rest }
  const article = facts.jsonLd.article
  if (!article) return
  const isArticle = article.types.some((type) => /Article|Posting|Report|Review|Story/.test(type))
  addMachineClue(clues, article.datePublished, 'json-ld', isArticle ? 10 : 8, 'published', ask)
  if (!article.datePublished) addMachineClue(clues, article.dateCreated, 'json-ld', 7, 'published', ask)
  addMachineClue(clues, article.dateModified, 'json-ld', 4, 'updated', ask)
}

export function addMeta(ask: DateAsk, clues: DateClue[]): void {
  for (const [name, weight] of publishedNames) {
    const value = ask.facts.meta.get(name)?.[0]
    if (value) addMachineClue(clues, value, 'meta', weight, 'published', ask)
  }
  for (const name of updatedNames) addMachineClue(clues, ask.facts.meta.get(name)?.[0], 'meta', 3, 'updated', ask)
}

/** Microdata: itemprop="datePublished" with a content or datetime, or with text. */
export function addProperties(ask: DateAsk, clues: DateClue[]): void {
  let seen = 0
  for (const [node, property] of ask.facts.properties) {
    const role = /datePublished|dateCreated/.test(property)
      ? 'published'
      : /dateModified/.test(property)
        ? 'updated'
        : null
    if (!role || isInOthers(ask, node)) continue
    const value =
      attributeOf(ask.tree, node, 'content') ??
      attributeOf(ask.tree, node, 'datetime') ??
      textOfNode(ask.tree, node, 120)
    if (
      addMachineClue(clues, value, 'time-element', role === 'published' ? 8.5 - Math.min(seen, 4) : 3, role, ask) &&
      role === 'published'
    )
      seen++
  }
}

/** Dates in the data of scripts: only where a page says nothing else. */
export function addScriptDates(ask: DateAsk, clues: DateClue[]): void {
  const match =
    /"(?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|pubDate|firstPublished|first_published|datePosted|publishedDate|date_published)\\?"\s*:\s*\\?"?([^",}\\]{8,40})/i.exec(
      ask.tree.html,
    )
  if (match?.[1]) addMachineClue(clues, match[1], 'meta', 4, 'published', ask)
}
