// In: pages as they were captured and read. Out: who is cited as the publisher of each. As many queries for one page as for
// hundreds.

import type { CitedOutlet } from '../../desk/excerpts/make-citation.ts'
import { lastDayOf } from '../../desk/excerpts/print-date.ts'
import type { Capture } from '../../domain/capture.ts'
import { isValidOn, type OutletId, type StoredOutlet } from '../../domain/outlet.ts'
import { readMemento } from '../../lib/memento.ts'
import { hostOf } from '../../lib/url.ts'
import type { Db } from '../../store/db.ts'
import type { StoredItem } from '../../store/items.ts'
import { findOutlets, findOutletsByDomain } from '../../store/outlets.ts'
import type { StoredReading } from '../../store/readings.ts'
import { listRelationsFrom, type StoredRelation } from '../../store/statements.ts'

export type KeptPage = { readonly item: StoredItem; readonly reading: StoredReading; readonly capture: Capture }

export type Publisher = {
  /** null = nobody whose name could be cited. */
  readonly outlet: CitedOutlet | null
  readonly republisher: CitedOutlet | null
  /** Whose statements hold for it; null = nobody’s. */
  readonly outletId: OutletId | null
}

/** What the records know of the outlets that pages are of and of those that the pages name. */
type Register = {
  readonly outlets: ReadonlyMap<OutletId, StoredOutlet>
  readonly byHost: ReadonlyMap<string, StoredOutlet>
  readonly relations: ReadonlyMap<OutletId, readonly StoredRelation[]>
}

/** In the order of the pages. @param pages a bounded number: they are asked for all at once */
export async function findPublishers(db: Db, pages: readonly KeptPage[]): Promise<Publisher[]> {
  const ids = [...new Set(pages.map(({ item }) => item.outletId))]
  const hosts = pages.flatMap((page) => namedHost(page) ?? [])
  const relations = Map.groupBy(await listRelationsFrom(db, ids), ({ from }) => from)
  const register = { outlets: await findOutlets(db, ids), byHost: await findOutletsByDomain(db, hosts), relations }
  return pages.map((page) => choosePublisher(page, register))
}

/** The host of the address that the page gives as its original; null = it gives none. */
function namedHost({ reading, capture }: KeptPage): string | null {
  const original = readMemento(capture.finalUrl, capture.headers)?.original || reading.canonicalUrl
  return original === null ? null : hostOf(original)
}

/** The outlet of files that nobody gave an address for has no name that could be cited. */
const NO_OUTLET = 'files.invalid'

/**
 * Who published what was captured. A copy in a web archive is the outlet's whose page it preserves. A page that names another
 * outlet's as its original is a republication, if a person has stated that this outlet republishes that one: a page alone may lie.
 */
function choosePublisher(page: KeptPage, { outlets, byHost, relations }: Register): Publisher {
  const { item, reading, capture } = page
  const own = outlets.get(item.outletId)
  if (!own || own.domains.includes(NO_OUTLET)) return { outlet: null, outletId: null, republisher: null }
  const host = namedHost(page)
  const named = host === null ? undefined : byHost.get(host)
  if (readMemento(capture.finalUrl, capture.headers)?.original)
    return chooseArchived(own, host, named, capture.finalUrl)
  const origin = host === null || own.domains.includes(host) ? undefined : named
  if (origin && origin.id !== own.id && isRepublisher(relations.get(own.id) ?? [], origin, reading))
    return { outlet: origin, outletId: origin.id, republisher: own }
  return { outlet: own, outletId: own.id, republisher: null }
}

function chooseArchived(
  own: StoredOutlet,
  host: string | null,
  outlet: StoredOutlet | undefined,
  url: string,
): Publisher {
  if (outlet) return { outlet, outletId: outlet.id, republisher: null }
  const archive = hostOf(url)
  // A person may have put the page under the outlet that it is of; an outlet made for the archive's host is none.
  if (archive === null || !own.domains.some((domain) => archive === domain || archive.endsWith(`.${domain}`)))
    return { outlet: own, outletId: own.id, republisher: null }
  const named: CitedOutlet | null = host === null ? null : { name: host.replace(/^www\./, ''), nameAsPrinted: null }
  return { outlet: named, outletId: null, republisher: null }
}

/** @param relations from the outlet itself */
function isRepublisher(relations: readonly StoredRelation[], origin: StoredOutlet, reading: StoredReading): boolean {
  const day = lastDayOf(reading.published?.edtf ?? null)
  return relations.some(
    (relation) => relation.kind === 'republishes' && relation.to === origin.id && isValidOn(relation, day),
  )
}
