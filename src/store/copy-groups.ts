// Who prints whose text, as it was found: groups with their original, members, and what is only possible.

import type { CopyKind, ItemCopy, ItemGroup } from '../domain/copy.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from './db.ts'
import type { CopyMemberRow } from './schema.ts'

/** A group with those of its members that were looked at; others that it had stay. */
export type FoundGroup = ItemGroup & { readonly copies: readonly ItemCopy[] }

export type Comparison = {
  /** The items that were compared: what was known of them is replaced. */
  readonly compared: readonly ItemId[]
  readonly groups: readonly FoundGroup[]
  /** Groups that are none any more. */
  readonly gone: readonly number[]
  readonly possible: readonly ItemCopy[]
}

export type StoredGroup = ItemGroup & { readonly members: number }

/** What rows of lists say: an original with copies, or a copy of the item `of`. */
export type CopyMark = {
  readonly itemId: ItemId
  readonly originId: ItemId
  readonly members: number
  readonly of: ItemId | null
  readonly kind: CopyKind | null
}

const AT_ONCE = 100

/** Saves what a comparison found. Safe to call again with the same: it replaces. */
export async function saveComparison(db: Db, { compared, groups, gone, possible }: Comparison): Promise<void> {
  const left = await forgetItems(db, compared)
  for (const group of groups) await saveGroup(db, group)
  const described = new Set(groups.map(({ no }) => no))
  await dropGroups(
    db,
    [...gone, ...(await findEmptied(db, left))].filter((no) => !described.has(no)),
  )
  await addPossible(db, possible)
}

/** Returns the groups that they were in. */
async function forgetItems(db: Db, items: readonly ItemId[]): Promise<number[]> {
  if (items.length === 0) return []
  const rows = await db.deleteFrom('copy_members').where('item_id', 'in', items).returning('group_no').execute()
  await db
    .deleteFrom('possible_copies')
    .where((e) => e.or([e('item_id', 'in', items), e('of_id', 'in', items)]))
    .execute()
  return [...new Set(rows.map(({ group_no }) => group_no))]
}

/** Of the groups that lost members, those that have no original or no copy left. */
async function findEmptied(db: Db, groups: readonly number[]): Promise<number[]> {
  if (groups.length === 0) return []
  const rows = await db
    .selectFrom('copy_groups')
    .innerJoin('copy_members', 'copy_members.group_no', 'copy_groups.no')
    .select((e) => ['copy_groups.no', e.fn.countAll().as('n')])
    .where('copy_groups.no', 'in', groups)
    .where((e) =>
      e.exists(
        e
          .selectFrom('copy_members as origin')
          .select('origin.item_id')
          .whereRef('origin.item_id', '=', 'copy_groups.origin_id')
          .whereRef('origin.group_no', '=', 'copy_groups.no'),
      ),
    )
    .groupBy('copy_groups.no')
    .execute()
  const sound = new Set(rows.filter(({ n }) => Number(n) > 1).map(({ no }) => no))
  return groups.filter((no) => !sound.has(no))
}

async function dropGroups(db: Db, groups: readonly number[]): Promise<void> {
  if (groups.length === 0) return
  await db.deleteFrom('copy_members').where('group_no', 'in', groups).execute()
  await db.deleteFrom('copy_groups').where('no', 'in', groups).execute()
}

async function saveGroup(db: Db, group: FoundGroup): Promise<void> {
  const { no, originId, copies, confidence, reasons, creditedElsewhere } = group
  const ids = [originId, ...copies.map(({ itemId }) => itemId)]
  await takeInMerged(db, no, ids)
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await db
      .deleteFrom('copy_members')
      .where('item_id', 'in', ids.slice(start, start + AT_ONCE))
      .execute()
  const rows: CopyMemberRow[] = [
    { item_id: originId, group_no: no, of_id: null, kind: null, details: null },
    ...copies.map((copy) => ({ ...toRow(copy), group_no: no })),
  ]
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto('copy_members')
      .values(rows.slice(start, start + AT_ONCE))
      .execute()
  const { n } = await db
    .selectFrom('copy_members')
    .select((e) => e.fn.countAll().as('n'))
    .where('group_no', '=', no)
    .executeTakeFirstOrThrow()
  const row = {
    origin_id: originId,
    members: Number(n),
    details: JSON.stringify({ confidence, reasons, creditedElsewhere }),
  }
  await db
    .insertInto('copy_groups')
    .values({ no, ...row })
    .onConflict((c) => c.column('no').doUpdateSet(row))
    .execute()
}

/** Groups only ever grow together: one that shares a member with this one has become part of it. */
async function takeInMerged(db: Db, no: number, ids: readonly ItemId[]): Promise<void> {
  const rows = await db
    .selectFrom('copy_members')
    .select('group_no')
    .distinct()
    .where('item_id', 'in', ids)
    .where('group_no', '!=', no)
    .execute()
  if (rows.length === 0) return
  const merged = rows.map(({ group_no }) => group_no)
  await db.updateTable('copy_members').set({ group_no: no }).where('group_no', 'in', merged).execute()
  await db.deleteFrom('copy_groups').where('no', 'in', merged).execute()
}

async function addPossible(db: Db, possible: readonly ItemCopy[]): Promise<void> {
  for (let start = 0; start < possible.length; start += AT_ONCE)
    await db
      .insertInto('possible_copies')
      .values(possible.slice(start, start + AT_ONCE).map(toRow))
      .onConflict((c) => c.columns(['item_id', 'of_id']).doNothing())
      .execute()
}

function toRow({ itemId, of, kind, ...details }: ItemCopy) {
  return { item_id: itemId, of_id: of, kind, details: JSON.stringify(details) }
}

function toCopy(row: { item_id: string; of_id: string; kind: string; details: string | null }): ItemCopy {
  const details = JSON.parse(row.details ?? '{}') as Omit<ItemCopy, 'itemId' | 'of' | 'kind'>
  return { ...details, itemId: row.item_id as ItemId, of: row.of_id as ItemId, kind: row.kind as CopyKind }
}

/** What is known of the items given, for rows of lists; those that stand alone are left out. */
export async function findCopyMarks(db: Db, items: readonly ItemId[]): Promise<CopyMark[]> {
  if (items.length === 0) return []
  const rows = await db
    .selectFrom('copy_members')
    .innerJoin('copy_groups', 'copy_groups.no', 'copy_members.group_no')
    .select(['item_id', 'origin_id', 'members', 'of_id', 'kind'])
    .where('item_id', 'in', items)
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id as ItemId,
    originId: row.origin_id as ItemId,
    members: row.members,
    of: row.of_id as ItemId | null,
    kind: row.kind as CopyKind | null,
  }))
}

/** The group an item is in; undefined when it stands alone. */
export async function findGroupOf(db: Db, itemId: ItemId): Promise<StoredGroup | undefined> {
  const row = await db
    .selectFrom('copy_members')
    .innerJoin('copy_groups', 'copy_groups.no', 'copy_members.group_no')
    .select(['no', 'origin_id', 'members', 'copy_groups.details'])
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  if (!row) return undefined
  const details = JSON.parse(row.details) as Pick<ItemGroup, 'confidence' | 'reasons' | 'creditedElsewhere'>
  return { ...details, no: row.no, originId: row.origin_id as ItemId, members: row.members }
}

/** Copies of a group in the order in which the desk saw them. */
export async function listCopies(db: Db, group: number, limit: number): Promise<ItemCopy[]> {
  const rows = await db
    .selectFrom('copy_members')
    .select(['item_id', 'of_id', 'kind', 'details'])
    .where('group_no', '=', group)
    .where('of_id', 'is not', null)
    .orderBy('item_id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ item_id, of_id, kind, details }) =>
    of_id === null || kind === null ? [] : [toCopy({ item_id, of_id, kind, details })],
  )
}

/** What an item is a copy of, as far as that is sure. */
export async function findCopy(db: Db, itemId: ItemId): Promise<ItemCopy | undefined> {
  const row = await db
    .selectFrom('copy_members')
    .select(['item_id', 'of_id', 'kind', 'details'])
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  if (!row || row.of_id === null || row.kind === null) return undefined
  return toCopy({ item_id: row.item_id, of_id: row.of_id, kind: row.kind, details: row.details })
}

/** What an item may be a copy of, and what may be a copy of it. */
export async function listPossible(db: Db, itemId: ItemId, limit: number): Promise<ItemCopy[]> {
  const rows = await db
    .selectFrom('possible_copies')
    .select(['item_id', 'of_id', 'kind', 'details'])
    .where((e) => e.or([e('item_id', '=', itemId), e('of_id', '=', itemId)]))
    .orderBy('item_id')
    .orderBy('of_id')
    .limit(limit)
    .execute()
  return rows.map(toCopy)
}
