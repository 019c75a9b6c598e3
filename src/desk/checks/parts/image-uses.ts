// In: a run. Out: its pictures, and which of them are one: the same address, or the same first sentence of the caption.

import type { ArticleImage } from '../../../domain/article.ts'
import type { CheckDocument } from '../check.ts'
import { onceForRun } from './once-for-run.ts'
import { foldLetters } from './words.ts'

export type ImageUse = { readonly in: CheckDocument; readonly image: ArticleImage }

const byKey = onceForRun((all): ReadonlyMap<string, readonly ImageUse[]> => {
  const uses = new Map<string, ImageUse[]>()
  for (const document of all) {
    const { image } = document.document
    if (image === null) continue
    for (const key of keysOf(image)) uses.set(key, [...(uses.get(key) ?? []), { in: document, image }])
  }
  return uses
})

/** Other documents of the run with the same picture. */
export function otherUses(all: readonly CheckDocument[], document: CheckDocument['document']): ImageUse[] {
  if (document.image === null) return []
  const same = keysOf(document.image).flatMap((key) => byKey(all).get(key) ?? [])
  return [...new Map(same.map((use) => [use.in.document, use])).values()].filter((use) => use.in.document !== document)
}

/** A short first sentence ("A ferry.") tells no picture from another. */
function keysOf({ sourceUrl, caption }: ArticleImage): string[] {
  const sentence = /^.{20,}?(?:\.(?=\s\p{Lu}|\s*$)|$)/u.exec(caption ?? '')?.[0] ?? ''
  const said = sentence.split(' ').length >= 5 ? [`caption ${foldLetters(sentence)}`] : []
  return [...(sourceUrl === null ? [] : [`url ${decodeOnce(sourceUrl)}`]), ...said]
}

function decodeOnce(url: string): string {
  try {
    return decodeURI(url).replace(/[?#].*$/u, '')
  } catch {
    return url
  }
}
