// In: an item. Out: what the desk shows of its copies, and of what was changed in one of them.

import type { ItemCopy } from '../../domain/copy.ts'
import type { ItemId } from '../../domain/feed.ts'
import { readInstant } from '../../lib/read-instant.ts'
import { isToCompare } from '../../store/copies-waiting.ts'
import { findCopy, findCopyMarks, findGroupOf, listCopies, listPossible } from '../../store/copy-groups.ts'
import type { Db } from '../../store/db.ts'
import { findItems, type StoredItem } from '../../store/items.ts'
import { findReading, type StoredReading } from '../../store/readings.ts'
import type { Copy, CopyDifferences, CopyGroup, CopyItem, ItemCopies } from '../shapes/copy.ts'
import type { TargetTools } from '../target-language.ts'
import { loadItemRows } from './item-rows.ts'

const MOST_COPIES = 100
const MOST_POSSIBLE = 20
/** Of longer texts only the beginnings are compared for people. */
const LONGEST = 200_000

export async function loadItemCopies(tools: TargetTools, item: StoredItem): Promise<ItemCopies> {
  const { db } = tools
  const stored = await findGroupOf(db, item.id)
  const copies = stored ? await listCopies(db, stored.no, MOST_COPIES) : []
  const possible = await leaveOutMembers(db, item.id, await listPossible(db, item.id, MOST_POSSIBLE))
  const named = await nameItems(tools, [...(stored ? [stored.originId] : []), ...idsOf([...copies, ...possible])])
  const origin = stored && named.get(stored.originId)
  const group: CopyGroup | null =
    stored && origin
      ? {
          origin,
          confidence: stored.confidence,
          reasons: [...stored.reasons],
          creditedElsewhere: stored.creditedElsewhere,
          members: stored.members,
          copies: showCopies(copies, named),
        }
      : null
  const isCompared = item.readingId !== null && !(await isToCompare(db, item.id))
  return { isCompared, group, possible: showCopies(possible, named) }
}

/** Possible pairs that became certain through a third one are no longer only possible. */
async function leaveOutMembers(db: Db, id: ItemId, possible: readonly ItemCopy[]): Promise<ItemCopy[]> {
  if (possible.length === 0) return []
  const marks = new Map((await findCopyMarks(db, idsOf(possible))).map((mark) => [mark.itemId, mark.originId]))
  const own = marks.get(id)
  return possible.filter(({ itemId, of }) => own === undefined || marks.get(itemId === id ? of : itemId) !== own)
}

function idsOf(copies: readonly ItemCopy[]): ItemId[] {
  return [...new Set(copies.flatMap(({ itemId, of }) => [itemId, of]))]
}

async function nameItems(tools: TargetTools, ids: readonly ItemId[]): Promise<Map<string, CopyItem>> {
  const rows = await loadItemRows(tools, await findItems(tools.db, [...new Set(ids)]))
  return new Map(
    rows.map(({ id, title, language, direction, outlet, publishedEdtf, seenAt, translation }) => [
      id,
      { id, title, language, direction, outlet, publishedEdtf, seenAt, translation },
    ]),
  )
}

function showCopies(copies: readonly ItemCopy[], named: ReadonlyMap<string, CopyItem>): Copy[] {
  return copies.flatMap(({ itemId, of, ...said }) => {
    const [item, original] = [named.get(itemId), named.get(of)]
    return item && original ? [{ ...said, item, of: original }] : []
  })
}

/** What was added, dropped and altered between an item and another that is its original or its copy; undefined = neither. */
export async function loadDifferences(
  tools: TargetTools,
  item: StoredItem,
  other: StoredItem,
): Promise<CopyDifferences | undefined> {
  const { db } = tools
  const copy = await findRelation(db, item.id, other.id)
  const named = copy && showCopies([copy], await nameItems(tools, [copy.itemId, copy.of]))[0]
  if (!copy || !named) return undefined
  const [first, second] = copy.of === item.id ? [item, other] : [other, item]
  const [original, text] = [await readingOf(db, first), await readingOf(db, second)]
  if (!original || !text) return undefined
  // Loaded when somebody first compares: together they are the whole of the copies' comparison.
  const { pairPassages } = await import('../../understand/copies/pair-passages.ts')
  const { reportChanges } = await import('../../understand/copies/report-changes.ts')
  if (copy.kind === 'translation')
    return { copy: named, changes: null, passages: pairPassages(sideOf(original), sideOf(text)) }
  const { added, dropped, altered, furniture, more } = reportChanges(cut(original.text), cut(text.text), copy.kind)
  const shown = altered.map(({ words, ...change }) => ({ ...change, words: words.map((word) => ({ ...word })) }))
  const changes = { added: [...added], dropped: [...dropped], altered: shown, furniture: [...furniture], more }
  return { copy: named, changes, passages: null }
}

async function findRelation(db: Db, one: ItemId, other: ItemId): Promise<ItemCopy | undefined> {
  const sure = [await findCopy(db, one), await findCopy(db, other)]
  const found = sure.find((copy) => copy && [one, other].includes(copy.of))
  if (found) return found
  return (await listPossible(db, one, 100)).find(({ itemId, of }) => itemId === other || of === other)
}

async function readingOf(db: Db, { readingId }: StoredItem): Promise<StoredReading | undefined> {
  return readingId === null ? undefined : findReading(db, readingId)
}

function sideOf({ text, language, published }: StoredReading) {
  return { text, language, publishedAt: readInstant(published?.edtf ?? null) }
}

function cut(text: string): string {
  return text.slice(0, LONGEST)
}
