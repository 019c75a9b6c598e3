// In: excerpts. Out: their source references, from the records as they are now. Pages are read many at once: as many queries
// for one page as for hundreds.

import { makeCitation } from '../../desk/excerpts/make-citation.ts'
import type { Citation } from '../../domain/excerpt.ts'
import { findCaptures } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import { findEnglishTitles } from '../../store/english-titles.ts'
import type { StoredExcerpt } from '../../store/excerpts.ts'
import { findItems } from '../../store/items.ts'
import { findReadings } from '../../store/readings.ts'
import { readSettings } from '../../store/settings.ts'
import { listStatements } from '../../store/statements.ts'
import { notFound } from '../routes/route-parts.ts'
import { listVersions, versionOf } from './page-versions.ts'
import { findPublishers, type KeptPage } from './publishers.ts'

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
  for (const some of listVersions(excerpts))
    for (const [key, citation] of await citePages(db, some, archive)) known.set(key, citation)
  return excerpts.flatMap((excerpt) => {
    const citation = known.get(versionOf(excerpt))
    return citation ? [{ excerpt, citation }] : []
  })
}

async function citePages(
  db: Db,
  excerpts: readonly StoredExcerpt[],
  archive: string | null,
): Promise<Map<string, Citation>> {
  const kept = await findPages(db, excerpts)
  const keys = [...kept.keys()]
  const pages = [...kept.values()]
  const publishers = await findPublishers(db, pages)
  const outletIds = [...new Set(publishers.flatMap(({ outletId }) => outletId ?? []))]
  const statements = Map.groupBy(await listStatements(db, outletIds), ({ outletId }) => outletId)
  const titles = await findEnglishTitles(db, [...new Set(pages.map(({ reading }) => reading.id))])
  const citations = pages.map(({ item, reading, capture }, at) => {
    const { outlet = null, republisher = null, outletId = null } = publishers[at] ?? {}
    return makeCitation({
      reading,
      capture,
      outlet,
      republisher,
      statements: outletId === null ? [] : (statements.get(outletId) ?? []),
      english: titles.get(reading.id) ?? null,
      promised: { title: item.promisedTitle, at: item.promisedAt },
      archive,
    })
  })
  return new Map(citations.map((citation, at) => [keys[at] ?? '', citation]))
}

/** By version; what is not on record (any more) is left out. */
async function findPages(db: Db, excerpts: readonly StoredExcerpt[]): Promise<Map<string, KeptPage>> {
  const items = byId(await findItems(db, unique(excerpts.map(({ itemId }) => itemId))))
  const readings = byId(await findReadings(db, unique(excerpts.map(({ readingId }) => readingId))))
  const captures = byId(await findCaptures(db, unique(excerpts.map(({ captureId }) => captureId))))
  return new Map(
    excerpts.flatMap((excerpt): [string, KeptPage][] => {
      const item = items.get(excerpt.itemId)
      const reading = readings.get(excerpt.readingId)
      const capture = captures.get(excerpt.captureId)
      return item && reading && capture ? [[versionOf(excerpt), { item, reading, capture }]] : []
    }),
  )
}

const unique = <Thing>(things: readonly Thing[]): Thing[] => [...new Set(things)]
const byId = <Key, Row extends { readonly id: Key }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
