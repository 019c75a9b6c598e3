// What a check is. One file a check, pure: it is given a printed article and what stands around it, and points at places.
// The same checks look at what is imported today and at drafts in the editor.

import type { ArticlePrint, CheckFinding, Severity, Span } from '../../domain/article.ts'
import type { SampleParts } from './sample-parts.ts'

/** A document of a file, with the text of the whole file: all spans are offsets into `text`. */
export type CheckDocument = { readonly text: string; readonly document: ArticlePrint; readonly file: string }

/** What the register knows of an outlet, as far as the checks ask. */
export type KnownOutlet = {
  readonly name: string
  readonly otherNames: readonly string[]
  /** Host names under which it publishes, without `www.`. */
  readonly hosts: readonly string[]
  /** ISO 3166-1 alpha-2; null = not stated. */
  readonly country: string | null
}

export type CheckContext = CheckDocument & {
  /** Every document of the run, this one included. The same array for the whole run: what is counted over it is counted once. */
  readonly all: readonly CheckDocument[]
  readonly outlets: readonly KnownOutlet[]
}

export const checkGroups = [
  'citation',
  'descriptor',
  'structure',
  'remains',
  'run-in',
  'quotes',
  'fidelity',
  'facts',
  'names',
  'url',
  'crossref',
  'image',
  'repost',
  'notes',
  'excerpt',
] as const

export type CheckGroup = (typeof checkGroups)[number]

/** A place that a check points at. What is left out is the check's own. */
export type Place = Span & {
  /** What is wrong here in particular. */
  readonly why?: string
  /** The words to put in place of `text.slice(start, end)`, only where that is safe. */
  readonly fix?: string
  /** Where this place weighs less than the check does. */
  readonly severity?: Severity
}

export type Check = {
  /** Kebab case, the name of its file. Never changed: people mute checks by it. */
  readonly id: string
  readonly group: CheckGroup
  readonly severity: Severity
  /** What it reads, in a few words. */
  readonly looksAt: string
  /** Why a place like this is a defect: one sentence for an editor. */
  readonly why: string
  /** What to do about it. */
  readonly mend: string
  /** The defect in a document of our own, and the same document mended. */
  readonly example: { readonly bad: SampleParts; readonly good: SampleParts }
  /** Never throws, whatever the document holds; reads `context` and nothing else. */
  readonly find: (context: CheckContext) => readonly Place[]
}

/** A finding with the document it is about. */
export type DocumentFinding = CheckFinding & {
  readonly file: string
  /** The document's title, as printed. */
  readonly document: string
}
