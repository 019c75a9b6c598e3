// Reads a capture and puts its text into the search index. Safe to run twice: a reading takes the place of the one before.

import type { Capture } from '../domain/capture.ts'
import { newId } from '../domain/id.ts'
import type { Jobs } from '../domain/job.ts'
import type { Policy } from '../domain/policy.ts'
import type { PageReading, Reading } from '../domain/reading.ts'
import { countOf } from '../lib/count-of.ts'
import { findCapture, findLatestCaptureId } from '../store/captures.ts'
import { noteToWatch } from '../store/alert-hits.ts'
import { noteToCompare } from '../store/copies-waiting.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { hasExcerpts } from '../store/excerpts.ts'
import { findItem, markItemRead } from '../store/items.ts'
import { findAutomaticTarget, type ConfiguredTranslation } from '../store/automatic-translation.ts'
import { findPolicy } from '../store/policies.ts'
import {
  copiesJob,
  imageJob,
  indexJob,
  indexTranslationJob,
  reanchorJob,
  translateJob,
  watchJob,
} from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { saveReading } from '../store/readings.ts'
import { toSearchDocument } from '../store/search/page-document.ts'
import { areSameHeads, listHeadsOf } from '../store/translated-heads.ts'
import { listTargets } from '../store/translations.ts'
import { orderOf } from './order-of.ts'

export type ReadTools = {
  readonly db: Db
  readonly queue: Queue
  /** Reads the captured bytes; whatever they are, the answer is a reading. */
  readonly readBytes: (capture: Capture) => Promise<PageReading>
  /** Name and version of the reader. */
  readonly reader: string
  readonly now: () => number
  /** How pages are translated as far as the configuration says; absent = only those that a person asks for. */
  readonly translation?: ConfiguredTranslation
}

/** Pages that are compared with others wait this long, in milliseconds, for more to be compared with them. */
const GATHER_MS = 2_000

export async function readCapture(tools: ReadTools, { captureId }: Jobs['read.capture']): Promise<Deed> {
  const capture = await findCapture(tools.db, captureId)
  const item = capture && (await findItem(tools.db, capture.itemId))
  if (!capture || !item) return nothingToDo

  const page = await tools.readBytes(capture)
  const now = tools.now()
  const reading: Reading = { ...page, id: newId<'reading'>(now), captureId, reader: tools.reader, readAt: now }
  const latest = await findLatestCaptureId(tools.db, item.id)
  const isLatest = latest === undefined || latest === captureId
  const orderAt = orderOf(page, item)
  const heads = await listHeadsOf(tools.db, captureId)

  return {
    outcome: `${capture.finalUrl}: ${page.state}, ${page.language ?? 'language unknown'}, ${countOf(page.text.length, 'character')}`,
    trouble: page.state === 'unreadable',
    documents: isLatest ? [toSearchDocument({ ...item, orderAt }, reading, heads)] : [],
    async save(tx, { isIndexed }) {
      const readingId = await saveReading(tx, reading, item.id, isLatest && isIndexed ? now : null)
      if (await hasExcerpts(tx, item.id)) await tools.queue.enqueue(tx, [reanchorJob(readingId, now)])
      if (!isLatest) return
      await markItemRead(tx, item.id, { readingId, language: page.language, orderAt })
      await noteToCompare(tx, { itemId: item.id, readingId })
      const isWatched = await noteToWatch(tx, { itemId: item.id, readingId })
      const policy = await findPolicy(tx, item.outletId)
      const image = leadImageOf(page, policy)
      const to = await findAutomaticTarget(tx, policy, tools.translation)
      const next = [
        ...(image === null ? [] : [imageJob(item.id, image, now)]),
        copiesJob(now + GATHER_MS),
        ...(isWatched ? [watchJob(now)] : []),
        ...(to === null ? [] : [translateJob({ readingId, to, extent: 'lead', tries: 0 }, now)]),
        // What people and engines said of an earlier text of the page comes along, whoever asked for it then.
        ...(await listTargets(tx, item.id)).map((each) =>
          translateJob({ readingId, to: each, extent: 'carry', tries: 0 }, now),
        ),
        ...(isIndexed ? [] : [indexJob(readingId, now)]),
        // Translated while it was read again: what the index was given is older.
        ...(areSameHeads(heads, await listHeadsOf(tx, captureId)) ? [] : [indexTranslationJob(readingId, now)]),
      ]
      await tools.queue.enqueue(tx, next)
    },
  }
}

/** The address of the lead image, when it is to be kept. */
function leadImageOf({ leadImage }: PageReading, { images }: Policy): string | null {
  return leadImage !== null && /^https?:\/\//i.test(leadImage) && images === 'lead' ? leadImage : null
}
