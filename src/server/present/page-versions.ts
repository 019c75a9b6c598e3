// In: excerpts. Out: the versions of pages that they were cut from, each once, so many of them as are read at once.

import { inParts } from '../../lib/in-parts.ts'
import type { StoredExcerpt } from '../../store/excerpts.ts'

/** Each is read with its whole text. */
const PAGES_AT_ONCE = 200

/** The version of a page that an excerpt was cut from: the same for all excerpts of it. */
export const versionOf = ({ captureId, readingId }: StoredExcerpt): string => `${captureId} ${readingId}`

/** One excerpt of each version of a page, in parts that may be asked for with one question. */
export function listVersions(excerpts: readonly StoredExcerpt[]): StoredExcerpt[][] {
  const byVersion = new Map(excerpts.map((excerpt) => [versionOf(excerpt), excerpt]))
  return inParts([...byVersion.values()], PAGES_AT_ONCE)
}
