// What the editor asks of the desk: the labels in use, and the names that it knows.

import { queryOptions } from '@tanstack/react-query'
import type { ExcerptFacets } from '../../../server/shapes/excerpt-filter.ts'
import type { Romanisation } from '../../../server/shapes/romanisation.ts'
import { ask, queryOf } from '../../api/ask.ts'

export const labelsQuestion = () =>
  queryOptions({
    queryKey: ['excerpts', 'labels'],
    queryFn: ({ signal }) => ask<Pick<ExcerptFacets, 'baskets' | 'tags'>>('/api/excerpts/facets', { signal }),
    staleTime: 30_000,
  })

/** The longest passage that names are looked for in at once. */
const LONGEST = 2_000

/** Names in a passage that the desk agreed on or has an authority of, in their established form. */
export const namesQuestion = (text: string, language: string | null) =>
  queryOptions({
    queryKey: ['names', language, text.slice(0, LONGEST)],
    queryFn: async ({ signal }) => {
      const asked = queryOf({ text: text.slice(0, LONGEST), language: language ?? 'und' })
      const found = await ask<Romanisation>(`/api/romanisation${asked}`, { signal })
      return found.kind === 'romanised' ? found.established.map((name) => name.text) : []
    },
    enabled: text.trim() !== '' && language !== null,
    staleTime: 300_000,
    retry: false,
  })
