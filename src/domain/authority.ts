// Who and what is named: people, organisations, places, weapon systems, countries. Names are many, the authority is one.

import type { ArticleId } from './article.ts'
import type { Id } from './id.ts'

export type AuthorityId = Id<'authority'>

export type AuthorityKind = 'person' | 'organisation' | 'place' | 'weapon-system' | 'country'

/** `established`: the name the desk writes; the others lead to it. */
export type NameKind = 'established' | 'variant' | 'acronym' | 'romanisation'

export type AuthorityName = {
  readonly name: string
  /** BCP 47; null = not known. */
  readonly language: string | null
  /** ISO 15924, as `Latn`. */
  readonly script: string
  readonly kind: NameKind
  /** Where it was met first, or who added it. */
  readonly from: string
}

export type Authority = {
  readonly id: AuthorityId
  readonly kind: AuthorityKind
  readonly name: string
  /** Another authority that a person said is the same; null = itself. */
  readonly joinedInto: AuthorityId | null
  /** ISO 3166-1 alpha-2, of a country. */
  readonly country: string | null
  readonly createdAt: number
}

/** `succession`: the other took this one's place. `withdrawal`: takes back the statement that it names. */
export type AuthorityStatementKind = 'role' | 'succession' | 'relation' | 'note' | 'withdrawal'

/** A dated, signed statement of a person about an authority. Never changed: a later one takes it back. */
export type AuthorityStatement = {
  readonly id: Id<'authority-statement'>
  readonly authorityId: AuthorityId
  readonly kind: AuthorityStatementKind
  readonly value: string
  readonly otherId: AuthorityId | null
  /** EDTF. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly evidence: string | null
  readonly signedBy: string
  readonly signedAt: number
  readonly withdraws: Id<'authority-statement'> | null
}

/** Where in an article a name stands. */
export type MentionPart = 'title' | 'caption' | 'pull-quote' | 'summary' | 'body' | 'excerpt'

/** A name in the text of an imported file: UTF-16 offsets into it. */
export type Mention = {
  readonly authorityId: AuthorityId
  readonly articleId: ArticleId
  readonly part: MentionPart
  /** Ordinal of the source in whose excerpt it stands. */
  readonly source: number | null
  readonly start: number
  readonly end: number
  readonly text: string
  /** The office that stands before the name, as printed. */
  readonly role: string | null
  /** Inside quotation marks. */
  readonly isQuoted: boolean
}

/** A decision of a person: two records are one, or are not. `undone` takes back an earlier decision. */
export type JoinDecision = {
  readonly id: Id<'join'>
  readonly subject: 'authority' | 'outlet-name' | 'author'
  /** The one that is joined into the other. */
  readonly left: string
  readonly right: string
  readonly decision: 'joined' | 'apart' | 'undone'
  readonly undoes: Id<'join'> | null
  readonly signedBy: string
  readonly signedAt: number
  readonly why: string | null
}
