// In: the documents of some files, in memory. Out: what their references mean and what can be recovered about them.

import type { ArticlePrint, CrossReference, Derived } from '../../domain/article.ts'
import { deriveFacts } from './derive-facts.ts'
import { gatherWitnesses, referenceId, referencesOf } from './gather-witnesses.ts'
import { resolveReferences } from './resolve-references.ts'
import type { ResolvedHow } from './work.ts'

export type FileDocuments = { readonly file: string; readonly documents: readonly ArticlePrint[] }

export type ReferenceTarget = {
  readonly file: string
  readonly title: string
  readonly kind: 'article' | 'index-row'
  readonly how: ResolvedHow
  /** A sentence for people. */
  readonly why: string
}

export type ResolvedFiles = {
  /** Undefined when the piece cited is not in these files. */
  readonly targetOf: (reference: CrossReference) => ReferenceTarget | undefined
  readonly derivedOf: (document: ArticlePrint) => readonly Derived[]
}

/** Pure; the objects given are those to ask with. */
export function resolveFiles(files: readonly FileDocuments[]): ResolvedFiles {
  const speaking = files.flatMap(({ file, documents }, f) =>
    documents.map((document, d) => ({ articleId: `${f}:${d}`, file, document })),
  )
  const resolution = resolveReferences(gatherWitnesses(speaking))
  const derived = deriveFacts(resolution.works)
  const targets = new Map<CrossReference, ReferenceTarget>()
  const facts = new Map<ArticlePrint, readonly Derived[]>()
  const fileOf = new Map(speaking.map(({ articleId, file }): [string, string] => [articleId, file]))
  for (const { articleId, document } of speaking) {
    facts.set(document, derived.get(articleId) ?? [])
    referencesOf(document).forEach(({ reference }, place) => {
      const found = resolution.references.get(referenceId(articleId, place))
      if (!found?.target) return
      const { target, how, why } = found
      const file = fileOf.get(target.id.replace(/:i\d+$/, '')) ?? target.where
      targets.set(reference, {
        file,
        title: target.title,
        kind: target.kind === 'row' ? 'index-row' : 'article',
        how,
        why,
      })
    })
  }
  return { targetOf: (reference) => targets.get(reference), derivedOf: (document) => facts.get(document) ?? [] }
}
