import type { ArticlePrint } from '../../domain/article.ts'
import type { ArticleDetail } from '../../server/shapes/article.ts'

/** The print that the API hands through as it is kept; its shape is the domain's. */
export const printOf = (article: ArticleDetail): ArticlePrint => article.print as unknown as ArticlePrint
