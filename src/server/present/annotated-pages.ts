// In: excerpts. Out: the pages that their annotations speak of, read many at once.

import { archiveAddress } from '../../desk/excerpts/archive-address.ts'
import type { AnnotatedPage } from '../../desk/excerpts/export-annotations.ts'
import type { Capture } from '../../domain/capture.ts'
import { readMemento } from '../../lib/memento.ts'
import { findCaptures } from '../../store/captures.ts'
import type { Db } from '../../store/db.ts'
import type { StoredExcerpt } from '../../store/excerpts.ts'
import { findReadings } from '../../store/readings.ts'
import { readSettings } from '../../store/settings.ts'
import { notFound } from '../routes/route-parts.ts'
import { listVersions, versionOf } from './page-versions.ts'

export type AnnotatedExcerpt = { readonly excerpt: StoredExcerpt; readonly page: AnnotatedPage }

export async function loadAnnotatedPage(db: Db, excerpt: StoredExcerpt): Promise<AnnotatedPage> {
  const [annotated] = await loadAnnotatedPages(db, [excerpt])
  if (!annotated) throw notFound('page of this excerpt')
  return annotated.page
}

/** In the order given. Excerpts of one version of a page share it. */
export async function loadAnnotatedPages(db: Db, excerpts: readonly StoredExcerpt[]): Promise<AnnotatedExcerpt[]> {
  const { archive } = await readSettings(db)
  const pages = new Map<string, AnnotatedPage>()
  for (const some of listVersions(excerpts)) {
    const texts = await findTexts(db, some)
    const captures = new Map((await findCaptures(db, captureIdsOf(some))).map((capture) => [capture.id, capture]))
    for (const excerpt of some) {
      const capture = captures.get(excerpt.captureId)
      if (!capture) throw notFound('page of this excerpt')
      pages.set(versionOf(excerpt), showPage(capture, texts.get(excerpt.readingId) ?? null, archive))
    }
  }
  return excerpts.flatMap((excerpt) => {
    const page = pages.get(versionOf(excerpt))
    return page ? [{ excerpt, page }] : []
  })
}

const captureIdsOf = (excerpts: readonly StoredExcerpt[]) => [...new Set(excerpts.map(({ captureId }) => captureId))]

async function findTexts(db: Db, excerpts: readonly StoredExcerpt[]): Promise<Map<string, string>> {
  const ids = [...new Set(excerpts.map(({ readingId }) => readingId))]
  return new Map((await findReadings(db, ids)).map(({ id, text }) => [id, text]))
}

/** @param archive where the desk says that its archive can be reached */
function showPage(capture: Capture, text: string | null, archive: string | null): AnnotatedPage {
  const { finalUrl, url, requestedAt, digest, headers } = capture
  const archivedUrl = readMemento(finalUrl, headers)?.url ?? archiveAddress(archive, capture)
  return { url: finalUrl, address: url, text, requestedAt, digest, archivedUrl }
}
