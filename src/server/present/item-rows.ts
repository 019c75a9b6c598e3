// In: items. Out: rows for lists, each with who speaks and how it begins, translated too. As many queries for one row as for
// a hundred.

import type { ItemId } from '../../domain/feed.ts'
import type { OutletId } from '../../domain/outlet.ts'
import type { ReadingId } from '../../domain/reading.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import type { StoredItem } from '../../store/items.ts'
import { findOutletNames, type OutletName } from '../../store/outlet-names.ts'
import { findCopyMarks } from '../../store/copy-groups.ts'
import { listStatements, type StoredStatement } from '../../store/statements.ts'
import { findMarks } from '../../store/triage.ts'
import { findReadingHeads, type ReadingHead } from '../../store/reading-heads.ts'
import { findHeads, pickHead, type DatedHead, type TranslationHead } from '../../store/translated-heads.ts'
import type { ItemRow, ItemTranslation } from '../shapes/item.ts'
import type { OutletCard } from '../shapes/outlet.ts'
import { targetLanguage, type TargetTools } from '../target-language.ts'
import { firstDirection, shortenLead } from './text-pieces.ts'
import { readInstant } from '../../lib/read-instant.ts'
import { dayOf, pickStatement, showStatement } from './statements.ts'

/** What a caller has read already: the heads of the items’ readings, and the language that is translated into. */
export type KnownHeads = { readonly to: string; readonly heads: ReadonlyMap<ReadingId, readonly DatedHead[]> }

/** Rows in the order of the items. */
export async function loadItemRows(
  tools: TargetTools,
  items: readonly StoredItem[],
  known?: KnownHeads,
): Promise<ItemRow[]> {
  const { db } = tools
  const outletIds = [...new Set(items.map((item) => item.outletId))]
  const readingIds = items.flatMap((item): ReadingId[] => (item.readingId === null ? [] : [item.readingId]))
  const names = await findOutletNames(db, outletIds)
  const statements = Map.groupBy(await listStatements(db, outletIds), (statement) => statement.outletId)
  const heads = await findReadingHeads(db, readingIds)
  const ids = items.map((item) => item.id)
  const marks = await findMarks(db, ids)
  const translations = known ? pickHeads(items, known) : await findHeads(db, ids, await targetLanguage(tools))
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
      translation: translations.get(item.id),
    })
  })
}

function pickHeads(items: readonly StoredItem[], { to, heads }: KnownHeads): Map<ItemId, TranslationHead> {
  return new Map(
    items.flatMap((item): [ItemId, TranslationHead][] => {
      const head = item.readingId === null ? undefined : pickHead(heads.get(item.readingId) ?? [], to)
      return head ? [[item.id, head]] : []
    }),
  )
}

type Speaker = { readonly name: OutletName | undefined; readonly statements: readonly StoredStatement[] }

type Surroundings = Speaker & {
  readonly head: ReadingHead | undefined
  readonly marks: readonly string[]
  readonly group: ItemRow['group']
  readonly translation: TranslationHead | undefined
}

function showItemRow(item: StoredItem, around: Surroundings): ItemRow {
  const { head, marks, group } = around
  const title = head?.title ?? item.promisedTitle
  const language = item.language ?? head?.language ?? null
  return {
    id: item.id,
    url: item.url,
    title,
    titleFrom: title === null ? null : head?.title ? 'reading' : 'feed',
    language,
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
    translation: showTranslation(around.translation, language),
    triage: { state: item.triage, marks: [...marks], version: item.triageVersion },
    group,
  }
}

/** A page in the language that is translated into needs no translation, whatever was once made of it. */
function showTranslation(head: TranslationHead | undefined, language: string | null): ItemTranslation | null {
  if (head === undefined || primaryOf(head.language) === primaryOf(language ?? 'und')) return null
  const { title, titleState, titleBy, lead, leadState } = head
  return { language: head.language, title, titleState, titleBy, lead, leadState }
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
