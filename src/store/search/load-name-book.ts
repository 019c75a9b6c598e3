// In: the records. Out: a book of all names on record: what the glossary agrees on or admits, what authorities are called,
// and what outlets are called. It is made at the first need, kept as long as the records of names stay as they are, and
// given back when nobody searches for a while.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { inParts } from '../../lib/in-parts.ts'
import type { Db } from '../db.ts'
import { readGlossaryStamp } from '../glossary-history.ts'
import { listNamedOutlets } from './list-named-outlets.ts'
import { openNameBook, type KnownName, type NameBook, type NameGroup } from './name-book.ts'

const IDLE_MS = 60_000
/** Things written into the book before others have their turn: about a hundredth of a second. */
const AT_ONCE = 500
/** An authority with more names than these is a mistake of recording; each is compared with every query. */
const MOST_NAMES = 100

type Kept = { readonly stamp: string; readonly book: Promise<NameBook>; readonly leave: NodeJS.Timeout }

const kept = new WeakMap<Db, Kept>()

/** The names on record. Asking again costs two small questions to the records as long as no name has changed. */
export async function loadNameBook(db: Db): Promise<NameBook> {
  const stamp = await readStamp(db)
  const known = kept.get(db)
  if (known?.stamp === stamp) {
    known.leave.refresh()
    return known.book
  }
  clearTimeout(known?.leave)
  const leave = setTimeout(() => kept.delete(db), IDLE_MS).unref()
  const book = writeBook(db)
  kept.set(db, { stamp, book, leave })
  book.catch(() => kept.delete(db))
  return book
}

/** Differs whenever a name has come, gone or changed: counts of what is only added to, the versions of the rest. */
async function readStamp(db: Db): Promise<string> {
  const { rows } = await sql<Record<string, unknown>>`select
    (select count(*) from authority_names) as names, (select count(*) from join_decisions) as joins,
    (select count(*) from outlets) as outlets, (select sum(version) from outlets) as versions,
    (select count(*) from outlets where merged_into is not null) as merged,
    (select count(*) from outlet_statements where kind = 'name') as stated,
    (select count(*) from reviews) as reviewed`.execute(db)
  return [await readGlossaryStamp(db), ...Object.values(rows[0] ?? {})].join(' ')
}

/** The desk goes on answering while a large book is written. */
async function writeBook(db: Db): Promise<NameBook> {
  const book = openNameBook()
  const add = (groups: readonly NameGroup[]): void => {
    for (const group of groups) if (group.length > 1) book.add(group.slice(0, MOST_NAMES))
  }
  for await (const terms of readGlossary(db)) add(terms)
  for (const some of inParts(await readAuthorities(db), AT_ONCE)) {
    add(some)
    await nextTurn()
  }
  add(await readOutlets(db))
  return book
}

/** Agreed names before admitted ones. What must not be written is no name. */
async function* readGlossary(db: Db): AsyncGenerator<KnownName[][]> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('glossary_terms')
      .select(['term_key', 'names'])
      .where('term_key', '>', after)
      .orderBy('term_key')
      .limit(AT_ONCE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = last.term_key
    yield rows.map(({ names }) => readNames(names))
    await nextTurn()
  }
}

function readNames(json: string): KnownName[] {
  const names = JSON.parse(json) as { readonly text: string; readonly status: string }[]
  return ['agreed', 'admitted'].flatMap((wanted) =>
    names.filter(({ status }) => status === wanted).map(({ text }): KnownName => ({ by: 'glossary', text })),
  )
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
