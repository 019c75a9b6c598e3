// Which items a list shows, and how many that is. Counts come from what the database keeps (migrations/item-counts.ts),
// so they cost the same at any number of items; only days and marks have to be counted when asked.

import { sql, type RawBuilder } from 'kysely'
import type { ItemState } from '../domain/feed.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { TriageState } from '../domain/triage.ts'
import type { Db } from './db.ts'
import type { StoredItem } from './items.ts'

/** Fields narrow; the values of a field widen. An absent field lets everything through, an empty one nothing. */
export type ItemFilter = {
  readonly outlets?: readonly OutletId[]
  /** Language ranges (RFC 4647, basic filtering): `zh` stands for `zh-Hans` too; `null` = not known. */
  readonly languages?: readonly (string | null)[]
  readonly states?: readonly ItemState[]
  readonly triage?: readonly TriageState[]
  readonly mark?: string
  /** Bounds of the time by which items are listed, milliseconds UTC; `until` is left out itself. */
  readonly from?: number
  readonly until?: number
}

/** The fields of a filter that the kept counts know. Languages are exact here, '' = not known. */
export type CountedField = 'outlet_id' | 'language' | 'state' | 'triage'
export type CountedValues = ReadonlyMap<CountedField, readonly string[]>

/** Replaces ranges by the languages that there are. */
export async function countedValues(db: Db, filter: ItemFilter): Promise<CountedValues> {
  const values = new Map<CountedField, readonly string[]>()
  if (filter.outlets) values.set('outlet_id', filter.outlets)
  if (filter.languages) values.set('language', await expandRanges(db, filter.languages))
  if (filter.states) values.set('state', filter.states)
  if (filter.triage) values.set('triage', filter.triage)
  return values
}

async function expandRanges(db: Db, ranges: readonly (string | null)[]): Promise<string[]> {
  const rows = await db.selectFrom('item_counts').select('language').distinct().execute()
  const wanted = ranges.map((range) => (range === null ? '' : `${range.toLowerCase()}-`))
  return rows
    .map((row) => row.language)
    .filter((language) =>
      wanted.some((range) => (range === '' ? language === '' : `${language.toLowerCase()}-`.startsWith(range))),
    )
}

/** SQL that holds when a row of `item_counts` fits; `except` leaves one field out of account. */
export function fitsCounted(values: CountedValues, except?: CountedField): RawBuilder<boolean> {
  const conditions = [...values].filter(([field]) => field !== except).map(([field, list]) => isOneOf(field, list))
  return conditions.length === 0 ? sql<boolean>`1 = 1` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function isOneOf(field: CountedField, list: readonly string[]): RawBuilder<boolean> {
  return list.length === 0 ? sql`1 = 0` : sql`${sql.ref(field)} in (${sql.join(list)})`
}

/** How many items fit the counted fields, whatever their day or marks. */
export async function sumCounts(db: Db, values: CountedValues): Promise<number> {
  const row = await db
    .selectFrom('item_counts')
    .select(sql<number | null>`sum(n)`.as('n'))
    .where(fitsCounted(values))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Value → how many items, over the items that fit every other field. */
export async function countByField(
  db: Db,
  field: CountedField,
  values: CountedValues,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('item_counts')
    .select((e) => [e.ref(field).as('value'), sql<number>`sum(n)`.as('n')])
    .where(fitsCounted(values, field))
    .groupBy(field)
    .execute()
  return new Map(rows.map((row) => [row.value, Number(row.n)] as const).filter(([, n]) => n > 0))
}

/** The same filter as a question to one item; marks are not looked at. */
export function fitsItem(values: CountedValues, { from, until }: ItemFilter): (item: StoredItem) => boolean {
  const isIn = (field: CountedField, value: string) => values.get(field)?.includes(value) ?? true
  return (item) =>
    isIn('outlet_id', item.outletId) &&
    isIn('language', item.language ?? '') &&
    isIn('state', item.state) &&
    isIn('triage', item.triage) &&
    (from === undefined || item.orderAt >= from) &&
    (until === undefined || item.orderAt < until)
}
