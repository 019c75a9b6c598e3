// Which statement of an outlet holds on a day.

import type { OutletStatement, StatementKind } from '../../domain/outlet.ts'
import type { Statement } from '../shapes/outlet.ts'

/** The UTC day of an instant, as an ISO day. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/**
 * The statement of a kind that holds on a day: of those that begin on or before it the one that begins last;
 * of two that begin together the one signed last, which corrects the other.
 */
export function pickStatement(
  statements: readonly OutletStatement[],
  kind: StatementKind,
  day: string,
): OutletStatement | undefined {
  let best: OutletStatement | undefined
  for (const statement of statements) {
    if (statement.kind !== kind || (statement.validFrom ?? '') > day) continue
    if (best === undefined || isLater(statement, best)) best = statement
  }
  return best
}

function isLater(one: OutletStatement, other: OutletStatement): boolean {
  const [a, b] = [one.validFrom ?? '', other.validFrom ?? '']
  return a === b ? one.signedAt > other.signedAt : a > b
}

/** As it goes to the desk. */
export function showStatement(statement: OutletStatement): Statement {
  return { ...statement }
}
