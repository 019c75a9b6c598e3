// The names of many authorities at once, each with those of all that were joined into it.

import type { AuthorityId, AuthorityName, NameKind } from '../domain/authority.ts'
import type { Db } from './db.ts'

const AT_ONCE = 500

/** Each name once, by kind and name, in the same order on every database; authorities without any are not in the map. */
export async function listRootNames(
  db: Db,
  roots: readonly AuthorityId[],
): Promise<Map<AuthorityId, readonly AuthorityName[]>> {
  const names = new Map<AuthorityId, readonly AuthorityName[]>()
  for (let start = 0; start < roots.length; start += AT_ONCE) {
    const rows = await readRows(db, roots.slice(start, start + AT_ONCE))
    for (const [root, list] of Map.groupBy(rows, (row) => row.root as AuthorityId)) names.set(root, once(list))
  }
  return names
}

function readRows(db: Db, roots: readonly AuthorityId[]) {
  return db
    .selectFrom('authority_names as n')
    .innerJoin('authorities as a', 'a.id', 'n.authority_id')
    .select((e) => e.fn.coalesce('a.joined_into', 'a.id').as('root'))
    .select(['n.name', 'n.language', 'n.script', 'n.kind', 'n.from_where'])
    .where((e) => e.or([e('a.id', 'in', roots), e('a.joined_into', 'in', roots)]))
    .execute()
}

type Row = Awaited<ReturnType<typeof readRows>>[number]

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

function once(rows: readonly Row[]): AuthorityName[] {
  const sorted = rows.toSorted((a, b) => compare(a.kind, b.kind) || compare(a.name, b.name))
  const byName = new Map(sorted.toReversed().map((row) => [row.name, row]))
  return sorted
    .filter((row) => byName.get(row.name) === row)
    .map(({ name, language, script, kind, from_where }) => ({
      name,
      language,
      script,
      kind: kind as NameKind,
      from: from_where,
    }))
}
