// In: the filters of a list of excerpts as they stand in the address. Out: what the store is asked for. Empty text = none.

import type { z } from '@hono/zod-openapi'
import type { ExcerptFilter } from '../store/excerpt-filter.ts'
import { readId } from './routes/route-parts.ts'
import type { excerptFilterShape } from './shapes/excerpt-filter.ts'

const orNone = (values: readonly string[] | undefined): (string | null)[] | undefined =>
  values?.map((value) => (value === '' ? null : value))

export function readExcerptFilter(query: z.output<typeof excerptFilterShape>): ExcerptFilter {
  const { item, outlet, basket, tag, speaker, language, anchoring, translation, used, q, withdrawn } = query
  return {
    itemId: item === undefined ? undefined : readId<'item'>(item),
    outlets: outlet?.map((id) => readId<'outlet'>(id)),
    baskets: orNone(basket),
    tags: tag,
    speakers: orNone(speaker),
    languages: orNone(language),
    anchorings: anchoring,
    translations: translation,
    used: used === undefined ? undefined : used === 'true',
    words: q,
    withdrawn: withdrawn === 'only' ? 'only' : withdrawn === 'true' ? 'with' : 'without',
  }
}
