// Which statement of an outlet holds on a day, and how it goes to the desk.

import { statementOn, type OutletStatement, type StatementKind } from '../../domain/outlet.ts'
import type { StoredRelation, StoredStatement } from '../../store/statements.ts'
import type { Relation, Statement } from '../shapes/outlet.ts'

/** The UTC day of an instant, as an ISO day. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** The statement of a kind that is printed for a day. */
export function pickStatement<One extends OutletStatement>(
  statements: readonly One[],
  kind: StatementKind,
  day: string,
): One | undefined {
  return statementOn(statements, kind, day)
}

/** As it goes to the desk. */
export function showStatement(statement: StoredStatement): Statement {
  return { ...statement, captures: [...statement.captures] }
}

/** @param names outlet id → the name the desk uses */
export function showRelation(relation: StoredRelation, names: ReadonlyMap<string, string>): Relation {
  const end = (id: string) => ({ id, name: names.get(id) ?? '' })
  return { ...relation, from: end(relation.from), to: end(relation.to), captures: [...relation.captures] }
}
