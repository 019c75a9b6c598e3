// In: excerpts. Out: their source references, from the records as they are now.

import { makeCitation, type CitedOutlet, type CitedRecords } from '../../desk/excerpts/make-citation.ts'
import { lastDayOf } from '../../desk/excerpts/print-date.ts'
import type { Capture } from '../../domain/capture.ts'
import type { Citation } from '../../domain/excerpt.ts'
import { isValidOn, type OutletId, type StoredOutlet } from '../../domain/outlet.ts'
import { readMemento } from '../../lib/memento.ts'
import { hostOf } from '../../lib/url.ts'
import { findCapture } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { findEnglishTitles } from '../../store/english-titles.ts'
import type { StoredExcerpt } from '../../store/excerpts.ts'
import { findItem } from '../../store/items.ts'
import { findOutlet, findOutletByDomain } from '../../store/outlets.ts'
import { findReading, type StoredReading } from '../../store/readings.ts'
import { readSettings } from '../../store/settings.ts'
import { listRelations, listStatements } from '../../store/statements.ts'
import { notFound } from '../routes/route-parts.ts'

export async function loadCitation(db: Db, excerpt: StoredExcerpt): Promise<Citation> {
  const [cited] = await loadCitations(db, [excerpt])
  if (!cited) throw notFound('page of this excerpt')
  return cited.citation
}

export type LoadedCitation = { readonly excerpt: StoredExcerpt; readonly citation: Citation }

/** In the order given. Excerpts of one version of a page share its citation. */
export async function loadCitations(db: Db, excerpts: readonly StoredExcerpt[]): Promise<LoadedCitation[]> {
  const { archive } = await readSettings(db)
  const known = new Map<string, Citation>()
  const cited: LoadedCitation[] = []
  for (const excerpt of excerpts) {
    const key = `${excerpt.captureId} ${excerpt.readingId}`
    const citation = known.get(key) ?? (await citePage(db, excerpt, archive))
    if (!citation) continue
    known.set(key, citation)
    cited.push({ excerpt, citation })
  }
  return cited
}

async function citePage(db: Db, excerpt: StoredExcerpt, archive: string | null): Promise<Citation | undefined> {
  const item = await findItem(db, excerpt.itemId)
  const reading = await findReading(db, excerpt.readingId)
  const capture = await findCapture(db, excerpt.captureId)
  if (!item || !reading || !capture) return undefined
  const { outlet, outletId, republisher } = await findPublisher(db, item.outletId, reading, capture)
  return makeCitation({
    reading,
    capture,
    outlet,
    republisher,
    statements: outletId === null ? [] : await listStatements(db, [outletId]),
    english: (await findEnglishTitles(db, [reading.id])).get(reading.id) ?? null,
    promised: { title: item.promisedTitle, at: item.promisedAt },
    archive,
  })
}

type Publisher = Pick<CitedRecords, 'outlet'> & {
  readonly republisher: CitedOutlet | null
  readonly outletId: OutletId | null
}

/** The outlet of files that nobody gave an address for has no name that could be cited. */
const NO_OUTLET = 'files.invalid'

/**
 * Who published what was captured. A copy in a web archive is the outlet's whose page it preserves. A page that names another
 * outlet's as its original is a republication, if a person has stated that this outlet republishes that one: a page alone may lie.
 */
async function findPublisher(db: Db, ownId: OutletId, reading: StoredReading, capture: Capture): Promise<Publisher> {
  const own = await findOutlet(db, ownId)
  if (!own || own.domains.includes(NO_OUTLET)) return { outlet: null, outletId: null, republisher: null }
  const kept = readMemento(capture.finalUrl, capture.headers)
  if (kept?.original) return findArchived(db, own, kept.original, capture.finalUrl)
  const host = reading.canonicalUrl === null ? null : hostOf(reading.canonicalUrl)
  const origin = host === null || own.domains.includes(host) ? undefined : await findOutletByDomain(db, host)
  if (origin && origin.id !== own.id && (await isRepublisher(db, own, origin, reading)))
    return { outlet: origin, outletId: origin.id, republisher: own }
  return { outlet: own, outletId: own.id, republisher: null }
}

async function findArchived(db: Db, own: StoredOutlet, original: string, url: string): Promise<Publisher> {
  const host = hostOf(original)
  const outlet = host === null ? undefined : await findOutletByDomain(db, host)
  if (outlet) return { outlet, outletId: outlet.id, republisher: null }
  const archive = hostOf(url)
  // A person may have put the page under the outlet that it is of; an outlet made for the archive's host is none.
  if (archive === null || !own.domains.some((domain) => archive === domain || archive.endsWith(`.${domain}`)))
    return { outlet: own, outletId: own.id, republisher: null }
  const named: CitedOutlet | null = host === null ? null : { name: host.replace(/^www\./, ''), nameAsPrinted: null }
  return { outlet: named, outletId: null, republisher: null }
}

async function isRepublisher(
  db: Db,
  own: StoredOutlet,
  origin: StoredOutlet,
  reading: StoredReading,
): Promise<boolean> {
  const day = lastDayOf(reading.published?.edtf ?? null)
  return (await listRelations(db, own.id)).some(
    (relation) =>
      relation.kind === 'republishes' &&
      relation.from === own.id &&
      relation.to === origin.id &&
      isValidOn(relation, day),
  )
}
