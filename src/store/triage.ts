// What people decided about items, as deeds that are only ever added. Taking one back is a deed too.
// An item carries a version: whoever acts on what has changed meanwhile hears of it, and nothing is written.

import { PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import {
  planStep,
  reverseStep,
  triageStates,
  type DeedId,
  type ItemTriage,
  type TriageConflict,
  type TriageState,
  type TriageStep,
  type TriageWish,
} from '../domain/triage.ts'
import type { Db, Tx } from './db.ts'
import { countByField } from './item-filter.ts'
import type { Schema, TriageChangeRow } from './schema.ts'

export type TriageDeed = {
  readonly id: DeedId
  readonly at: number
  readonly signedBy: string
  readonly kind: TriageWish['kind'] | 'undo'
  readonly label: string | null
  readonly items: number
  readonly undoes: DeedId | null
  readonly undoneBy: DeedId | null
}

export type Touched = { readonly id: ItemId; readonly triage: ItemTriage }

export type TriageEnd =
  | {
      readonly kind: 'done'
      readonly deedId: DeedId | null
      readonly changed: readonly Touched[]
      readonly unchanged: number
    }
  | { readonly kind: 'conflict'; readonly conflicts: readonly TriageConflict[] }

export type Hand = { readonly signedBy: string; readonly now: number }

const AT_ONCE = 500

/** Does one deed to many items, all or nothing. @param items with the version that the person has seen, where known */
export async function triageItems(
  tx: Tx,
  items: readonly { readonly id: ItemId; readonly version?: number | undefined }[],
  wish: TriageWish,
  hand: Hand,
): Promise<TriageEnd> {
  const ids = [...new Set(items.map(({ id }) => id))]
  const standing = await readForChange(tx, ids)
  const stale = items.filter(({ id, version }) => version !== undefined && standing.get(id)?.version !== version)
  const conflicts = await describeConflicts(
    tx,
    stale.map(({ id }) => id),
    standing,
  )
  if (conflicts.length > 0) return { kind: 'conflict', conflicts }
  const steps = [...standing].flatMap(([id, triage]) => {
    const step = planStep(triage, wish)
    return step ? [{ id, triage, step }] : []
  })
  const label = 'label' in wish ? wish.label : null
  return writeDeed(tx, steps, { kind: wish.kind, label, undoes: null, unchanged: ids.length - steps.length }, hand)
}

export type UndoEnd = TriageEnd | { readonly kind: 'no-such-deed' } | { readonly kind: 'undone-already' }

/** Takes a deed back. Items that somebody touched since are a conflict, or are left as they are with `onlyUnchanged`. */
export async function undoTriage(tx: Tx, deedId: DeedId, onlyUnchanged: boolean, hand: Hand): Promise<UndoEnd> {
  const deed = await tx.selectFrom('triage_deeds').select('id').where('id', '=', deedId).executeTakeFirst()
  if (!deed) return { kind: 'no-such-deed' }
  if (await tx.selectFrom('triage_deeds').select('id').where('undoes', '=', deedId).executeTakeFirst())
    return { kind: 'undone-already' }
  const changes = await tx.selectFrom('triage_changes').selectAll().where('deed_id', '=', deedId).execute()
  const standing = await readForChange(
    tx,
    changes.map((row) => row.item_id as ItemId),
  )
  const isTouched = (row: TriageChangeRow) => standing.get(row.item_id as ItemId)?.version !== row.version
  const touched = changes.filter(isTouched)
  if (touched.length > 0 && !onlyUnchanged) {
    const conflicts = await describeConflicts(
      tx,
      touched.map((row) => row.item_id as ItemId),
      standing,
    )
    return { kind: 'conflict', conflicts }
  }
  const steps = changes.flatMap((row) => {
    const triage = standing.get(row.item_id as ItemId)
    return !triage || isTouched(row) ? [] : [{ id: row.item_id as ItemId, triage, step: reverseStep(toStep(row)) }]
  })
  return writeDeed(tx, steps, { kind: 'undo', label: null, undoes: deedId, unchanged: touched.length }, hand)
}

type Plan = { readonly id: ItemId; readonly triage: ItemTriage; readonly step: TriageStep }
type About = {
  readonly kind: TriageDeed['kind']
  readonly label: string | null
  readonly undoes: DeedId | null
  readonly unchanged: number
}

async function writeDeed(tx: Tx, plans: readonly Plan[], about: About, hand: Hand): Promise<TriageEnd> {
  const { unchanged } = about
  if (plans.length === 0) return { kind: 'done', deedId: null, changed: [], unchanged }
  const deedId = newId<'deed'>(hand.now)
  const { kind, label, undoes } = about
  const row = { id: deedId, at: hand.now, signed_by: hand.signedBy, kind, label, items: plans.length, undoes }
  await tx.insertInto('triage_deeds').values(row).execute()
  for (let start = 0; start < plans.length; start += AT_ONCE)
    await writeSteps(tx, deedId, plans.slice(start, start + AT_ONCE))
  const changed = plans.map(({ id, triage, step }) => ({ id, triage: afterStep(triage, step) }))
  return { kind: 'done', deedId, changed, unchanged }
}

async function writeSteps(tx: Tx, deedId: DeedId, plans: readonly Plan[]): Promise<void> {
  for (const [state, some] of Map.groupBy(plans, ({ step }) => step.to)) {
    await tx
      .updateTable('items')
      .set((e) => ({ triage: state, triage_version: e('triage_version', '+', 1) }))
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
  }
  for (const { id, step } of plans) if (step.label !== null) await setMark(tx, id, step.label, step.labelChange)
  const rows = plans.map(({ id, triage, step }) => ({
    deed_id: deedId,
    item_id: id,
    from_state: step.from,
    to_state: step.to,
    version: triage.version + 1,
    label: step.label,
    label_change: step.labelChange,
  }))
  await tx.insertInto('triage_changes').values(rows).execute()
}

async function setMark(tx: Tx, itemId: ItemId, label: string, change: -1 | 0 | 1): Promise<void> {
  if (change === 1) {
    await tx
      .insertInto('item_marks')
      .values({ label, item_id: itemId })
      .onConflict((c) => c.doNothing())
      .execute()
  }
  if (change === -1)
    await tx.deleteFrom('item_marks').where('label', '=', label).where('item_id', '=', itemId).execute()
}

function afterStep(triage: ItemTriage, step: TriageStep): ItemTriage {
  const others = triage.marks.filter((mark) => mark !== step.label)
  const marks = step.labelChange === 1 && step.label !== null ? [...others, step.label].toSorted() : others
  return { state: step.to, marks: step.labelChange === 0 ? triage.marks : marks, version: triage.version + 1 }
}

function toStep(row: TriageChangeRow): TriageStep {
  return {
    from: row.from_state as TriageState,
    to: row.to_state as TriageState,
    label: row.label,
    labelChange: row.label_change as -1 | 0 | 1,
  }
}

/** How the items stand; nobody else changes them until the transaction ends. Unknown ids are left out. */
async function readForChange(tx: Tx, ids: readonly ItemId[]): Promise<Map<ItemId, ItemTriage>> {
  const rows: { id: string; triage: string; triage_version: number }[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE)
    const query = tx
      .selectFrom('items')
      .select(['id', 'triage', 'triage_version'])
      .where('id', 'in', some)
      .orderBy('id')
    rows.push(...(await locked(tx, query).execute()))
  }
  const marks = await findMarks(tx, ids)
  return new Map(
    rows.map((row) => {
      const id = row.id as ItemId
      return [id, { state: row.triage as TriageState, marks: marks.get(id) ?? [], version: row.triage_version }]
    }),
  )
}

/** SQLite has one writer at a time, and no word for this. */
function locked<O>(tx: Tx, query: SelectQueryBuilder<Schema, 'items', O>): SelectQueryBuilder<Schema, 'items', O> {
  return tx.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate() : query
}

/** The marks of the items given, each item's in alphabetical order. */
export async function findMarks(db: Db, ids: readonly ItemId[]): Promise<Map<ItemId, string[]>> {
  const marks = new Map<ItemId, string[]>()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = ids.slice(start, start + AT_ONCE)
    for (const row of await db.selectFrom('item_marks').selectAll().where('item_id', 'in', some).execute()) {
      const id = row.item_id as ItemId
      marks.set(id, [...(marks.get(id) ?? []), row.label].toSorted())
    }
  }
  return marks
}

async function describeConflicts(
  db: Db,
  ids: readonly ItemId[],
  standing: ReadonlyMap<ItemId, ItemTriage>,
): Promise<TriageConflict[]> {
  const conflicts: TriageConflict[] = []
  for (const id of ids) {
    const triage = standing.get(id)
    if (!triage) continue
    const last = await db
      .selectFrom('triage_changes')
      .innerJoin('triage_deeds', 'triage_deeds.id', 'triage_changes.deed_id')
      .select(['signed_by', 'at'])
      .where('item_id', '=', id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    conflicts.push({ id, triage, by: last?.signed_by ?? null, at: last?.at ?? null })
  }
  return conflicts
}

/** The latest deeds first; those that touched one item, when it is named. */
export async function listTriageDeeds(db: Db, limit: number, itemId?: ItemId): Promise<TriageDeed[]> {
  let query = db
    .selectFrom('triage_deeds')
    .leftJoin('triage_deeds as undo', 'undo.undoes', 'triage_deeds.id')
    .selectAll('triage_deeds')
    .select('undo.id as undone_by')
    .orderBy('triage_deeds.at', 'desc')
    .orderBy('triage_deeds.id', 'desc')
    .limit(limit)
  if (itemId)
    query = query.where('triage_deeds.id', 'in', (e) =>
      e.selectFrom('triage_changes').select('deed_id').where('item_id', '=', itemId),
    )
  return (await query.execute()).map((row) => ({
    id: row.id as DeedId,
    at: row.at,
    signedBy: row.signed_by,
    kind: row.kind as TriageDeed['kind'],
    label: row.label,
    items: row.items,
    undoes: row.undoes as DeedId | null,
    undoneBy: row.undone_by as DeedId | null,
  }))
}

/** How many items of the desk stand in each state. */
export async function countTriage(db: Db): Promise<Record<TriageState, number>> {
  const counts = await countByField(db, 'triage', new Map())
  const all = triageStates.map((state) => [state, counts.get(state) ?? 0] as const)
  return Object.fromEntries(all) as Record<TriageState, number>
}

/** Every mark in use with the number of its items, by name. */
export async function listMarks(db: Db): Promise<{ label: string; items: number }[]> {
  const rows = await db
    .selectFrom('item_marks')
    .select((e) => ['label', e.fn.countAll().as('n')])
    .groupBy('label')
    .orderBy('label')
    .execute()
  return rows.map((row) => ({ label: row.label, items: Number(row.n) }))
}
