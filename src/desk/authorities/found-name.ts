// What an article names, as its text is read and before it is a record.

import type { AuthorityKind, Mention, NameKind } from '../../domain/authority.ts'

export type FoundMention = Omit<Mention, 'authorityId' | 'articleId'>

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
