// In: the facts of a page. Out: whom it declares as its authors, in linked data and meta elements.

import { fold } from '../text/fold.ts'
import { namesIn } from './clean-name.ts'
import type { PageFacts } from './page-facts.ts'

/** The declared authors: those of linked data, unless a meta element names more beside them. */
export function declaredAuthors(facts: PageFacts): string[] {
  const linked = unique((facts.jsonLd.article?.authors ?? []).flatMap(splitDeclared))
  const written = unique(metaAuthors(facts))
  return linked.length > 0 ? [...widest(linked, [written])] : written
}

function metaAuthors(facts: PageFacts): string[] {
  for (const name of [
    // Journals name their authors here, and those of the works they cite under plain "author".
    'citation_author',
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'dc.creator',
    'dcterms.creator',
    'cxenseparse:author',
    'cxenseparse:recs:author',
    'article.author',
    'og:author',
    'article:author_name',
    'book:author',
    'twitter:creator_name',
    'creator',
    'authors',
    'dc.contributor',
    'article_author',
    'mediator_author',
    'vr:author',
    'lp.article:author',
  ]) {
    const names = (facts.meta.get(name) ?? []).flatMap(splitDeclared)
    if (names.length > 0) return names
  }
  return []
}

/** Declared names may hold several, or one with a comma before a title. */
function splitDeclared(value: string): string[] {
  if (/https?:\/\/|^@/.test(value)) return []
  const names = namesIn(value)
  return names.length > 0 ? names : []
}

/** Each name once, whatever its case. */
export function unique(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => !seen.has(fold(name)) && seen.add(fold(name)))
}

/** The longest of lists that hold all that were known; pages often tell machines of one author and readers of all. */
export function widest(known: readonly string[], others: readonly (readonly string[])[]): readonly string[] {
  const holdsAll = (names: readonly string[]): boolean =>
    names.length < 8 && known.every((name) => names.some((one) => fold(one) === fold(name)))
  return others.reduce((best, names) => (names.length > best.length && holdsAll(names) ? names : best), known)
}
