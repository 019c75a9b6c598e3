// An outlet is who speaks.

import type { Id } from './id.ts'

export type OutletId = Id<'outlet'>

export type Outlet = {
  readonly id: OutletId
  /** The name the desk uses, in the Latin script where one is established. */
  readonly name: string
  /** The name as the outlet prints it, when that is another. */
  readonly nameAsPrinted: string | null
  readonly homepage: string
  /** Host names that belong to the outlet, lower case, without a port. */
  readonly domains: readonly string[]
  /** BCP 47 tags of the languages it publishes in; empty = not known. */
  readonly languages: readonly string[]
  /** ISO 3166-1 alpha-2; null = not known. */
  readonly country: string | null
  readonly createdAt: number
}

/** What can be stated of an outlet. Statements are dated, signed, and never overwritten. */
export type StatementKind = 'descriptor' | 'alignment' | 'owner' | 'medium' | 'self-description'

/** One dated, signed statement. The latest one valid on a day is what is printed for that day. */
export type OutletStatement = {
  readonly id: Id<'statement'>
  readonly outletId: OutletId
  readonly kind: StatementKind
  readonly value: string
  /** ISO day from which the statement holds; null = since ever, as far as known. */
  readonly validFrom: string | null
  readonly signedBy: string
  readonly signedAt: number
  /** An address or a note that shows why; null = none given, shown as unreviewed. */
  readonly evidence: string | null
}

/**
 * The statement of a kind that is printed for a day: of those already valid by then, the one that
 * holds from the latest day; of two from one day, the one signed last.
 *
 * @param day ISO day; null = whatever is the latest now
 */
export function statementOn(
  statements: readonly OutletStatement[],
  kind: StatementKind,
  day: string | null,
): OutletStatement | undefined {
  return statements
    .filter((s) => s.kind === kind && (day === null || s.validFrom === null || s.validFrom <= day))
    .sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? '') || b.signedAt - a.signedAt)[0]
}
