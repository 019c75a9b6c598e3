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

/** An outlet as the register has it. */
export type StoredOutlet = Outlet & {
  /** Goes up with every change, so that a change made on an old reading is noticed. */
  readonly version: number
  /** The outlet that this one was merged into; null = it stands by itself. */
  readonly mergedInto: OutletId | null
}

/**
 * What can be stated of an outlet. Statements are dated, signed, and never overwritten.
 * `name` is a name in one language or script; `reliability` an Admiralty letter A–F, judged apart from everything else.
 */
export type StatementKind =
  | 'descriptor'
  | 'alignment'
  | 'owner'
  | 'funder'
  | 'medium'
  | 'self-description'
  | 'name'
  | 'reliability'

export type ReviewVerdict = 'confirmed' | 'disputed' | 'withdrawn'

/** What a person says of a statement or relation. `withdrawn`: it is not printed any more, but stays in the history. */
export type Review = {
  readonly verdict: ReviewVerdict
  readonly signedBy: string
  readonly signedAt: number
  readonly note: string | null
}

/** What everything stated carries: from when to when, by whom, and why. */
export type Dated = {
  /** ISO day from which it holds; null = since ever, as far as known. */
  readonly validFrom: string | null
  /** ISO day of its end, the last on which it held; null = it still does, as far as known. */
  readonly validUntil?: string | null
  readonly signedBy: string
  readonly signedAt: number
  /** An address or a note that shows why; null = none given. */
  readonly evidence: string | null
  /** Kept pages that show it. */
  readonly captures?: readonly string[]
  /** The latest; null = nobody has reviewed it, and it is shown so. */
  readonly review?: Review | null
}

/** One dated, signed statement. The latest one valid on a day is what is printed for that day. */
export type OutletStatement = Dated & {
  readonly id: Id<'statement'>
  readonly outletId: OutletId
  readonly kind: StatementKind
  readonly value: string
  /** BCP 47, of the value; for names the language they are in. */
  readonly language?: string | null
}

export type RelationKind = 'sister' | 'successor' | 'republishes'

/** `from` is the sister of, the successor of, or republishes `to`. */
export type OutletRelation = Dated & {
  readonly id: Id<'relation'>
  readonly kind: RelationKind
  readonly from: OutletId
  readonly to: OutletId
}

/** Whether it holds on a day and nobody has withdrawn it. @param day ISO day; null = whenever */
export function isValidOn(stated: Dated, day: string | null): boolean {
  if (stated.review?.verdict === 'withdrawn') return false
  if (day === null) return true
  return (stated.validFrom ?? '') <= day && day <= (stated.validUntil ?? '9999-12-31')
}

/**
 * The statement of a kind that is printed for a day: of those that hold on it, the one that begins last;
 * of two from one day, the one signed last, which corrects the other.
 *
 * @param day ISO day; null = whatever is the latest now
 */
export function statementOn<Statement extends OutletStatement>(
  statements: readonly Statement[],
  kind: StatementKind,
  day: string | null,
): Statement | undefined {
  return statements
    .filter((s) => s.kind === kind && isValidOn(s, day))
    .sort(
      (a, b) =>
        (b.validFrom ?? '').localeCompare(a.validFrom ?? '') || b.signedAt - a.signedAt || (a.id < b.id ? 1 : -1),
    )[0]
}

const printedOnce: readonly StatementKind[] = [
  'descriptor',
  'alignment',
  'owner',
  'funder',
  'medium',
  'self-description',
  'reliability',
]

/** Everything that is printed for a day: one statement of each kind, and every name once. */
export function printedOn<Statement extends OutletStatement>(
  statements: readonly Statement[],
  day: string,
): Statement[] {
  const names = Map.groupBy(
    statements.filter((s) => s.kind === 'name' && isValidOn(s, day)),
    (s) => `${s.language ?? ''} ${s.value}`,
  )
  return [
    ...printedOnce.flatMap((kind) => statementOn(statements, kind, day) ?? []),
    ...[...names.values()].flatMap((same) => same[0] ?? []),
  ]
}
