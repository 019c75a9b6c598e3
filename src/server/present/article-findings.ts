// What the checks find in an imported article, with its neighbours in the file and those it cites or is cited by at hand.

import type { ArticleId } from '../../domain/article.ts'
import type { CheckDocument, KnownOutlet } from '../../desk/checks/check.ts'
import { findImport } from '../../store/article-imports.ts'
import { listCitations, listReferences } from '../../store/article-references.ts'
import { findArticle, listArticles } from '../../store/articles.ts'
import type { Db } from '../../store/db.ts'
import { listOutlets } from '../../store/outlets.ts'
import type { ArticleFinding } from '../shapes/article.ts'
import { notFound } from '../routes/route-parts.ts'

/** The most other articles that are looked at beside it. */
const MOST_OTHERS = 200

/** The findings in the order of print. Throws `not-found`. */
export async function findFindings(db: Db, id: ArticleId): Promise<ArticleFinding[]> {
  const texts = new Map<string, string>()
  const article = await loadDocument(db, id, texts)
  if (!article) throw notFound('article')
  const others: CheckDocument[] = []
  for (const other of await neighbours(db, id, article.fileId)) {
    const document = await loadDocument(db, other, texts)
    if (document) others.push(document.checked)
  }
  const outlets = (await listOutlets(db)).map(({ name, nameAsPrinted, domains, country }): KnownOutlet => {
    return { name, otherNames: nameAsPrinted === null ? [] : [nameAsPrinted], hosts: domains, country }
  })
  // The checks are many files: a desk that shows no article does without them.
  const [{ allChecks }, { runChecks }] = await Promise.all([
    import('../../desk/checks/all-checks.ts'),
    import('../../desk/checks/run-checks.ts'),
  ])
  const mendOf = new Map(allChecks.map(({ id: check, mend }) => [check, mend]))
  return runChecks([article.checked], { others, outlets }).map((finding) => ({
    ...finding,
    mend: mendOf.get(finding.check) ?? '',
  }))
}

/** @param texts of files read already, by id: neighbours mostly stand in one file */
async function loadDocument(db: Db, id: ArticleId, texts: Map<string, string>) {
  const article = await findArticle(db, id)
  if (!article) return undefined
  const { fileId, fileName, print } = article
  const text = texts.get(fileId) ?? (await findImport(db, fileId))?.text
  if (text === undefined) return undefined
  texts.set(fileId, text)
  return { fileId, checked: { text, document: print, file: fileName } }
}

async function neighbours(db: Db, id: ArticleId, fileId: Parameters<typeof findImport>[1]): Promise<ArticleId[]> {
  const inFile = await listArticles(db, { file: fileId }, MOST_OTHERS)
  const cited = (await listReferences(db, id)).flatMap(({ meaning }) => meaning?.articleId ?? meaning?.indexId ?? [])
  const citing = (await listCitations(db, id)).map(({ articleId }) => articleId)
  return [...new Set([...cited, ...citing, ...inFile.map((one) => one.id)])]
    .filter((one) => one !== id)
    .slice(0, MOST_OTHERS)
}
