// In: items. Out: rows for lists, each with who speaks and how it begins. Two queries for any number of rows.

import type { OutletId, OutletStatement } from '../../domain/outlet.ts'
import type { ReadingId } from '../../domain/reading.ts'
import type { Db } from '../../store/db.ts'
import type { StoredItem } from '../../store/items.ts'
import { findOutletNames, type OutletName } from '../../store/outlet-names.ts'
import { listStatements } from '../../store/outlets.ts'
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
  return items.map((item) => {
    const head = item.readingId === null ? undefined : heads.get(item.readingId)
    return showItemRow(item, head, {
      name: names.get(item.outletId),
      statements: statements.get(item.outletId) ?? [],
    })
  })
}

type Speaker = { readonly name: OutletName | undefined; readonly statements: readonly OutletStatement[] }

function showItemRow(item: StoredItem, head: ReadingHead | undefined, speaker: Speaker): ItemRow {
  const title = head?.title ?? item.promisedTitle
  return {
    id: item.id,
    url: item.url,
    title,
    titleFrom: title === null ? null : head?.title ? 'reading' : 'feed',
    language: item.language ?? head?.language ?? null,
    direction: head?.direction ?? firstDirection(title ?? ''),
    outlet: showOutletCard(item.outletId, speaker, dayOf(item.orderAt)),
    publishedEdtf: head?.published?.edtf ?? null,
    publishedAt: readInstant(head?.published?.edtf ?? null) ?? item.promisedAt,
    seenAt: item.seenAt,
    state: item.state,
    failure: item.failure,
    reason: item.reason,
    versions: item.versions,
    lead: head ? shortenLead(head.opening, title) : null,
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
