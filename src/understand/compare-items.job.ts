// Looks for copies among the items that were read and not compared yet, many at once: a job a page would cost more in
// writing than in comparing. Safe to run twice: the store replaces what comes again, and the records what was found.

import type { ItemCopy } from '../domain/copy.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Jobs } from '../domain/job.ts'
import { readInstant } from '../lib/read-instant.ts'
import { saveComparison, type Comparison } from '../store/copy-groups.ts'
import {
  compareAllAnew,
  countToCompare,
  findComparedWith,
  listToCompare,
  markCompared,
  type WaitingItem,
} from '../store/copies-waiting.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { findItems, type StoredItem } from '../store/items.ts'
import { findOutletNames } from '../store/outlet-names.ts'
import { copiesJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReadings, type StoredReading } from '../store/readings.ts'
import type { BatchFindings, CopyBatch } from './copies/compare-batch.ts'
import type { CopyDocument, PublicationTime } from './copies/document.ts'
import type { GroupMember } from './copies/describe-group.ts'

export type CompareTools = {
  readonly db: Db
  readonly queue: Queue
  /** Compares in a thread of its own. `passedOver`: ids of documents it could not cope with. */
  readonly compare: (batch: CopyBatch) => Promise<{ findings: BatchFindings; passedOver: readonly string[] }>
  readonly now: () => number
}

const AT_ONCE = 200
/** Pages in hand to be read: more are a rush, in which every core is wanted for reading. */
const BUSY = 4
const GIVE_WAY_MS = 2_000
const LONGEST_WAIT_MS = 10 * 60_000

/** Compares what waits, unless pages wait to be read and `since` (ms) is not long ago; then it asks to be run later. */
export async function compareItems(tools: CompareTools, { since }: Jobs['understand.copies']): Promise<Deed> {
  const now = tools.now()
  // Whoever searches waits for reading; nobody waits for this. But not for ever.
  const { due, running } = (await tools.queue.counts(now))['read.capture']
  if (due + running > BUSY && now - (since ?? now) < LONGEST_WAIT_MS)
    return {
      outcome: 'copies are looked for when all that waits is read',
      save: (tx) => tools.queue.enqueue(tx, [copiesJob(now + GIVE_WAY_MS, since ?? now)]),
    }
  const waiting = await listToCompare(tools.db, AT_ONCE)
  if (waiting.length === 0) return nothingToDo
  const { findings, passedOver } = await tools.compare(await loadBatch(tools.db, waiting))
  const found = findings.groups.reduce((sum, { copies }) => sum + copies.length, 0)
  return {
    outcome: `${waiting.length} compared, ${found} copies in ${findings.groups.length} groups${passedOver.length > 0 ? `, ${passedOver.length} passed over` : ''}`,
    trouble: passedOver.length > 0,
    save: (tx) => saveFindings(tx, tools, waiting, findings),
  }
}

async function saveFindings(
  tx: Tx,
  { queue, now }: CompareTools,
  waiting: readonly WaitingItem[],
  findings: BatchFindings,
): Promise<void> {
  // Another store than the one the records speak of has never seen the other items.
  if ((await findComparedWith(tx)) !== findings.identity) await compareAllAnew(tx, findings.identity)
  await saveComparison(
    tx,
    toComparison(
      waiting.map(({ itemId }) => itemId),
      findings,
    ),
  )
  await markCompared(tx, waiting)
  if ((await countToCompare(tx)) > 0) await queue.enqueue(tx, [copiesJob(now())])
}

async function loadBatch(db: Db, waiting: readonly WaitingItem[]): Promise<CopyBatch> {
  const items = await findItems(
    db,
    waiting.map(({ itemId }) => itemId),
  )
  const outlets = await findOutletNames(db, [...new Set(items.map(({ outletId }) => outletId))])
  const readings = await findReadings(
    db,
    waiting.map(({ readingId }) => readingId),
  )
  const byItem = new Map(readings.map((reading) => [reading.itemId, reading]))
  const documents = items.flatMap((item) => {
    const reading = byItem.get(item.id)
    if (!reading || !isComparable(reading)) return []
    return [toCopyDocument(item, reading, outlets.get(item.outletId)?.name ?? null)]
  })
  const compared = new Set(documents.map(({ id }) => id))
  return { documents, forget: waiting.flatMap(({ itemId }) => (compared.has(itemId) ? [] : [itemId])) }
}

/** Lists of headlines share them all, and are nobody's text. */
function isComparable({ state, text }: StoredReading): boolean {
  return state !== 'not-an-article' && state !== 'unreadable' && text.trim() !== ''
}

function toCopyDocument(item: StoredItem, reading: StoredReading, outlet: string | null): CopyDocument {
  return {
    id: item.id,
    title: reading.title ?? item.promisedTitle,
    text: reading.text,
    language: reading.language,
    published: timeOf(reading, item),
    outlet,
    url: item.url,
    author: reading.byline.length > 0 ? reading.byline.join(', ') : null,
  }
}

/** The page's own date, else the feed's. When the desk saw it says nothing about who was first. */
function timeOf({ published }: StoredReading, { promisedAt }: StoredItem): PublicationTime | null {
  const edtf = published !== null && published.edtf.length >= 10 ? published.edtf : null
  const printed = readInstant(edtf)
  if (edtf !== null && printed !== null && edtf.includes('T')) return { at: printed, precision: 'minute' }
  if (printed === null) return promisedAt === null ? null : { at: promisedAt, precision: 'minute' }
  return { at: printed, precision: 'day' }
}

function toComparison(compared: readonly ItemId[], { groups, gone, possible }: BatchFindings): Comparison {
  return {
    compared,
    gone: [...gone, ...groups.filter(({ copies }) => copies.length === 0).map(({ no }) => no)],
    possible: possible.map(toItemCopy),
    groups: groups
      .filter(({ copies }) => copies.length > 0)
      .map(({ no, original, confidence, reasons, creditedElsewhere, copies }) => ({
        no,
        originId: original as ItemId,
        confidence,
        reasons: reasons.map(({ sentence }) => sentence),
        creditedElsewhere,
        copies: copies.map(toItemCopy),
      })),
  }
}

function toItemCopy({ id, of, ...said }: GroupMember): ItemCopy {
  return { ...said, itemId: id as ItemId, of: of as ItemId }
}
