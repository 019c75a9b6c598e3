// An imported article as the desk keeps it: the file it came in, its revisions, and what was joined to it.

import type { ArticleId, ArticleKind, ArticlePrint, Derived, Printed } from './article.ts'
import type { Id } from './id.ts'

export type ImportId = Id<'import'>
export type WorkId = Id<'work'>

/** A file that was brought in: its whole decoded text stays, whatever becomes of the articles. */
export type ImportFile = {
  readonly id: ImportId
  readonly name: string
  /** SHA-256 of the bytes, hex. */
  readonly digest: string
  readonly size: number
  readonly charset: string | null
  readonly text: string
  readonly leftOver: readonly Printed[]
  /** Sentences about what was wrong with the file. */
  readonly notes: readonly string[]
  readonly importedAt: number
  readonly importedBy: string
}

/** An article without its print, for lists. */
export type ArticleHead = {
  readonly id: ArticleId
  readonly fileId: ImportId
  readonly fileName: string
  readonly kind: ArticleKind
  readonly title: string | null
  readonly lines: readonly [first: number, last: number]
  /** How many revisions there are; the latest is what is shown. */
  readonly revision: number
  /** `YYYY-MM`; derived. */
  readonly issue: string | null
  /** EDTF; derived. */
  readonly published: string | null
  readonly authors: readonly string[]
  /** Where it stands in lists by time, with what that rests on. */
  readonly orderAt: number
  readonly orderFrom: OrderFrom
}

/** What the place of an article in time rests on, surest first. */
export type OrderFrom = 'published' | 'issue' | 'latest-source' | 'imported'

export type Article = ArticleHead & {
  readonly print: ArticlePrint
  readonly derived: readonly Derived[]
}

export type RevisionDeed = 'imported' | 'boundary-moved' | 'undone'

/** A state of an article. Revisions are only ever added; undoing adds one that says what an earlier one said. */
export type ArticleRevision = {
  readonly articleId: ArticleId
  /** From 1. */
  readonly number: number
  readonly deed: RevisionDeed
  /** The revision whose content stood before this deed, so that undoing can go on step by step; null = the first. */
  readonly basedOn: number | null
  readonly signedBy: string
  readonly signedAt: number
  readonly why: string | null
}
