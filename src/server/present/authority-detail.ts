// In: an authority. Out: its page: names, where and by whom it is named, offices, statements, what it may be one with.

import type { Authority, AuthorityId, AuthorityName, AuthorityStatement } from '../../domain/authority.ts'
import { listCountryNames } from '../../desk/authorities/country-names.ts'
import { listSuggestions } from '../../desk/authorities/decide-joins.ts'
import { scriptOf } from '../../desk/authorities/script-of.ts'
import { countMentions } from '../../store/authority-mentions.ts'
import {
  findAuthorities,
  findAuthority,
  listAuthorityStatements,
  listJoined,
  listNames,
} from '../../store/authorities.ts'
import type { Db } from '../../store/db.ts'
import { notFound } from '../routes/route-parts.ts'
import type { AuthorityDetail, AuthorityStatementRecord } from '../shapes/authority.ts'

/** Throws `not-found`. One that was joined into another is shown with that other's id in `joinedInto`. */
export async function loadAuthorityDetail(db: Db, id: AuthorityId): Promise<AuthorityDetail> {
  const authority = await findAuthority(db, id)
  if (!authority) throw notFound('authority')
  const joined = await listJoined(db, id)
  const ids = joined.map((one) => one.id)
  const counts = await countMentions(db, ids)
  const names = await namesOf(db, authority, ids)
  return {
    id,
    kind: authority.kind,
    name: authority.name,
    country: authority.country,
    mentions: counts.mentions,
    articles: counts.articles,
    joinedInto: authority.joinedInto,
    joined: joined.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.name })),
    names,
    quoted: counts.quoted,
    years: [...counts.years],
    outlets: [...counts.outlets],
    roles: [...counts.roles],
    statements: await showStatements(db, await listAuthorityStatements(db, ids)),
    suggestions: await suggestionsFor(db, ids),
    query: queryFor(names.filter(({ language }) => authority.country === null || language === 'en')),
  }
}

async function namesOf(db: Db, authority: Authority, ids: readonly AuthorityId[]): Promise<AuthorityName[]> {
  const stored = await listNames(db, ids)
  if (authority.country === null) return stored
  const computed = await listCountryNames(authority.country)
  return [
    ...stored.filter(({ kind }) => kind !== 'established'),
    ...computed.map(({ language, name, isShort }) => ({
      name,
      language,
      script: scriptOf(name),
      kind: isShort ? ('variant' as const) : ('established' as const),
      from: 'CLDR',
    })),
  ]
}

async function showStatements(db: Db, statements: readonly AuthorityStatement[]): Promise<AuthorityStatementRecord[]> {
  const others = await findAuthorities(
    db,
    statements.flatMap(({ otherId, authorityId }) => [authorityId, ...(otherId ? [otherId] : [])]),
  )
  const withdrawn = new Set(statements.flatMap(({ withdraws }) => withdraws ?? []))
  return statements.map(({ otherId, ...statement }) => ({
    ...statement,
    other: otherId === null ? null : { id: otherId, name: others.get(otherId)?.name ?? '' },
    withdrawn: withdrawn.has(statement.id),
  }))
}

async function suggestionsFor(db: Db, ids: readonly AuthorityId[]): Promise<AuthorityDetail['suggestions']> {
  const own = new Set<string>(ids)
  const mine = (await listSuggestions(db)).filter(({ left, right }) => own.has(left) || own.has(right)).slice(0, 50)
  const otherOf = ({ left, right }: { left: string; right: string }) => (own.has(left) ? right : left) as AuthorityId
  const others = await findAuthorities(db, mine.map(otherOf))
  return mine.map((one) => {
    const id = otherOf(one)
    return { id, name: others.get(id)?.name ?? '', score: one.score, why: one.why }
  })
}

/** More names than this make a query too long to be understood. */
const MOST_NAMES = 20

/** `"Name" OR "Other name"`, without what would end the quotation. */
function queryFor(names: readonly AuthorityName[]): string {
  const quoted = [...new Set(names.map(({ name }) => name.replaceAll('"', ' ').trim()))].filter((name) => name !== '')
  return quoted
    .slice(0, MOST_NAMES)
    .map((name) => `"${name}"`)
    .join(' OR ')
}
