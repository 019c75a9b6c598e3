// In: articles as stored. Out: what the API shows of them.

import type { Article, ArticleHead } from '../../domain/article-record.ts'
import type { ArticleId } from '../../domain/article.ts'
import { countryName } from '../../desk/authorities/country-names.ts'
import { findImport } from '../../store/article-imports.ts'
import { listNamedIn, listCountriesIn } from '../../store/article-named.ts'
import { listCitations, listReferences, listRowsOf, type StoredReference } from '../../store/article-references.ts'
import { listRevisions } from '../../store/article-revisions.ts'
import { listSources } from '../../store/article-sources.ts'
import { findArticle } from '../../store/articles.ts'
import type { Db } from '../../store/db.ts'
import type { ArticleDetail, ArticleReference, ArticleRow } from '../shapes/article.ts'
import { notFound } from '../routes/route-parts.ts'

export function showArticleRow(head: ArticleHead): ArticleRow {
  return {
    id: head.id,
    kind: head.kind,
    title: head.title,
    authors: [...head.authors],
    issue: head.issue,
    published: head.published,
    orderAt: head.orderAt,
    orderFrom: head.orderFrom,
    file: { id: head.fileId, name: head.fileName },
    lines: [...head.lines],
    revision: head.revision,
  }
}

/** Everything that is known of an article. Throws `not-found`. */
export async function loadArticleDetail(db: Db, id: ArticleId): Promise<ArticleDetail> {
  const article = await findArticle(db, id)
  const file = article && (await findImport(db, article.fileId))
  if (!article || !file) throw notFound('article')
  const [start, end] = spanOf(article)
  const countries = await listCountriesIn(db, id)
  const { blocks } = article.print
  return {
    ...showArticleRow(article),
    text: file.text.slice(start, end),
    textStart: start,
    blocks: blocks.map((block) => ({ ...block })),
    print: { ...article.print },
    derived: article.derived.map((fact) => ({ ...fact })),
    countries: countries.map((one) => ({ ...one, name: countryName(one.country) })),
    sources: await listSources(db, id),
    references: (await listReferences(db, id)).map(showReference),
    citedBy: (await listCitations(db, id)).map(showReference),
    indexRows: await listRowsOf(db, id),
    authorities: (await listNamedIn(db, id)).map((one) => ({ ...one })),
    history: await listRevisions(db, id),
  }
}

function spanOf({ print: { blocks } }: Article): [start: number, end: number] {
  return [blocks[0]?.start ?? 0, blocks.reduce((most, { end }) => Math.max(most, end), 0)]
}

function showReference(reference: StoredReference): ArticleReference {
  const { meaning } = reference
  return { ...reference, meaning: meaning && { ...meaning, addresses: [...meaning.addresses] } }
}
