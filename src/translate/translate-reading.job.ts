// Translates a reading: title and lead first, so that lists can be read, then the rest. Safe to run twice: what is there
// stays, and what engines have said is kept by the ledger. What fails is told on the translation, and tried again.

import type { Jobs } from '../domain/job.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { translateJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReading, type StoredReading } from '../store/readings.ts'
import { addTranslation, findTranslationOf, reviseTranslation, type StoredTranslation } from '../store/translations.ts'
import { primaryOf } from './glossary/glossary-term.ts'
import { loadGlossary } from './glossary/keep-glossary.ts'
import { digestOf, emptyDraft, fillIn, layOut, missingSources } from './plan-translation.ts'
import { translateSegments, type ChosenEngine, type SegmentsTranslated } from './translate-segments.ts'

export type TranslateReadingTools = {
  readonly db: Db
  readonly queue: Queue
  readonly now: () => number
  readonly engines: readonly ChosenEngine[]
}

/** After this many failures in a row a person must ask again. */
const MOST_TRIES = 8

export async function translateReading(tools: TranslateReadingTools, job: Jobs['translate.reading']): Promise<Deed> {
  const reading = await findReading(tools.db, job.readingId)
  if (!reading || reading.text.trim() === '') return nothingToDo
  const from = reading.language
  if (from === null || primaryOf(from) === primaryOf(job.to)) return nothingToDo
  const standing = (await findTranslationOf(tools.db, reading.id, job.to)) ?? null
  const segments = layOut(reading, standing)
  const missing = missingSources(reading, segments, standing?.title ?? null, job.extent)
  if (missing.length === 0 && standing !== null)
    return { outcome: 'translated already', save: (tx) => goOn(tx, tools, job, null) }
  const terms = await loadGlossary(tools.db)
  const said = await translateSegments({ ...tools, terms }, missing, { from, to: job.to })
  return {
    outcome: `${said.words.size} of ${missing.length} sentences from ${from} to ${job.to}${said.reasons.length > 0 ? `: ${said.reasons.join(' ')}` : ''}`,
    trouble: said.hasFailed,
    save: (tx) => save(tx, tools, job, reading, said),
  }
}

/** On what stands now: somebody may have corrected a sentence while the engine was asked. */
async function save(
  tx: Tx,
  tools: TranslateReadingTools,
  job: Jobs['translate.reading'],
  reading: StoredReading,
  said: SegmentsTranslated,
): Promise<void> {
  const standing = (await findTranslationOf(tx, reading.id, job.to)) ?? null
  const segments = layOut(reading, standing)
  const draft = {
    ...fillIn(
      reading,
      { ...(standing ?? emptyDraft(reading, segments)), segments, textDigest: digestOf(reading.text) },
      said,
    ),
    to: job.to,
  }
  const signature = {
    deed: 'translated',
    signedBy: 'dragoman',
    now: tools.now(),
    changes: describeChange(standing, said),
  } as const
  const of = { readingId: reading.id, itemId: reading.itemId, from: reading.language ?? 'und', to: job.to }
  if (standing === null) await addTranslation(tx, of, draft, { ...signature, deed: 'made' })
  else if (said.words.size > 0 || draft.reason !== standing.reason)
    await reviseTranslation(tx, standing.id, standing.revision, draft, signature)
  await goOn(tx, tools, job, said)
}

function describeChange(standing: StoredTranslation | null, { words, reasons }: SegmentsTranslated) {
  return { sentences: words.size, reasons, of: standing?.revision ?? null }
}

/** The rest after the lead; once more after a failure that may pass. */
async function goOn(
  tx: Tx,
  { queue, now }: TranslateReadingTools,
  job: Jobs['translate.reading'],
  said: SegmentsTranslated | null,
): Promise<void> {
  const { readingId, to, tries } = job
  if (said !== null && said.retryAt !== null && tries + 1 < MOST_TRIES) {
    const pause = Math.max(said.retryAt - now(), 60_000 * 2 ** tries)
    await queue.enqueue(tx, [translateJob({ readingId, to, extent: 'whole', tries: tries + 1 }, now() + pause)])
  } else if (job.extent === 'lead')
    await queue.enqueue(tx, [translateJob({ readingId, to, extent: 'whole', tries: 0 }, now())])
}
