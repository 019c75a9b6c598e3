// In: the records. Out: a book of all names on record: what the glossary agrees on or admits, what authorities are called,
// and what outlets are called. It is made at the first need, kept as long as the records of names stay as they are, and
// given back when nobody searches for a while.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db.ts'
import { listTerms } from '../glossary.ts'
import { listNamedOutlets } from './list-named-outlets.ts'
import { makeNameBook, type KnownName, type NameBook, type NameGroup } from './name-book.ts'

const IDLE_MS = 60_000
/** An authority with more names than these is a mistake of recording; each is compared with every query. */
const MOST_NAMES = 100

type Kept = { readonly stamp: string; readonly book: Promise<NameBook>; readonly leave: NodeJS.Timeout }

const kept = new WeakMap<Db, Kept>()

/** The names on record. Asking again costs one small question to the records as long as no name has changed. */
export async function loadNameBook(db: Db): Promise<NameBook> {
  const stamp = await readStamp(db)
  const known = kept.get(db)
  if (known?.stamp === stamp) {
    known.leave.refresh()
    return known.book
  }
  clearTimeout(known?.leave)
  const leave = setTimeout(() => kept.delete(db), IDLE_MS).unref()
  const book = readGroups(db).then(makeNameBook)
  kept.set(db, { stamp, book, leave })
  book.catch(() => kept.delete(db))
  return book
}

/** Differs whenever a name has come, gone or changed: counts of what is only added to, times and versions of the rest. */
async function readStamp(db: Db): Promise<string> {
  const { rows } = await sql<Record<string, unknown>>`select
    (select count(*) from glossary_terms) as terms, (select max(changed_at) from glossary_terms) as changed,
    (select count(*) from authority_names) as names, (select count(*) from join_decisions) as joins,
    (select count(*) from outlets) as outlets, (select sum(version) from outlets) as versions,
    (select count(*) from outlets where merged_into is not null) as merged,
    (select count(*) from outlet_statements where kind = 'name') as stated,
    (select count(*) from reviews) as reviewed`.execute(db)
  return Object.values(rows[0] ?? {}).join(' ')
}

async function readGroups(db: Db): Promise<NameGroup[]> {
  const groups = [...(await readGlossary(db))]
  await nextTurn()
  groups.push(...(await readAuthorities(db)))
  await nextTurn()
  groups.push(...(await readOutlets(db)))
  return groups.map((group) => group.slice(0, MOST_NAMES)).filter((group) => group.length > 1)
}

const namesShape = z.array(z.object({ text: z.string(), status: z.string() }))

/** Agreed names before admitted ones. What must not be written is no name. */
async function readGlossary(db: Db): Promise<KnownName[][]> {
  return (await listTerms(db)).map(({ names }) => {
    const read = namesShape.safeParse(JSON.parse(names)).data ?? []
    const inOrder = ['agreed', 'admitted'].flatMap((wanted) => read.filter(({ status }) => status === wanted))
    return inOrder.map(({ text }) => ({ by: 'glossary', text }))
  })
}

/** Established names before others; those joined into others share one group. */
async function readAuthorities(db: Db): Promise<KnownName[][]> {
  const rows = await db
    .selectFrom('authority_names as n')
    .innerJoin('authorities as a', 'a.id', 'n.authority_id')
    .select((e) => ['n.name', 'n.kind', e.fn.coalesce('a.joined_into', 'a.id').as('root')])
    .orderBy('n.id')
    .execute()
  const byRoot = Map.groupBy(rows, ({ root }) => root)
  return [...byRoot.values()].map((group) =>
    group
      .toSorted((a, b) => Number(b.kind === 'established') - Number(a.kind === 'established'))
      .map(({ name }) => ({ by: 'authority', text: name })),
  )
}

async function readOutlets(db: Db): Promise<KnownName[][]> {
  const byId = Map.groupBy(await listNamedOutlets(db), ({ id }) => id)
  return [...byId.values()].map((outlets) =>
    outlets
      .flatMap(({ name, nameAsPrinted }) => (nameAsPrinted === null ? [name] : [name, nameAsPrinted]))
      .map((text) => ({ by: 'authority', text })),
  )
}
