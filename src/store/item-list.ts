// A page of the list of items, newest first, in about the same time whatever is asked for and however many there are.
// Every usual field has an index that ends in the order of the list. The field that leaves fewest items is walked, one
// walk a value, and the walks are merged; what the other fields say is looked at on the way. `coalesce` hides a column
// from the planner, which would otherwise gather and sort everything that fits.

import { sql, type RawBuilder } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from './db.ts'
import { countedValues, sumCounts, type CountedField, type CountedValues, type ItemFilter } from './item-filter.ts'
import { findItems, type StoredItem } from './items.ts'

/** Where a page of the list begins: strictly older than this item. */
export type ItemCursor = { readonly orderAt: number; readonly id: ItemId }

/** Beyond this the count of a span of days is «at least». */
const COUNTED = 10_000
/** More walks than this cost more than looking at items one after the other, unless hardly any of them fits. */
const MOST_WALKS = 64
const WALKS_AT_ONCE = 100
const RARE = 0.01

/** @param limit at most 500 */
export async function listItems(db: Db, filter: ItemFilter, limit: number, before?: ItemCursor): Promise<StoredItem[]> {
  const values = await countedValues(db, filter)
  const most = Math.min(limit, 500)
  const places = await (filter.mark === undefined
    ? findPlaces(db, { filter, values, limit: most, before })
    : findMarkedPlaces(db, { filter, values, limit: most, before }))
  const newestFirst = places.toSorted((a, b) => b.order_at - a.order_at || (a.id < b.id ? 1 : -1)).slice(0, most)
  const items = new Map(
    (
      await findItems(
        db,
        newestFirst.map(({ id }) => id as ItemId),
      )
    ).map((item) => [item.id, item]),
  )
  return newestFirst.flatMap(({ id }) => items.get(id as ItemId) ?? [])
}

export type ItemTotal = { readonly count: number; readonly isWhole: boolean }

/** How many items fit: exactly, or for spans of days up to 10,000. */
export async function countItems(db: Db, filter: ItemFilter): Promise<ItemTotal> {
  const values = await countedValues(db, filter)
  if (filter.mark !== undefined) return countMarked(db, filter, values)
  const all = await sumCounts(db, values)
  if (all === 0 || (filter.from === undefined && filter.until === undefined)) return { count: all, isWhole: true }
  const places = await findPlaces(db, { filter, values, limit: COUNTED + 1 })
  return { count: Math.min(places.length, COUNTED), isWhole: places.length <= COUNTED }
}

type Place = { readonly order_at: number; readonly id: string }

type Question = {
  readonly filter: ItemFilter
  readonly values: CountedValues
  readonly limit: number
  readonly before?: ItemCursor | undefined
}

/** The places of the newest `limit` items that fit, or more, in no particular order. */
async function findPlaces(db: Db, question: Question): Promise<Place[]> {
  const { values } = question
  if ((await sumCounts(db, values)) === 0) return []
  const field = await chooseWalk(db, values)
  const walks = field === null ? [null] : (values.get(field) ?? [])
  const places: Place[] = []
  for (let start = 0; start < walks.length; start += WALKS_AT_ONCE) {
    const some = walks.slice(start, start + WALKS_AT_ONCE).map((value) => walk(question, field, value))
    const { rows } = await sql<Place>`${sql.join(some, sql` union all `)}`.execute(db)
    places.push(...rows)
  }
  return places
}

/** The field to walk by; null = the whole list in its order. */
async function chooseWalk(db: Db, values: CountedValues): Promise<CountedField | null> {
  const all = await sumCounts(db, new Map())
  let best: CountedField | null = null
  let fewest = all
  for (const [field, list] of values) {
    const count = await sumCounts(db, new Map([[field, list]]))
    const isWorth = list.length <= MOST_WALKS || count < all * RARE
    if (isWorth && count < fewest) [best, fewest] = [field, count]
  }
  return best
}

function walk({ filter, values, limit, before }: Question, field: CountedField | null, value: string | null) {
  const conditions = [...ownCondition(field, value), ...hiddenConditions(values, field), ...bounds(filter, before)]
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`
  return sql`select * from (
    select order_at, id from items ${where} order by order_at desc, id desc limit ${limit}) as walk`
}

function ownCondition(field: CountedField | null, value: string | null): RawBuilder<unknown>[] {
  if (field === null) return []
  if (field === 'language' && value === '') return [sql`language is null`]
  return [sql`${sql.ref(field)} = ${value}`]
}

function hiddenConditions(values: CountedValues, field: CountedField | null): RawBuilder<unknown>[] {
  return [...values]
    .filter(([other]) => other !== field)
    .map(([other, list]) => sql`coalesce(${sql.ref(`items.${other}`)}, '') in (${sql.join(list)})`)
}

function bounds(filter: ItemFilter, before: ItemCursor | undefined): RawBuilder<unknown>[] {
  const { from, until } = filter
  return [
    ...(from === undefined ? [] : [sql`order_at >= ${from}`]),
    ...(until === undefined ? [] : [sql`order_at < ${until}`]),
    ...(before === undefined ? [] : [sql`(order_at, id) < (${before.orderAt}, ${before.id})`]),
  ]
}

/** Marks are put on by hand: there are never so many that they could not be sorted. */
async function findMarkedPlaces(db: Db, { filter, values, limit, before }: Question): Promise<Place[]> {
  if (letsNothingThrough(values)) return []
  const { rows } = await sql<Place>`
    select order_at, id ${fromMarked(filter, values, before)} order by order_at desc, id desc limit ${limit}`.execute(
    db,
  )
  return rows
}

async function countMarked(db: Db, filter: ItemFilter, values: CountedValues): Promise<ItemTotal> {
  if (letsNothingThrough(values)) return { count: 0, isWhole: true }
  const { rows } = await sql<{ n: number }>`select count(*) as n ${fromMarked(filter, values)}`.execute(db)
  return { count: Number(rows[0]?.n ?? 0), isWhole: true }
}

function letsNothingThrough(values: CountedValues): boolean {
  return [...values.values()].some((list) => list.length === 0)
}

function fromMarked(filter: ItemFilter, values: CountedValues, before?: ItemCursor) {
  const conditions = [
    sql`item_marks.label = ${filter.mark}`,
    ...hiddenConditions(values, null),
    ...bounds(filter, before),
  ]
  return sql`from item_marks join items on items.id = item_marks.item_id where ${sql.join(conditions, sql` and `)}`
}
