// What an article names, as its text is read and before it is a record.

import type { AuthorityKind, MentionPart, NameKind } from '../../domain/authority.ts'

export type FoundMention = {
  readonly part: MentionPart
  readonly source: number | null
  readonly start: number
  readonly end: number
  readonly text: string
  readonly role: string | null
  readonly isQuoted: boolean
}

export type FoundName = {
  readonly kind: AuthorityKind
  /** ISO 3166-1 alpha-2, of a country. */
  readonly country: string | null
  readonly name: string
  readonly otherNames: readonly { readonly name: string; readonly kind: NameKind }[]
  readonly mentions: readonly FoundMention[]
}

/** Kinds of names known from elsewhere, by `nameKey`. */
export type KnownKinds = ReadonlyMap<string, Exclude<AuthorityKind, 'country'>>
