// Translates a reading: what earlier texts of the page have words for, then title and lead, so that lists can be read, then
// the rest, part by part. Safe to run twice: what is there stays, and what engines have said is kept by the ledger. What
// fails is told on the translation, and tried again; a person may stop it.

import type { Jobs } from '../domain/job.ts'
import { noChanges } from '../domain/translation-history.ts'
import { countOf } from '../lib/count-of.ts'
import { primaryOf } from '../lib/primary-of.ts'
import type { Db, Tx } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { WORKER } from '../store/engine-claims.ts'
import { translateJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import { findReading, type StoredReading } from '../store/readings.ts'
import { readSettings } from '../store/settings.ts'
import { listRevisions, reviseTranslation, type StoredTranslation } from '../store/translations.ts'
import type { ChosenEngine } from './engines/engine.ts'
import { chooseEngines } from './engines/engine-order.ts'
import { findFooting, saveFooting, type Footing } from './find-footing.ts'
import { loadGlossary } from './glossary/keep-glossary.ts'
import { fillIn, missingPart } from './plan-translation.ts'
import { filledPlaces } from './record-changes.ts'
import { translateSegments, type SegmentsTranslated } from './translate-segments.ts'

export type TranslateReadingTools = {
  readonly db: Db
  readonly queue: Queue
  readonly now: () => number
  /** As configured; the settings of the desk arrange them. */
  readonly engines: readonly (ChosenEngine & { readonly name?: string })[]
}

type Job = Jobs['translate.reading']
/** What was asked for, what came of it, and where the next part begins. */
type Part = {
  readonly said: SegmentsTranslated
  readonly next: number | null
  /** The revision that stood when it was asked for. */
  readonly since: number
}

/** After this many failures in a row a person must ask again. */
const MOST_TRIES = 8
const OURSELVES = 'dragoman'

export async function translateReading(tools: TranslateReadingTools, job: Job): Promise<Deed> {
  const reading = await findReading(tools.db, job.readingId)
  if (!reading || reading.text.trim() === '') return nothingToDo
  const from = reading.language
  if (from === null || primaryOf(from) === primaryOf(job.to)) return nothingToDo
  const footing = await findFooting(tools.db, reading, job.to)
  const { extent, after } = job
  if (extent === 'carry') return carry(tools, job, reading, footing)
  const { sources, next } = missingPart(footing.draft, after === undefined ? { extent } : { extent, after })
  if (sources.length === 0 && footing.standing !== null && footing.carried === null)
    return { outcome: 'translated already', save: (tx) => goOn(tx, tools, job, null) }
  const terms = await loadGlossary(tools.db)
  const engines = chooseEngines(tools.engines, (await readSettings(tools.db)).translation)
  const said = await translateSegments({ ...tools, engines, terms, holder: WORKER }, sources, { from, to: job.to })
  const remarks = [...said.reasons, ...said.notes].map((words, at) => `${at === 0 ? ':' : ''} ${words}`).join('')
  return {
    outcome: `${said.words.size} of ${countOf(sources.length, 'sentence')} from ${from} to ${job.to}${remarks}`,
    trouble: said.hasFailed,
    save: (tx) => save(tx, tools, job, reading, { said, next, since: footing.standing?.revision ?? 0 }),
  }
}

/** The page was read anew: what people and engines said of the sentences that are still there is theirs again. */
function carry(tools: TranslateReadingTools, job: Job, reading: StoredReading, { carried }: Footing): Deed {
  if (carried === null || carried.carried + carried.leftOver === 0) return nothingToDo
  return {
    outcome: `${countOf(carried.carried, 'sentence')} kept the words of an earlier text of the page`,
    save: async (tx) => {
      const footing = await findFooting(tx, reading, job.to)
      await saveFooting(tx, footing, reading, { to: job.to, signedBy: OURSELVES, now: tools.now() })
    },
  }
}

/** On what stands now: somebody may have corrected a sentence while the engine was asked. */
async function save(tx: Tx, tools: TranslateReadingTools, job: Job, reading: StoredReading, part: Part): Promise<void> {
  const by = { signedBy: OURSELVES, now: tools.now() }
  const standing = await saveFooting(tx, await findFooting(tx, reading, job.to), reading, { ...by, to: job.to })
  const isStopped = (await listRevisions(tx, standing.id, 500, part.since)).some(({ deed }) => deed === 'stopped')
  const isGoingOn = isStopped || job.after !== undefined
  await fill(tx, standing, part.said, { ...by, earlier: isGoingOn ? standing.reason : null })
  if (!isStopped) await goOn(tx, tools, job, part)
}

/** @param earlier the trouble that parts before this one had, or that it was stopped: it stands as long as words are missing */
async function fill(
  tx: Tx,
  standing: StoredTranslation,
  { words, reasons }: SegmentsTranslated,
  { earlier, ...by }: { readonly signedBy: string; readonly now: number; readonly earlier: string | null },
): Promise<void> {
  const troubles = [...new Set([...(earlier === null ? [] : [earlier]), ...reasons])]
  const draft = { ...fillIn(standing, { words, reasons: troubles }, by.now), to: standing.to }
  const places = filledPlaces(standing, draft)
  if (places.length === 0 && draft.reason === standing.reason) return
  const changes = { ...noChanges, filled: places, reasons }
  await reviseTranslation(tx, standing.id, standing.revision, draft, { ...by, deed: 'translated', changes })
}

/** The rest after the lead, part by part; once more after a failure that may pass. */
async function goOn(tx: Tx, { queue, now }: TranslateReadingTools, job: Job, part: Part | null): Promise<void> {
  const { readingId, to, tries } = job
  const retryAt = part?.said.retryAt ?? null
  const isLast = tries === MOST_TRIES - 1
  const whole = { readingId, to, extent: 'whole' } as const
  if (retryAt !== null) {
    const pause = Math.max(retryAt - now(), 60_000 * 2 ** tries)
    if (tries + 1 < MOST_TRIES) await queue.enqueue(tx, [translateJob({ ...whole, tries: tries + 1 }, now() + pause)])
  } else if (job.extent === 'lead') await queue.enqueue(tx, [translateJob({ ...whole, tries: 0 }, now())])
  else if (part !== null && part.next !== null)
    await queue.enqueue(tx, [translateJob({ ...whole, tries: isLast ? tries : 0, after: part.next }, now())])
  else if (part !== null && part.said.onceMoreAt !== null && !isLast)
    await queue.enqueue(tx, [translateJob({ ...whole, tries: MOST_TRIES - 1 }, part.said.onceMoreAt)])
}
