// In: items. Out: rows for lists, each with who speaks and how it begins. Two queries for any number of rows.

import type { OutletId } from '../../domain/outlet.ts'
import type { ReadingId } from '../../domain/reading.ts'
import type { Db } from '../../store/db.ts'
import type { StoredItem } from '../../store/items.ts'
import { findOutletNames, type OutletName } from '../../store/outlet-names.ts'
import { findCopyMarks } from '../../store/copy-groups.ts'
import { listStatements, type StoredStatement } from '../../store/statements.ts'
import { findMarks } from '../../store/triage.ts'
import { findReadingHeads, type ReadingHead } from '../../store/reading-heads.ts'
import type { ItemRow } from '../shapes/item.ts'
import type { OutletCard } from '../shapes/outlet.ts'
import { firstDirection, shortenLead } from './text-pieces.ts'
import { readInstant } from '../../lib/read-instant.ts'
import { dayOf, pickStatement, showStatement } from './statements.ts'

/** Rows in the order of the items. */
export async function loadItemRows(db: Db, items: readonly StoredItem[]): Promise<ItemRow[]> {
  const outletIds = [...new Set(items.map((item) => item.outletId))]
  const readingIds = items.flatMap((item): ReadingId[] => (item.readingId === null ? [] : [item.readingId]))
  const names = await findOutletNames(db, outletIds)
  const statements = Map.groupBy(await listStatements(db, outletIds), (statement) => statement.outletId)
  const heads = await findReadingHeads(db, readingIds)
  const ids = items.map((item) => item.id)
  const marks = await findMarks(db, ids)
  const groups = new Map((await findCopyMarks(db, ids)).map((copy) => [copy.itemId, copy]))
  return items.map((item) => {
    const head = item.readingId === null ? undefined : heads.get(item.readingId)
    const group = groups.get(item.id)
    return showItemRow(item, {
      head,
      name: names.get(item.outletId),
      statements: statements.get(item.outletId) ?? [],
      marks: marks.get(item.id) ?? [],
      group: group ? { id: group.originId, members: group.members } : null,
    })
  })
}

type Speaker = { readonly name: OutletName | undefined; readonly statements: readonly StoredStatement[] }

type Surroundings = Speaker & {
  readonly head: ReadingHead | undefined
  readonly marks: readonly string[]
  readonly group: ItemRow['group']
}

function showItemRow(item: StoredItem, around: Surroundings): ItemRow {
  const { head, marks, group } = around
  const title = head?.title ?? item.promisedTitle
  return {
    id: item.id,
    url: item.url,
    title,
    titleFrom: title === null ? null : head?.title ? 'reading' : 'feed',
    language: item.language ?? head?.language ?? null,
    direction: head?.direction ?? firstDirection(title ?? ''),
    outlet: showOutletCard(item.outletId, around, dayOf(item.orderAt)),
    publishedEdtf: head?.published?.edtf ?? null,
    publishedAt: readInstant(head?.published?.edtf ?? null) ?? item.promisedAt,
    seenAt: item.seenAt,
    state: item.state,
    failure: item.failure,
    reason: item.reason,
    versions: item.versions,
    lead: head ? shortenLead(head.opening, title) : null,
    triage: { state: item.triage, marks: [...marks], version: item.triageVersion },
    group,
  }
}

function showOutletCard(id: OutletId, { name, statements }: Speaker, day: string): OutletCard {
  const descriptor = pickStatement(statements, 'descriptor', day)
  return {
    id,
    name: name?.name ?? '',
    nameAsPrinted: name?.nameAsPrinted ?? null,
    descriptor: descriptor ? showStatement(descriptor) : null,
  }
}
