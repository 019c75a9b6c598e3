// What is stated of outlets, how they are related, and what reviewers say of both. Everything here is only added to.

import type { Id } from '../domain/id.ts'
import type {
  Dated,
  OutletId,
  OutletRelation,
  OutletStatement,
  RelationKind,
  Review,
  ReviewVerdict,
  StatementKind,
} from '../domain/outlet.ts'
import type { Db } from './db.ts'
import type { RelationRow, ReviewRow, StatementRow } from './schema.ts'

/** A statement with everything that may be left out when one is made. */
export type StoredStatement = OutletStatement & Required<Pick<OutletStatement, 'language'>> & StoredDates
export type StoredRelation = OutletRelation & StoredDates
type StoredDates = Required<Pick<Dated, 'validUntil' | 'captures' | 'review'>>

/** Adds a statement. There is no change and no removal: a later statement takes its place. */
export async function addStatement(db: Db, statement: OutletStatement): Promise<void> {
  const { id, outletId, kind, value, language = null } = statement
  await db
    .insertInto('outlet_statements')
    .values({ id, outlet_id: outletId, kind, value, language, ...datedColumns(statement) })
    .execute()
}

export async function addRelation(db: Db, relation: OutletRelation): Promise<void> {
  const { id, kind, from, to } = relation
  await db
    .insertInto('outlet_relations')
    .values({ id, kind, from_outlet: from, to_outlet: to, ...datedColumns(relation) })
    .execute()
}

function datedColumns(stated: Dated) {
  return {
    valid_from: stated.validFrom,
    valid_until: stated.validUntil ?? null,
    signed_by: stated.signedBy,
    signed_at: stated.signedAt,
    evidence: stated.evidence,
    captures: JSON.stringify(stated.captures ?? []),
  }
}

/** Adds what a person says of a statement or relation. */
export async function addReview(db: Db, id: Id<'review'>, subject: string, review: Review): Promise<void> {
  const { verdict, signedBy, signedAt, note } = review
  await db
    .insertInto('reviews')
    .values({ id, subject, verdict, signed_by: signedBy, signed_at: signedAt, note })
    .execute()
}

/** Every statement of the outlets given (all outlets when none are), the latest first. */
export async function listStatements(db: Db, outletIds?: readonly OutletId[]): Promise<StoredStatement[]> {
  let query = db.selectFrom('outlet_statements').selectAll().orderBy('signed_at', 'desc').orderBy('id', 'desc')
  if (outletIds) {
    if (outletIds.length === 0) return []
    query = query.where('outlet_id', 'in', outletIds)
  }
  const rows = await query.execute()
  const reviews = await latestReviews(db, outletIds ? rows.map(({ id }) => id) : undefined)
  return rows.map((row) => toStatement(row, reviews))
}

export async function findStatement(db: Db, id: Id<'statement'>): Promise<StoredStatement | undefined> {
  const row = await db.selectFrom('outlet_statements').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toStatement(row, await latestReviews(db, [id]))
}

/** The relations of an outlet, from it and to it, the latest first. */
export async function listRelations(db: Db, outletId: OutletId): Promise<StoredRelation[]> {
  const rows = await selectRelations(db)
    .where((e) => e.or([e('from_outlet', '=', outletId), e('to_outlet', '=', outletId)]))
    .execute()
  return showRelations(db, rows)
}

/** The relations from any of the outlets given, the latest first. */
export async function listRelationsFrom(db: Db, outletIds: readonly OutletId[]): Promise<StoredRelation[]> {
  if (outletIds.length === 0) return []
  return showRelations(db, await selectRelations(db).where('from_outlet', 'in', outletIds).execute())
}

function selectRelations(db: Db) {
  return db.selectFrom('outlet_relations').selectAll().orderBy('signed_at', 'desc').orderBy('id', 'desc')
}

async function showRelations(db: Db, rows: readonly RelationRow[]): Promise<StoredRelation[]> {
  const reviews = await latestReviews(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toRelation(row, reviews))
}

export async function findRelation(db: Db, id: Id<'relation'>): Promise<StoredRelation | undefined> {
  const row = await db.selectFrom('outlet_relations').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRelation(row, await latestReviews(db, [id]))
}

const AT_ONCE = 500

/** Subject → its latest review. @param subjects all when absent */
async function latestReviews(db: Db, subjects?: readonly string[]): Promise<Map<string, Review>> {
  const rows: ReviewRow[] = []
  const query = db.selectFrom('reviews').selectAll().orderBy('signed_at').orderBy('id')
  if (!subjects) rows.push(...(await query.execute()))
  for (let start = 0; subjects && start < subjects.length; start += AT_ONCE)
    rows.push(...(await query.where('subject', 'in', subjects.slice(start, start + AT_ONCE)).execute()))
  return new Map(rows.map((row) => [row.subject, toReview(row)]))
}

function toReview(row: ReviewRow): Review {
  return { verdict: row.verdict as ReviewVerdict, signedBy: row.signed_by, signedAt: row.signed_at, note: row.note }
}

type DatedRow = Pick<
  StatementRow,
  'id' | 'valid_from' | 'valid_until' | 'signed_by' | 'signed_at' | 'evidence' | 'captures'
>

function toDated(row: DatedRow, reviews: ReadonlyMap<string, Review>): Dated & StoredDates {
  return {
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    evidence: row.evidence,
    captures: JSON.parse(row.captures) as string[],
    review: reviews.get(row.id) ?? null,
  }
}

function toStatement(row: StatementRow, reviews: ReadonlyMap<string, Review>): StoredStatement {
  return {
    id: row.id as Id<'statement'>,
    outletId: row.outlet_id as OutletId,
    kind: row.kind as StatementKind,
    value: row.value,
    language: row.language,
    ...toDated(row, reviews),
  }
}

function toRelation(row: RelationRow, reviews: ReadonlyMap<string, Review>): StoredRelation {
  return {
    id: row.id as Id<'relation'>,
    kind: row.kind as RelationKind,
    from: row.from_outlet as OutletId,
    to: row.to_outlet as OutletId,
    ...toDated(row, reviews),
  }
}
