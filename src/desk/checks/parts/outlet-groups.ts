// In: a run. Out: its citations by outlet. Names are joined only by spelling; what the register joins is joined too.

import type { ArticleSource } from '../../../domain/article.ts'
import type { CheckContext, CheckDocument, KnownOutlet } from '../check.ts'
import { hostOf } from './hosts.ts'
import { onceForRun } from './once-for-run.ts'
import { foldLetters } from './words.ts'

export type CitedOutlet = { readonly in: CheckDocument; readonly source: ArticleSource; readonly outlet: string }

/** The name in letters, without an article and without the end of a domain: "The Post", "post.example" and "Post" are one. */
export function outletKey(name: string): string {
  const bare = name.replace(/^(?:www\.|the\s|le\s|la\s|el\s)/iu, '').replace(/\.\p{Ll}{2,4}$/u, '')
  return foldLetters(bare)
}

const byKey = onceForRun((all) => {
  const groups = new Map<string, CitedOutlet[]>()
  for (const document of all) {
    for (const source of document.document.sources) {
      if (source.outlet === null) continue
      const key = outletKey(source.outlet)
      const group = groups.get(key) ?? []
      group.push({ in: document, source, outlet: source.outlet })
      groups.set(key, group)
    }
  }
  return groups
})

/** Every citation of the outlet in the run. */
export function citationsOf(context: CheckContext, outlet: string): readonly CitedOutlet[] {
  const names = [outlet, ...registered(context.outlets, outlet)]
  return [...new Set(names.map(outletKey))].flatMap((key) => byKey(context.all).get(key) ?? [])
}

/** The citations of the run by the host of their address. */
export const citedByHost = onceForRun((all): ReadonlyMap<string, readonly CitedOutlet[]> => {
  const cited = [...byKey(all).values()].flat()
  return Map.groupBy(cited, ({ source }) => hostOf(source.url))
})

function registered(outlets: readonly KnownOutlet[], name: string): readonly string[] {
  const key = outletKey(name)
  const known = outlets.find((outlet) => [outlet.name, ...outlet.otherNames].some((other) => outletKey(other) === key))
  return known ? [known.name, ...known.otherNames] : []
}
