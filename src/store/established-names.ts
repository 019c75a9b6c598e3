// The form that the desk writes a name in, looked up by the name in any of its scripts.

import type { Db } from './db.ts'

const AT_ONCE = 500
const LATIN = /^[\p{Script=Latin}\P{L}]*\p{Script=Latin}[\p{Script=Latin}\P{L}]*$/u

/**
 * Key of a name → the Latin name of the authority that bears it, those joined into others under these. A key that two
 * authorities bear says nothing and is left out.
 */
export async function findEstablishedNames(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, Set<string>>()
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const rows = await db
      .selectFrom('authority_names as n')
      .innerJoin('authorities as a', 'a.id', 'n.authority_id')
      .innerJoin('authorities as root', (join) =>
        join.on((c) => c('root.id', '=', c.fn.coalesce('a.joined_into', 'a.id'))),
      )
      .select(['n.name_key', 'root.name'])
      .where('n.name_key', 'in', keys.slice(start, start + AT_ONCE))
      .execute()
    for (const { name_key, name } of rows) names.set(name_key, (names.get(name_key) ?? new Set()).add(name))
  }
  const known = new Map<string, string>()
  for (const [key, [name, ...others]] of names) {
    if (name !== undefined && others.length === 0 && LATIN.test(name)) known.set(key, name)
  }
  return known
}
