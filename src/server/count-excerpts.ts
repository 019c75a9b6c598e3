// In: a filter of excerpts. Out: labels in use, and how many excerpts each further choice would leave.

import type { OutletId } from '../domain/outlet.ts'
import type { Db } from '../store/db.ts'
import {
  countByColumn,
  countByOutlet,
  countByTag,
  countByUse,
  listBaskets,
  listExcerptTags,
  type FacetCount,
} from '../store/excerpt-facets.ts'
import type { ExcerptFilter } from '../store/excerpt-filter.ts'
import { listUsePlaces } from '../store/excerpt-uses.ts'
import { findOutletNames } from '../store/outlet-names.ts'
import type { ExcerptFacets } from './shapes/excerpt-filter.ts'

/** Beyond this a list of speakers or tags is searched, not read. */
const MOST = 200

export async function countExcerptFacets(db: Db, filter: ExcerptFilter): Promise<ExcerptFacets> {
  const outlets = await countByOutlet(db, filter)
  const names = await findOutletNames(
    db,
    outlets.flatMap(({ value }) => (value === null ? [] : [value as OutletId])),
  )
  const shown = (counts: readonly FacetCount[]) => counts.slice(0, MOST).map((count) => ({ ...count }))
  return {
    baskets: [...(await listBaskets(db))],
    tags: [...(await listExcerptTags(db))],
    places: await listUsePlaces(db),
    of: {
      outlets: outlets.slice(0, MOST).flatMap(({ value, excerpts }) => {
        const name = names.get(value as OutletId)
        return name ? [{ id: name.id, name: name.name, excerpts }] : []
      }),
      baskets: shown(await countByColumn(db, filter, 'basket')),
      tags: shown(await countByTag(db, filter)),
      languages: shown(await countByColumn(db, filter, 'language')),
      speakers: shown(await countByColumn(db, filter, 'speaker')),
      anchorings: shown(await countByColumn(db, filter, 'anchoring')),
      translations: shown(await countByColumn(db, filter, 'translation_state')),
      ...(await countByUse(db, filter)),
    },
  }
}
