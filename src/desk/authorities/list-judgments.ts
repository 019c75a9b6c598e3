// In: an authority. Out: what the desk's own words said of it, article after article in time: the paragraphs of analysis that
// name it, with the words that hedge. So a reader sees whether the desk changed its mind, and on which sources.

import type { ArticleId } from '../../domain/article.ts'
import type { AuthorityId } from '../../domain/authority.ts'
import { findArticle, findArticleHeads } from '../../store/articles.ts'
import { listArticlesNaming } from '../../store/authority-mentions.ts'
import type { Db } from '../../store/db.ts'

export type Judgment = {
  readonly articleId: ArticleId
  readonly articleTitle: string | null
  readonly orderAt: number
  readonly authors: readonly string[]
  readonly paragraphs: readonly {
    readonly text: string
    readonly line: number
    /** It weighs: it hedges, or it closes the analysis, where the digest states what things mean. */
    readonly isAssessment: boolean
    readonly hedges: readonly string[]
  }[]
  /** The outlets that the article rests on. */
  readonly outlets: readonly string[]
}

/** The words in which analysts say how sure they are. */
const hedge =
  /\b(?:almost certain(?:ly)?|very (?:un)?likely|(?:un)?likely|probabl[ey]|improbabl[ey]|possibl[ey]|perhaps|may|might|could|appears?|seems?|suggests?|indicates?|signals?|presumably|apparently|potential(?:ly)?|expected|reportedly)\b/giu

/** Oldest first. @param limit of articles, the newest are taken */
export async function listJudgments(db: Db, ids: readonly AuthorityId[], limit: number): Promise<Judgment[]> {
  const places = Map.groupBy(await listArticlesNaming(db, ids, limit), ({ articleId }) => articleId)
  const heads = await findArticleHeads(db, [...places.keys()])
  const judgments: Judgment[] = []
  for (const head of heads.sort((a, b) => a.orderAt - b.orderAt || (a.id < b.id ? -1 : 1))) {
    const article = await findArticle(db, head.id)
    if (!article) continue
    const starts = (places.get(head.id) ?? []).map(({ start }) => start)
    const { body, summary, sources } = article.print
    const own = [...(summary ? [summary] : []), ...body]
    const last = body.at(-1)
    const paragraphs = own
      .filter(({ start, end }) => starts.some((at) => start <= at && at < end))
      .map((paragraph) => {
        const hedges = [...new Set([...paragraph.text.matchAll(hedge)].map(([word]) => word.toLowerCase()))]
        const { text, line } = paragraph
        return { text, line, isAssessment: hedges.length > 0 || paragraph === last, hedges }
      })
    if (paragraphs.length === 0) continue
    judgments.push({
      articleId: head.id,
      articleTitle: head.title,
      orderAt: head.orderAt,
      authors: head.authors,
      paragraphs,
      outlets: [...new Set(sources.flatMap(({ outlet }) => outlet ?? []))],
    })
  }
  return judgments
}
