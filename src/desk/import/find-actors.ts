import type { ArticlePrint } from '../../domain/article.ts'
export function findActors(_: ArticlePrint): unknown[] {
  return []
}
