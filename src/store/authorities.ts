// Every question the desk asks about authorities and their names.

import type {
  Authority,
  AuthorityId,
  AuthorityKind,
  AuthorityName,
  AuthorityStatement,
  AuthorityStatementKind,
  NameKind,
} from '../domain/authority.ts'
import type { AuthorityNameRow, AuthorityRow, AuthorityStatementRow } from './article-schema.ts'
import type { Db } from './db.ts'

/** Adds the authorities and names that are not there yet. */
export async function addAuthorities(
  db: Db,
  authorities: readonly AuthorityRow[],
  names: readonly AuthorityNameRow[],
): Promise<void> {
  for (let start = 0; start < authorities.length; start += 200) {
    const rows = authorities.slice(start, start + 200)
    await db
      .insertInto('authorities')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute()
  }
  for (let start = 0; start < names.length; start += 200) {
    const rows = names.slice(start, start + 200)
    await db
      .insertInto('authority_names')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

/** Folded name → kind, of every authority but countries: what is known decides where a new article does not. */
export async function readKnownKinds(db: Db): Promise<Map<string, Exclude<AuthorityKind, 'country'>>> {
  const rows = await db
    .selectFrom('authority_names')
    .innerJoin('authorities', 'authorities.id', 'authority_names.authority_id')
    .select(['name_key', 'authorities.kind'])
    .where('authorities.kind', '!=', 'country')
    .orderBy('authorities.created_at')
    .orderBy('authorities.id')
    .execute()
  const known = new Map<string, Exclude<AuthorityKind, 'country'>>()
  for (const { name_key, kind } of rows) {
    if (!known.has(name_key)) known.set(name_key, kind as Exclude<AuthorityKind, 'country'>)
  }
  return known
}

/** As it was recorded, even if it was joined into another since. */
export async function findAuthority(db: Db, id: AuthorityId): Promise<Authority | undefined> {
  const row = await db.selectFrom('authorities').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toAuthority(row)
}

/** The authority with all that were joined into it: whose mentions are its mentions. */
export async function listJoined(db: Db, id: AuthorityId): Promise<Authority[]> {
  const rows = await db
    .selectFrom('authorities')
    .selectAll()
    .where((e) => e.or([e('id', '=', id), e('joined_into', '=', id)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toAuthority)
}

export type AuthorityFilter = {
  readonly kind?: AuthorityKind
  /** The folded beginning of any of its names. */
  readonly begins?: string
}

export type CountedAuthority = Authority & { readonly mentions: number; readonly articles: number }

/** Authorities by how often they are named, most first; those joined into others are counted with them. @param limit at most 500 */
export async function listAuthorities(
  db: Db,
  filter: AuthorityFilter,
  limit: number,
  offset: number,
): Promise<{ authorities: CountedAuthority[]; total: number }> {
  const query = countByRoot(db, filter)
  const page = await query
    .orderBy('mentions', 'desc')
    .orderBy('root')
    .limit(Math.min(limit, 500))
    .offset(offset)
    .execute()
  const total = await db
    .selectFrom(query.as('q'))
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  const roots = page.map(({ root }) => String(root))
  const rows =
    roots.length === 0 ? [] : await db.selectFrom('authorities').selectAll().where('id', 'in', roots).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const authorities = page.flatMap(({ root, mentions, articles }) => {
    const row = byId.get(String(root))
    return row ? [{ ...toAuthority(row), mentions: Number(mentions), articles: Number(articles) }] : []
  })
  return { authorities, total: Number(total.n) }
}

/** Mentions of each authority and all that were joined into it. */
function countByRoot(db: Db, filter: AuthorityFilter) {
  let query = db
    .selectFrom('authorities as a')
    .leftJoin('mentions as m', 'm.authority_id', 'a.id')
    .select((e) => [
      e.fn.coalesce('a.joined_into', 'a.id').as('root'),
      e.fn.count('m.id').as('mentions'),
      e.fn.count('m.article_id').distinct().as('articles'),
    ])
    .groupBy((e) => e.fn.coalesce('a.joined_into', 'a.id'))
  if (filter.kind) query = query.where('a.kind', '=', filter.kind)
  if (filter.begins) {
    const like = `${filter.begins.replaceAll(/[%_\\]/g, '')}%`
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('authority_names as n')
          .select('n.id')
          .whereRef('n.authority_id', '=', 'a.id')
          .where('n.name_key', 'like', like),
      ),
    )
  }
  return query
}

/** The names of all the authorities given, each once, established ones first. */
export async function listNames(db: Db, ids: readonly AuthorityId[]): Promise<AuthorityName[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('authority_names').selectAll().where('authority_id', 'in', ids).execute()
  const seen = new Set<string>()
  return rows.toSorted(compareNames).flatMap((row) => {
    if (seen.has(row.name)) return []
    seen.add(row.name)
    return [
      { name: row.name, language: row.language, script: row.script, kind: row.kind as NameKind, from: row.from_where },
    ]
  })
}

/** Established ones first, then by kind and name. Not left to the database: each puts letters into another order. */
function compareNames(a: AuthorityNameRow, b: AuthorityNameRow): number {
  return (
    Number(b.kind === 'established') - Number(a.kind === 'established') ||
    compareText(a.kind, b.kind) ||
    compareText(a.name, b.name) ||
    compareText(a.id, b.id)
  )
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Every name with whose it is: what suggestions to join are made from. Countries are left out, theirs are settled. */
export async function listAllNames(db: Db): Promise<{ id: AuthorityId; kind: AuthorityKind; name: string }[]> {
  const rows = await db
    .selectFrom('authority_names')
    .innerJoin('authorities', 'authorities.id', 'authority_names.authority_id')
    .select((e) => [
      e.fn.coalesce('joined_into', 'authorities.id').as('root'),
      'authorities.kind',
      'authority_names.name',
    ])
    .where('authorities.kind', '!=', 'country')
    .execute()
  return rows.map((row) => ({ id: String(row.root) as AuthorityId, kind: row.kind as AuthorityKind, name: row.name }))
}

/** Adds a statement. A withdrawal names the one that it takes back. */
export async function addAuthorityStatement(db: Db, statement: AuthorityStatement): Promise<void> {
  await db
    .insertInto('authority_statements')
    .values({
      id: statement.id,
      authority_id: statement.authorityId,
      kind: statement.kind,
      value: statement.value,
      other_id: statement.otherId,
      valid_from: statement.validFrom,
      valid_to: statement.validTo,
      evidence: statement.evidence,
      signed_by: statement.signedBy,
      signed_at: statement.signedAt,
      withdraws: statement.withdraws,
    })
    .execute()
}

/** All statements by or about the authorities given, withdrawn ones and withdrawals included, the latest first. */
export async function listAuthorityStatements(db: Db, ids: readonly AuthorityId[]): Promise<AuthorityStatement[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('authority_statements')
    .selectAll()
    .where((e) => e.or([e('authority_id', 'in', ids), e('other_id', 'in', ids)]))
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toStatement)
}

function toAuthority(row: AuthorityRow): Authority {
  return {
    id: row.id as AuthorityId,
    kind: row.kind as AuthorityKind,
    name: row.name,
    joinedInto: row.joined_into as AuthorityId | null,
    country: row.kind === 'country' ? row.natural_key.replace('country:', '') : null,
    createdAt: row.created_at,
  }
}

function toStatement(row: AuthorityStatementRow): AuthorityStatement {
  return {
    id: row.id as AuthorityStatement['id'],
    authorityId: row.authority_id as AuthorityId,
    kind: row.kind as AuthorityStatementKind,
    value: row.value,
    otherId: row.other_id as AuthorityId | null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    evidence: row.evidence,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    withdraws: row.withdraws as AuthorityStatement['withdraws'],
  }
}

/** The authorities given, by id; unknown ids are left out. */
export async function findAuthorities(db: Db, ids: readonly AuthorityId[]): Promise<Map<AuthorityId, Authority>> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return new Map()
  const rows = await db.selectFrom('authorities').selectAll().where('id', 'in', unique).execute()
  return new Map(rows.map((row): [AuthorityId, Authority] => [row.id as AuthorityId, toAuthority(row)]))
}
